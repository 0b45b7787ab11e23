import type { CommandArgs } from '../../../contract/commands';
import type { CodeRow } from '../../../contract/queries';
import type { CodeId, QuotationId } from '../../../core/ids';
import type { CodedPassage } from '../inspector/coded-passages';
import type { SplitDraft, SplitPart } from './split-store';

/** A column of the board: what stays with the code (`part` null), or what goes to a part. */
export interface BoardColumn {
  readonly part: SplitPart | null;
  readonly passages: readonly CodedPassage[];
}

/** The first column holds what stays; quotations keep the document's order in each. */
export function boardColumns(passages: readonly CodedPassage[], draft: SplitDraft): readonly BoardColumn[] {
  const byPart = new Map<string, CodedPassage[]>(draft.parts.map(({ key }) => [key, []]));
  const staying: CodedPassage[] = [];
  for (const passage of passages) {
    const key = draft.places.get(passage.row.quotationId);
    ((key !== undefined && byPart.get(key)) || staying).push(passage);
  }
  return [
    { part: null, passages: staying },
    ...draft.parts.map((part) => ({ part, passages: byPart.get(part.key) ?? [] })),
  ];
}

/** What the columns ask for; parts without quotations are left out. */
export function splitArgs(id: CodeId, columns: readonly BoardColumn[]): CommandArgs<'code.split'> {
  const parts = columns.flatMap(({ part, passages }) => {
    if (part === null || passages.length === 0) return [];
    const quotationIds: QuotationId[] = passages.map(({ row }) => row.quotationId);
    return [
      part.codeId === null ? { name: part.name.trim(), quotationIds } : { codeId: part.codeId, quotationIds },
    ];
  });
  return { id, parts };
}

export type SplitHindrance = 'nothingSorted' | 'nameMissing' | 'nameTwice' | 'nameTaken';

/** Why the split can't be carried out yet; null: it can. */
export function hindrance(
  columns: readonly BoardColumn[],
  subcodes: readonly Pick<CodeRow, 'name'>[],
): SplitHindrance | null {
  const made = columns.flatMap(({ part, passages }) =>
    part && part.codeId === null && passages.length > 0 ? [part.name.trim()] : [],
  );
  if (columns.slice(1).every(({ passages }) => passages.length === 0)) return 'nothingSorted';
  if (made.some((name) => name === '')) return 'nameMissing';
  if (new Set(made).size < made.length) return 'nameTwice';
  if (made.some((name) => subcodes.some((code) => code.name === name))) return 'nameTaken';
  return null;
}
