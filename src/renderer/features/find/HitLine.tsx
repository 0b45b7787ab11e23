import { ChevronDown, ChevronRight, FileText } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useEngineQuery } from '../../client';
import { formatNumber, useTranslation } from '../../i18n';
import { classNames } from '../../ui';
import { chunkOf, type HitRow } from './hit-rows';
import { Tick } from './Tick';

interface HitLineProps {
  readonly row: HitRow;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly isActive: boolean;
  /** Of the document. */
  readonly name: string;
  /** Starts of the document's hits that are left out. */
  readonly left: ReadonlySet<number> | undefined;
  readonly onAct: (isBeside: boolean) => void;
  readonly onToggle: () => void;
}

/** A line of the list of hits: a document, or a hit with the words around it. */
export function HitLine(props: HitLineProps) {
  const { row, index, top, isActive, name, left, onAct, onToggle } = props;
  const { t } = useTranslation();
  const isDocument = row.kind === 'document';
  const count = row.found.spans.length / 2;
  const out = left?.size ?? 0;
  const start = row.kind === 'hit' ? (row.found.spans[row.hit * 2] ?? 0) : 0;
  const chosen = isDocument ? (out === 0 ? true : out === count ? false : 'mixed') : !left?.has(start);
  const onClick = (event: MouseEvent) => {
    const isTick = event.target instanceof Element && event.target.closest('.tick') !== null;
    if (isTick) onToggle();
    else onAct(event.ctrlKey || event.metaKey);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keyboard
    <div
      id={`hit-${index}`}
      className={classNames('hit', isDocument && 'hit--document', isActive && 'is-active')}
      style={{ transform: `translateY(${top}px)` }}
      role="treeitem"
      tabIndex={-1}
      aria-level={isDocument ? 1 : 2}
      aria-checked={chosen}
      {...(isDocument ? { 'aria-expanded': !row.isClosed } : {})}
      onClick={onClick}
    >
      {isDocument ? (
        <>
          {row.isClosed ? (
            <ChevronRight size={14} strokeWidth={1.5} aria-hidden />
          ) : (
            <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
          )}
          <Tick state={chosen} />
          <FileText size={14} strokeWidth={1.5} aria-hidden />
          <span className="hit__name">{name}</span>
          <span className="hit__count">
            {out === 0 ? formatNumber(count) : t('find:some', { some: count - out, all: count })}
          </span>
        </>
      ) : (
        <Words row={row}>
          <Tick state={chosen} />
        </Words>
      )}
    </div>
  );
}

/** White space of a line of text, in one line. */
const inOneLine = (text: string) => text.replace(/\s+/gu, ' ');

function Words({
  row,
  children,
}: {
  readonly row: Extract<HitRow, { kind: 'hit' }>;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { found, hit } = row;
  const { spans, index } = chunkOf(found.spans, hit);
  const { data } = useEngineQuery('find.passages', { sourceId: found.sourceId, spans });
  const passage = data?.[index];
  return (
    <>
      {children}
      <span className="hit__paragraph" title={t('find:paragraph')}>
        {passage ? formatNumber(passage.paragraph) : ''}
      </span>
      <span className="hit__before" dir="auto">
        <span>{passage ? inOneLine(passage.before) : ''}</span>
      </span>
      <span className="hit__rest" dir="auto">
        <mark>{passage ? inOneLine(passage.text) : '…'}</mark>
        {passage ? inOneLine(passage.after) : ''}
      </span>
    </>
  );
}
