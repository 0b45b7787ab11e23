import type { TableName } from '../../core/tables';
import type { History } from './history';
import type { Notes } from './report';
import type { Row, Rows } from './rows';

/** What rows of a table are called when there is one of them, and when there are many. */
export const nouns: Readonly<Record<TableName, readonly [one: string, many: string]>> = {
  project: ['The description of the project', 'Descriptions of the project'],
  coder: ['A coder', 'coders'],
  source_folder: ['A folder of documents', 'folders of documents'],
  source: ['A document’s entry', 'documents’ entries'],
  segment: ['A turn, heading or timestamp', 'turns, headings and timestamps'],
  code: ['A code', 'codes'],
  code_set: ['A set of codes', 'sets of codes'],
  code_set_code: ['A code’s place in a set', 'codes’ places in sets'],
  quotation: ['A quotation', 'quotations'],
  coding: ['A coding', 'codings'],
  memo_type: ['A type of memo', 'types of memos'],
  memo: ['A memo', 'memos'],
};

/** Makes every row that the sound end of the history knows what the history says it is. */
export function applyHistory(rows: Rows, history: History, notes: Notes): void {
  for (const state of history.states.values()) {
    const table = rows[state.table];
    const image = history.image(state);
    const row = table.get(state.id);
    if (image === null) {
      table.delete(state.id);
      continue;
    }
    if (row && isAs(row, image)) continue;
    const [one, many] = nouns[state.table];
    notes.mend({
      kind: `${row ? 'differs' : 'missing'} ${state.table}`,
      name: '',
      one: () => `${one} was damaged and was taken from the history instead.`,
      many: (count) => `${count} ${many} were damaged and were taken from the history instead.`,
    });
    // The words of a quotation are no part of its image; they are read off its document later.
    const words: Row = state.table === 'quotation' ? { text: '', text_before: '', text_after: '' } : {};
    table.set(state.id, { ...words, ...row, ...image });
  }
}

function isAs(row: Row, image: Row): boolean {
  return Object.entries(image).every(([column, value]) => row[column] === value);
}
