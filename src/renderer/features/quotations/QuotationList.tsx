import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import type { CodeRow } from '../../../contract/queries';
import type { QuotationIndex } from '../../../contract/quotation-list';
import type { CodingId, QuotationId } from '../../../core/ids';
import { inspect } from '../../app/inspector-store';
import { openTab } from '../../app/workspace-store';
import { useTranslation } from '../../i18n';
import { holdFocus } from '../../ui';
import { GroupLine, QuotationLine } from './ListLine';
import { choose, moveOnly, nothingChosen } from './list-selection';
import { type ChosenQuotations, copyChosen, removeChosen } from './quotation-commands';
import type { QuotationLines } from './quotation-lines';
import { SelectionBar } from './SelectionBar';
import type { Groups } from './use-groups';

interface QuotationListProps {
  readonly index: QuotationIndex;
  readonly lines: QuotationLines;
  readonly groups: Groups;
  readonly codes: readonly CodeRow[];
  /** Characters of context on each side. */
  readonly reach: number;
  /** The document's name goes without saying. */
  readonly isOneDocument: boolean;
}

/** Lines that Page Up and Page Down go, and that are asked for at a time. */
const page = 8;
const chunk = 30;

/** Quotations one below the other; chosen by mouse and keyboard as in a file manager. */
export function QuotationList(props: QuotationListProps) {
  const { index, lines, groups, codes, reach, isOneDocument } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [selection, setSelection] = useState(nothingChosen);
  const byId = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const active = Math.min(selection.active, lines.count - 1);
  const list = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (lines.line(at)?.kind === 'group' ? 34 : 104),
    overscan: 6,
    getItemKey: (at) => {
      const line = lines.line(at);
      return line?.kind === 'quotation' ? lines.keyOf(line.item) : `group ${line?.group}`;
    },
  });
  const chunks = useMemo(() => chunksOf(lines), [lines]);
  const chosen = useMemo(() => chosenItems(index, lines, selection.chosen), [index, lines, selection.chosen]);

  const keysBetween = (from: number, to: number) => {
    const keys: string[] = [];
    for (let at = from; at <= to; at += 1) {
      const line = lines.line(at);
      if (line?.kind === 'quotation') keys.push(lines.keyOf(line.item));
    }
    return keys;
  };
  const go = (to: number, event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }) => {
    const line = Math.max(0, Math.min(lines.count - 1, to));
    const isMove = (event.ctrlKey || event.metaKey) && !event.shiftKey;
    setSelection((before) =>
      isMove
        ? moveOnly(before, line)
        : choose(before, line, { isRange: event.shiftKey, isAdding: false }, keysBetween),
    );
    list.scrollToIndex(line);
    if (!isMove && !event.shiftKey) inspectLine(line);
  };
  const inspectLine = (at: number) => {
    const line = lines.line(at);
    if (line?.kind === 'quotation') inspect({ kind: 'quotation', id: lines.quotationId(line.item) });
  };
  const open = (at: number, isBeside: boolean) => {
    const line = lines.line(at);
    if (line?.kind === 'group') groups.toggle(line.group);
    if (line?.kind !== 'quotation') return;
    const { item } = line;
    openQuotation({ index, lines, item, isBeside });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const line = lines.line(active);
    const { key } = event;
    const isMod = event.ctrlKey || event.metaKey;
    if (key === 'ArrowDown') go(active + 1, event);
    else if (key === 'ArrowUp') go(active - 1, event);
    else if (key === 'PageDown') go(active + page, event);
    else if (key === 'PageUp') go(active - page, event);
    else if (key === 'Home') go(0, event);
    else if (key === 'End') go(lines.count - 1, event);
    else if (key === ' ')
      setSelection((before) =>
        choose(before, active, { isRange: event.shiftKey, isAdding: true }, keysBetween),
      );
    else if (isMod && key.toLowerCase() === 'a')
      setSelection({ chosen: new Set(keysBetween(0, lines.count - 1)), active, anchor: 0 });
    else if (isMod && key.toLowerCase() === 'c' && chosen.quotationIds.length > 0) void copyChosen(chosen);
    else if (key === 'Escape' && selection.chosen.size > 0)
      setSelection({ ...nothingChosen, active, anchor: active });
    else if (key === 'Delete') void removeChosen(chosen);
    else if (key === 'Enter') open(active, isMod);
    else if (key === 'ArrowRight' && line?.kind === 'group' && line.isClosed) groups.toggle(line.group);
    else if (key === 'ArrowLeft' && line?.kind === 'group' && !line.isClosed) groups.toggle(line.group);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (at: number, event: MouseEvent) => {
    if (lines.line(at)?.kind === 'group') {
      setSelection((before) => moveOnly(before, at));
      open(at, false);
      return;
    }
    const isAdding = event.ctrlKey || event.metaKey;
    setSelection((before) => choose(before, at, { isRange: event.shiftKey, isAdding }, keysBetween));
    if (!isAdding && !event.shiftKey) inspectLine(at);
  };
  return (
    <>
      <div
        ref={scroller}
        className="page__scroller quotations__scroller"
        role="tree"
        aria-label={t('quotations:list')}
        aria-multiselectable
        aria-activedescendant={`quotation-line-${active}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={holdFocus}
      >
        <div className="page__list" role="presentation" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index: at, key, start }) => {
            const line = lines.line(at);
            if (!line) return null;
            const common = {
              key,
              at,
              top: start,
              isActive: at === active,
              measure: list.measureElement,
              onClick: (event: MouseEvent) => onClick(at, event),
            };
            if (line.kind === 'group') {
              return <GroupLine {...common} key={key} line={line} name={groups.nameOf(line.group)} />;
            }
            return (
              <QuotationLine
                {...common}
                key={key}
                id={lines.quotationId(line.item)}
                codingIds={lines.codingIds(line.item)}
                isGrouped={lines.line(0)?.kind === 'group'}
                isChosen={selection.chosen.has(lines.keyOf(line.item))}
                asked={chunks(at)}
                codes={byId}
                reach={reach}
                isOneDocument={isOneDocument}
                onOpen={(isBeside) => open(at, isBeside)}
              />
            );
          })}
        </div>
      </div>
      <SelectionBar lines={lines} index={index} chosen={chosen} />
    </>
  );
}

interface Opened {
  readonly index: QuotationIndex;
  readonly lines: QuotationLines;
  readonly item: number;
  readonly isBeside: boolean;
}

function openQuotation({ index, lines, item, isBeside }: Opened): void {
  const sourceId = index.sourceIds[lines.sourceOf(item)];
  if (!sourceId) return;
  const quotationId = lines.quotationId(item);
  inspect({ kind: 'quotation', id: quotationId });
  openTab(
    { kind: 'document', sourceId },
    { reveal: { ...lines.spanOf(item), quotationId }, ...(isBeside ? { split: 'right' } : {}) },
  );
}

/** The quotations that are asked for together with the one on a line; the same array each time. */
function chunksOf(lines: QuotationLines) {
  const known = new Map<number, ReturnType<QuotationLines['quotationId']>[]>();
  return (at: number) => {
    const number = Math.floor(at / chunk);
    const ids = known.get(number) ?? [];
    if (!known.has(number)) {
      for (let line = number * chunk; line < (number + 1) * chunk; line += 1) {
        const each = lines.line(line);
        if (each?.kind === 'quotation') ids.push(lines.quotationId(each.item));
      }
      known.set(number, ids);
    }
    return ids;
  };
}

function chosenItems(
  { sourceIds }: QuotationIndex,
  lines: QuotationLines,
  keys: ReadonlySet<string>,
): ChosenQuotations {
  const places = new Map<QuotationId, ChosenQuotations['places'][number]>();
  const codingIds: CodingId[] = [];
  if (keys.size > 0) {
    for (let item = 0; item < lines.items; item += 1) {
      if (!keys.has(lines.keyOf(item))) continue;
      const sourceId = sourceIds[lines.sourceOf(item)];
      if (sourceId) places.set(lines.quotationId(item), { sourceId, ...lines.spanOf(item) });
      codingIds.push(...lines.codingIds(item));
    }
  }
  return { quotationIds: [...places.keys()], places: [...places.values()], codingIds };
}
