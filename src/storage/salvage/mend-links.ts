/**
 * What hangs on other rows: quotations on documents, codings on quotations, memos on anything. What hangs on nothing
 * any more is told, and a memo's words are kept in the memo on the project.
 */
import type { Notes } from './report';
import { type Row, type Rows, textOf } from './rows';

/** One quotation for a place: what hung on a second one hangs on the first. */
export function uniteQuotations(rows: Rows): void {
  const places = new Map<string, string>();
  const same = new Map<string, string>();
  for (const [id, quotation] of rows.quotation) {
    const place = `${quotation.source_id} ${quotation.start_position} ${quotation.end_position}`;
    const first = places.get(place);
    if (first === undefined) places.set(place, id);
    else same.set(id, first);
  }
  for (const id of same.keys()) rows.quotation.delete(id);
  for (const row of [...rows.coding.values(), ...rows.memo.values()]) {
    const first = same.get(textOf(row, 'quotation_id'));
    if (first !== undefined) row.quotation_id = first;
  }
}

export function mendCodings(rows: Rows, notes: Notes): void {
  const seen = new Set<string>();
  for (const [id, coding] of rows.coding) {
    const key = `${coding.quotation_id} ${coding.code_id} ${coding.coder_id}`;
    const isLost = !rows.quotation.has(textOf(coding, 'quotation_id'));
    if (isLost) {
      const code = rows.code.get(textOf(coding, 'code_id'));
      notes.lose({
        kind: 'coding',
        name: `“${textOf(code, 'name')}”`,
        one: (name) => `A coding with ${name} has lost its quotation and could not be kept.`,
        many: (count) => `${count} codings have lost their quotations and could not be kept.`,
      });
    }
    if (isLost || seen.has(key)) rows.coding.delete(id);
    seen.add(key);
  }
}

const targets = [
  ['source_id', 'source', 'document'],
  ['code_id', 'code', 'code'],
  ['quotation_id', 'quotation', 'quotation'],
] as const;

export function mendMemos(rows: Rows, newId: () => string, notes: Notes): void {
  const homeless: string[] = [];
  let example: Row | undefined;
  for (const [id, memo] of rows.memo) {
    const on = targets.filter(([column]) => memo[column] !== null);
    const kept = on.find(([column, table]) => rows[table].has(textOf(memo, column)));
    for (const [column] of on) if (column !== kept?.[0]) memo[column] = null;
    if (kept || on.length === 0) continue;
    rows.memo.delete(id);
    example = memo;
    homeless.push(`On a ${on[0]?.[2] ?? 'thing'} that is lost:\n${textOf(memo, 'text')}`);
  }
  if (!example) return;
  const project = [...rows.memo.values()].find((memo) => targets.every(([column]) => memo[column] === null));
  if (project) project.text = [textOf(project, 'text'), ...homeless].join('\n\n');
  else {
    const id = newId();
    const nowhere = { source_id: null, code_id: null, quotation_id: null };
    rows.memo.set(id, { ...example, ...nowhere, id, text: homeless.join('\n\n') });
  }
  notes.mend(
    homeless.length === 1
      ? 'A memo on something that is lost was added to the memo on the project.'
      : `${homeless.length} memos on things that are lost were added to the memo on the project.`,
  );
}
