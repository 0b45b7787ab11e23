import { ChevronDown, ChevronRight, FileText } from 'lucide-react';
import type { MouseEvent } from 'react';
import { placeStates } from '../../../contract/autocode';
import { useEngineQuery } from '../../client';
import { formatNumber, useTranslation } from '../../i18n';
import { classNames } from '../../ui';
import { Tick } from '../find/Tick';
import type { TickedPlaces } from './autocode-store';
import { besideHit, chunkOf, type PlaceRow } from './place-rows';

interface PlaceLineProps {
  readonly row: PlaceRow;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly isActive: boolean;
  /** Of the document. */
  readonly name: string;
  readonly onAct: (isBeside: boolean) => void;
  readonly onToggle: () => void;
}

/** A line of the preview: a document, or a place with the words around it. */
export function PlaceLine({ row, index, top, isActive, name, onAct, onToggle }: PlaceLineProps) {
  const onClick = (event: MouseEvent) => {
    const isTick = event.target instanceof Element && event.target.closest('.tick') !== null;
    if (isTick) onToggle();
    else onAct(event.ctrlKey || event.metaKey);
  };
  const isDocument = row.kind === 'document';
  const isCoded = !isDocument && placeStates[row.found.states[row.place] ?? 0] === 'coded';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keyboard
    <div
      id={`place-${index}`}
      className={classNames(
        'hit',
        isDocument && 'hit--document',
        isActive && 'is-active',
        isCoded && 'is-coded',
      )}
      style={{ transform: `translateY(${top}px)` }}
      role="treeitem"
      tabIndex={-1}
      aria-level={isDocument ? 1 : 2}
      aria-checked={tickOf(row)}
      aria-disabled={isCoded || undefined}
      {...(isDocument ? { 'aria-expanded': !row.isClosed } : {})}
      onClick={onClick}
    >
      {isDocument ? <DocumentFace row={row} name={name} /> : <PlaceFace row={row} />}
    </div>
  );
}

export function tickOf(row: PlaceRow): boolean | 'mixed' {
  const { ticks, ticked } = row.found;
  if (row.kind === 'place') return ticks[row.place] === 1;
  return ticked === 0 ? false : ticked === ticks.length ? true : 'mixed';
}

function DocumentFace({
  row,
  name,
}: {
  readonly row: Extract<PlaceRow, { kind: 'document' }>;
  readonly name: string;
}) {
  const { t } = useTranslation();
  const { ticked, ticks } = row.found;
  const Chevron = row.isClosed ? ChevronRight : ChevronDown;
  return (
    <>
      <Chevron size={14} strokeWidth={1.5} aria-hidden />
      <Tick state={tickOf(row)} />
      <FileText size={14} strokeWidth={1.5} aria-hidden />
      <span className="hit__name">{name}</span>
      <span className="hit__count">
        {ticked === ticks.length
          ? formatNumber(ticked)
          : t('autocode:some', { some: ticked, all: ticks.length })}
      </span>
    </>
  );
}

/** A turn or the like that is the hit itself: there is nothing in it to point at. */
function isWhole({ find, spans, hits }: TickedPlaces, place: number): boolean {
  return (
    find !== 'words' && spans[place * 2] === hits[place * 2] && spans[place * 2 + 1] === hits[place * 2 + 1]
  );
}

function PlaceFace({ row }: { readonly row: Extract<PlaceRow, { kind: 'place' }> }) {
  const { t } = useTranslation();
  const { found, place } = row;
  const { spans, index } = chunkOf(found.hits, place);
  const { data } = useEngineQuery('find.passages', { sourceId: found.sourceId, spans });
  const passage = data?.[index];
  const start = found.hits[place * 2] ?? 0;
  const shownEnd = spans[index * 2 + 1] ?? start;
  const beside =
    passage &&
    besideHit(passage, {
      before: start - (found.spans[place * 2] ?? start),
      after: Math.max(0, (found.spans[place * 2 + 1] ?? shownEnd) - shownEnd),
    });
  const state = placeStates[found.states[place] ?? 0] ?? 'new';
  const count = found.counts[place] ?? 1;
  if (isWhole(found, place)) {
    return (
      <>
        <Tick state={tickOf(row)} />
        <span className="hit__paragraph" title={t('autocode:paragraph')}>
          {passage ? formatNumber(passage.paragraph) : ''}
        </span>
        <span className="place__whole" dir="auto">
          <span className="place__own">{passage ? passage.text.replace(/\s+/gu, ' ') : '…'}</span>
        </span>
        {state !== 'new' && <span className="place__about">{t(`autocode:state.${state}`)}</span>}
      </>
    );
  }
  return (
    <>
      <Tick state={tickOf(row)} />
      <span className="hit__paragraph" title={t('autocode:paragraph')}>
        {passage ? formatNumber(passage.paragraph) : ''}
      </span>
      <span className="hit__before" dir="auto">
        <span>
          {beside?.outsideBefore}
          {beside && beside.before !== '' && <span className="place__own">{beside.before}</span>}
        </span>
      </span>
      <span className="hit__rest" dir="auto">
        <mark>{passage ? passage.text.replace(/\s+/gu, ' ') : '…'}</mark>
        {beside && beside.after !== '' && <span className="place__own">{beside.after}</span>}
        {beside?.outsideAfter}
      </span>
      {count > 1 && <span className="place__about">{t('autocode:hitsHere', { count })}</span>}
      {state !== 'new' && <span className="place__about">{t(`autocode:state.${state}`)}</span>}
    </>
  );
}
