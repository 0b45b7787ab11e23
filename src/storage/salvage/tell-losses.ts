import { tableNames } from '../../core/tables';
import { nouns } from './apply-history';
import type { Built } from './build';
import type { Finds } from './find-rows';
import type { Pages } from './pages/pages';
import { counted, type Notes } from './report';

/** What is not known to be whole: the history vouches for rows only where its end is sound. */
export function tellOfLosses(
  { pages, finds }: { readonly pages: Pages; readonly finds: Finds },
  { isHistoryKept, history, proven }: Built & { readonly isHistoryKept: boolean },
  notes: Notes,
): void {
  if (pages.isRolledBack) notes.mend('A change that was never finished was taken back.');
  if (!isHistoryKept && history.entries > 0) {
    notes.lose(
      'The history is damaged and did not come along: what was done before can no longer be undone.',
    );
  } else if (!isHistoryKept && !finds.tables.change_set.isComplete) {
    notes.lose('The history is lost: what was done before can no longer be undone.');
  }
  if (pages.missing > 0) {
    notes.lose(
      `The end of the file is missing: ${counted(pages.missing, 'page', 'pages')} of ${pages.count + pages.missing}.`,
    );
  }
  if (finds.unreadablePages > 0) {
    notes.lose(
      `The disk does not give ${counted(finds.unreadablePages, 'page', 'pages')} of the file’s ${pages.count}.`,
    );
  }
  if (finds.doubtfulPages > 0) {
    notes.lose(
      `${counted(finds.doubtfulPages, 'page', 'pages')} of the file may hold what was deleted long ago, and were left out.`,
    );
  }
  if (isHistoryKept) return;
  const damagedTables = tableNames.filter((table) => !proven.has(table));
  const torn = damagedTables.filter(
    (table) => !finds.tables[table].isComplete && finds.tables[table].unreadable === 0,
  );
  for (const table of damagedTables) {
    const { unreadable } = finds.tables[table];
    const [, many] = nouns[table];
    if (unreadable > 0) {
      notes.lose(
        `${unreadable === 1 ? `One of the ${many}` : `${unreadable} of the ${many}`} could not be read.`,
      );
    }
  }
  if (torn.length === 0) return;
  const list = torn.map((table) => nouns[table][1].toLowerCase());
  const names = list.length === 1 ? list[0] : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
  notes.lose(`The file is damaged where it held ${names}: some may be missing.`);
}
