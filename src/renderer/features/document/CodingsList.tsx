import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { DocumentCoding, DocumentQuotation } from '../../../contract/queries';
import { folded } from '../../../core/text';
import { emphasise } from '../../app/emphasis-store';
import { inspect } from '../../app/inspector-store';
import { useEngineQuery } from '../../client';
import type { DocumentText } from '../../editor/model/document-text';
import type { CodingModel, PaintedCode } from '../../editor/paint/coding-model';
import { useTranslation } from '../../i18n';
import { classNames, hasMoved, Swatch } from '../../ui';
import type { OpenDocument } from '../coding/open-documents';
import './CodingsList.css';
import { type CodingsListWish, closeCodingsList, codingsListStore } from './codings-list-store';

interface CodingsListProps {
  readonly open: OpenDocument;
  readonly model: CodingModel;
}

/** The list that was asked for in this document, if one was. */
export function CodingsList({ open, model }: CodingsListProps) {
  const list = codingsListStore((store) => store.list);
  if (list?.sourceId !== open.sourceId) return null;
  return createPortal(
    <OpenList key={list.ids.join()} open={open} model={model} list={list} />,
    document.body,
  );
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly quote: string;
  readonly coder: string | undefined;
  readonly code: PaintedCode | undefined;
  readonly coding: DocumentCoding | undefined;
  readonly bare: DocumentQuotation | undefined;
}

/** Code points of a passage's beginning and of its end: many begin at the same word. */
const headLength = 20;
const tailLength = 22;

function endsOf(text: DocumentText, start: number, end: number): string {
  const line = (from: number, to: number) => text.slice(from, to).replace(/\s+/gu, ' ').trim();
  if (end - start <= headLength + tailLength + 6) return line(start, end);
  // Whole words where there are any.
  const head = line(start, start + headLength).replace(/ \S*$/u, '');
  const tail = line(end - tailLength, end).replace(/^\S* /u, '');
  return `${head} … ${tail}`;
}

function useRows({ open, model }: CodingsListProps, ids: readonly string[]): readonly Row[] {
  const { t } = useTranslation();
  const { data: coders } = useEngineQuery('coders.list', {});
  return useMemo(() => {
    const text = open.surface.document;
    const rows = ids.flatMap((id): Row[] => {
      const place = model.placeOf(id);
      if (place === undefined) return [];
      const [code, coding, bare] = [model.code(place), model.coding(place), model.bare(place)];
      const name = code?.name ?? t(bare?.hasMemo ? 'document:bareMemo' : 'document:bareMark');
      const { start, end } = model.span(place);
      const quote = endsOf(text, start, end);
      const coder = coders?.find((each) => each.id === coding?.coderId)?.name;
      return [{ id, name, path: code?.path ?? name, quote, coder, code, coding, bare }];
    });
    const isShared = new Set(rows.map(({ coder }) => coder)).size > 1;
    return rows
      .map((row) => (isShared ? row : { ...row, coder: undefined }))
      .sort((a, b) => a.path.localeCompare(b.path));
  }, [open, model, ids, coders, t]);
}

function OpenList({ open, model, list }: CodingsListProps & { readonly list: CodingsListWish }) {
  const { t } = useTranslation();
  const rows = useRows({ open, model }, list.ids);
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState(list.isHovered ? -1 : 0);
  const box = useRef<HTMLDivElement>(null);
  const listId = useId();
  const shown = useMemo(() => rows.filter(({ path }) => folded(path).includes(folded(query))), [rows, query]);
  const active = shown.length === 0 ? -1 : Math.min(wanted, shown.length - 1);
  const activeId = shown[active]?.id ?? null;
  useEffect(() => {
    emphasise(activeId);
    return () => emphasise(null);
  }, [activeId]);
  useEffect(() => {
    box.current?.querySelector(`[data-row="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  usePlace(box, list);
  useLeaving(box, list);

  const leave = () => {
    closeCodingsList();
    if (!list.isHovered) open.surface.focus();
  };
  const choose = (row: Row | undefined) => {
    if (!row) return;
    leave();
    const id = row.coding?.quotationId ?? row.bare?.id;
    if (id) inspect({ kind: 'quotation', id, codingId: row.coding?.id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && shown.length > 0) setWanted((active + by + shown.length) % shown.length);
    else if (event.key === 'Home') setWanted(0);
    else if (event.key === 'End') setWanted(shown.length - 1);
    else if (event.key === 'Enter') choose(shown[active]);
    else if (event.key === 'Escape' || event.key === 'Tab') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are the field’s
    <div ref={box} className="codings-list" data-testid="codings-list" onKeyDown={onKeyDown}>
      <input
        className="codings-list__filter"
        type="text"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={activeId === null ? undefined : `${listId}-${active}`}
        aria-label={t('document:filterCodings', { count: rows.length })}
        placeholder={t('document:filterCodings', { count: rows.length })}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setWanted(0);
        }}
      />
      <div id={listId} className="codings-list__rows" role="listbox" aria-label={t('document:codingsHere')}>
        {shown.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          <div
            key={row.id}
            id={`${listId}-${index}`}
            data-row={index}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classNames('codings-list__row', index === active && 'is-active')}
            title={row.path}
            onPointerMove={(event) => hasMoved(event) && setWanted(index)}
            onClick={() => choose(row)}
          >
            {row.code ? (
              <Swatch color={row.code.color} />
            ) : (
              <span className="codings-list__bare" aria-hidden />
            )}
            <span className="codings-list__name">{row.name}</span>
            {row.coder && <span className="codings-list__coder">{row.coder}</span>}
            <span className="codings-list__quote">{row.quote}</span>
          </div>
        ))}
        {shown.length === 0 && <p className="codings-list__none">{t('document:noneOfThese')}</p>}
      </div>
    </div>
  );
}

const gap = 6;

/** Beside the “+n” where there is room, within the window always. */
function usePlace(box: React.RefObject<HTMLDivElement | null>, { at, isHovered }: CodingsListWish): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    const right = at.right + gap + width <= window.innerWidth - gap ? at.right + gap : at.left - gap - width;
    element.style.left = `${Math.max(gap, right)}px`;
    element.style.top = `${Math.max(gap, Math.min(at.top - 8, window.innerHeight - height - gap))}px`;
    if (!isHovered) element.querySelector('input')?.focus();
  }, [box, at, isHovered]);
}

/** Milliseconds for the way from the “+n” into the list. */
const grace = 250;

/** It goes with a press elsewhere, and where it came with the pointer, with the pointer. */
function useLeaving(box: React.RefObject<HTMLDivElement | null>, { at, isHovered }: CodingsListWish): void {
  useEffect(() => {
    let timer = 0;
    const isAt = ({ clientX: x, clientY: y }: PointerEvent) => {
      const list = box.current?.getBoundingClientRect();
      const isIn = (rect: CodingsListWish['at'], by: number) =>
        x >= rect.left - by && x <= rect.right + by && y >= rect.top - by && y <= rect.bottom + by;
      return isIn(at, 4) || (list !== undefined && isIn(list, 8));
    };
    const onMove = (event: PointerEvent) => {
      window.clearTimeout(timer);
      timer = isAt(event) ? 0 : window.setTimeout(closeCodingsList, grace);
    };
    const onDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target)) closeCodingsList();
    };
    if (isHovered) window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerdown', onDown, true);
    window.addEventListener('blur', closeCodingsList);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerdown', onDown, true);
      window.removeEventListener('blur', closeCodingsList);
    };
  }, [box, at, isHovered]);
}
