import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import type { CodeId, QuotationId } from '../../../core/ids';
import { inspect } from '../../app/inspector-store';
import { openTab } from '../../app/workspace-store';
import type { BoardColumn } from './split-board';
import { place } from './split-store';

interface BoardKeysOptions {
  readonly board: RefObject<HTMLDivElement | null>;
  readonly codeId: CodeId;
  readonly columns: readonly BoardColumn[];
  /** Gives the key of the new part. */
  readonly addNew: () => string;
}

/**
 * The board by keys: arrows go from card to card and from column to column, 1 to 9 sort the card into a part, 0 and
 * Delete take it back, N or the next free figure makes a part, Enter shows the passage in its document. A card that was sorted leaves the
 * focus to the one that takes its place, so that a whole column is sorted by figures alone.
 */
export function useBoardKeys({ board, codeId, columns, addNew }: BoardKeysOptions) {
  const wanted = useRef<{ readonly column: number; readonly row: number } | null>(null);

  // After the columns were drawn anew.
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const { column, row } = wanted.current;
    wanted.current = null;
    focusCard(board.current, columns, column, row);
  }, [board, columns]);

  return (event: KeyboardEvent<HTMLDivElement>) => {
    const card = (event.target as Element).closest<HTMLElement>('.split-card');
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    const column = Number(card.dataset.column);
    const row = Number(card.dataset.row);
    const id = card.dataset.quotation as QuotationId;
    const sortInto = (number: number) => {
      if (number === columns.length) return place(codeId, id, addNew());
      if (number > columns.length || number === column) return;
      wanted.current = { column, row };
      place(codeId, id, columns[number]?.part?.key ?? null);
    };
    if (/^[0-9]$/.test(event.key)) sortInto(Number(event.key));
    else if (event.key === 'Delete' || event.key === 'Backspace') sortInto(0);
    else if (event.key === 'ArrowDown') focusCard(board.current, columns, column, row + 1);
    else if (event.key === 'ArrowUp') focusCard(board.current, columns, column, row - 1);
    else if (event.key === 'ArrowRight') stepColumn(board.current, columns, { column, row }, 1);
    else if (event.key === 'ArrowLeft') stepColumn(board.current, columns, { column, row }, -1);
    else if (event.key === 'n' || event.key === 'N') addNew();
    else if (event.key === 'Enter') show(columns[column], row);
    else return;
    event.preventDefault();
  };
}

function show(column: BoardColumn | undefined, index: number): void {
  const passage = column?.passages[index]?.row;
  if (!passage) return;
  const { sourceId, start, end, quotationId } = passage;
  inspect({ kind: 'quotation', id: quotationId });
  openTab({ kind: 'document', sourceId }, { reveal: { start, end, quotationId }, split: 'right' });
}

function stepColumn(
  board: HTMLElement | null,
  columns: readonly BoardColumn[],
  from: { readonly column: number; readonly row: number },
  by: 1 | -1,
): void {
  let column = from.column + by;
  while (columns[column]?.passages.length === 0) column += by;
  if (columns[column]) focusCard(board, columns, column, from.row);
}

/** The card nearest to the wanted one; where the column is empty, the first card of the board. */
function focusCard(
  board: HTMLElement | null,
  columns: readonly BoardColumn[],
  column: number,
  row: number,
): void {
  const there = columns[column]?.passages.length ?? 0;
  const goal = Math.max(0, Math.min(row, there - 1));
  const find = () =>
    board?.querySelector<HTMLElement>(
      there > 0 ? `.split-card[data-column="${column}"][data-row="${goal}"]` : '.split-card',
    );
  const card = find();
  if (!card) return;
  card.focus();
  card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
