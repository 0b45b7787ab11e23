/**
 * What hangs on other rows: quotations on documents, codings on quotations, memos on anything. What hangs on nothing
 * any more is told, and a memo's words are kept in the memo on the project.
 */
import { isMemoContent, joined } from '../../core/memo-content';
import type { Notes } from './report';
import { numberOf, type Row, type Rows, textOf } from './rows';

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

/** A code is in a set once; a place in a set that leads nowhere is none. */
export function mendSets(rows: Rows): void {
  const seen = new Set<string>();
  for (const [id, place] of rows.code_set_code) {
    const key = `${place.code_set_id} ${place.code_id}`;
    const isThere =
      rows.code_set.has(textOf(place, 'code_set_id')) && rows.code.has(textOf(place, 'code_id'));
    if (!isThere || seen.has(key)) rows.code_set_code.delete(id);
    seen.add(key);
  }
}

const segmentKinds: readonly unknown[] = ['turn', 'heading', 'timestamp'];

/** Turns, headings and timestamps within their documents. */
export function mendSegments(rows: Rows, notes: Notes): void {
  for (const [id, segment] of rows.segment) {
    const source = rows.source.get(textOf(segment, 'source_id'));
    const [start, end] = [numberOf(segment, 'start_position'), numberOf(segment, 'end_position')];
    const isWithin = start >= 0 && start < end && end <= numberOf(source, 'characters');
    if (isWithin && segmentKinds.includes(segment.kind)) continue;
    rows.segment.delete(id);
    notes.lose('Some turns, headings or timestamps that were put right could not be kept.');
  }
}

const targets = [
  ['source_id', 'source', 'document'],
  ['code_id', 'code', 'code'],
  ['quotation_id', 'quotation', 'quotation'],
  ['coding_id', 'coding', 'coding'],
] as const;

export function mendMemos(rows: Rows, newId: () => string, notes: Notes): void {
  const homeless: string[] = [];
  let example: Row | undefined;
  for (const [id, memo] of rows.memo) {
    if (memo.memo_type_id !== null && !rows.memo_type.has(textOf(memo, 'memo_type_id')))
      memo.memo_type_id = null;
    if (typeof memo.content === 'string' && !isMemoContent(memo.content)) memo.content = null;
    const on = targets.filter(([column]) => (memo[column] ?? null) !== null);
    const kept = on.find(([column, table]) => rows[table].has(textOf(memo, column)));
    for (const [column] of on) if (column !== kept?.[0]) memo[column] = null;
    if (on.length > 0) memo.is_free = 0;
    if (kept || on.length === 0) continue;
    rows.memo.delete(id);
    example = memo;
    const title = textOf(memo, 'title');
    homeless.push(
      `On a ${on[0]?.[2] ?? 'thing'} that is lost:\n${title === '' ? '' : `${title}\n`}${textOf(memo, 'text')}`,
    );
  }
  if (!example) return;
  const project = [...rows.memo.values()].find(
    (memo) => memo.is_free !== 1 && targets.every(([column]) => (memo[column] ?? null) === null),
  );
  const lost = { text: homeless.join('\n\n'), content: null };
  if (project) {
    const content = typeof project.content === 'string' ? project.content : null;
    Object.assign(project, joined({ text: textOf(project, 'text'), content }, lost));
  } else {
    const id = newId();
    const nowhere = { source_id: null, code_id: null, quotation_id: null, coding_id: null, is_free: 0 };
    rows.memo.set(id, { ...example, ...nowhere, ...lost, title: '', memo_type_id: null, id });
  }
  notes.mend(
    homeless.length === 1
      ? 'A memo on something that is lost was added to the memo on the project.'
      : `${homeless.length} memos on things that are lost were added to the memo on the project.`,
  );
}
