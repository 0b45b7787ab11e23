import { ExpectedError } from '../../core/result';
import { tableNames } from '../../core/tables';
import { schemaVersion } from '../schema';
import type { Finds } from './find-rows';
import { layouts, salvageTables } from './layouts';
import type { Pages } from './pages/pages';
import { readRecordHeader } from './pages/record';
import { numberOf, rowOf } from './rows';

interface File {
  readonly pages: Pages;
  readonly finds: Finds;
  readonly name: string;
}

/** Throws ExpectedError where nothing of a project is in the file, or a newer Emic wrote it. */
export function refuseOthers({ pages, finds, name }: File): void {
  const refuse = (why: string) => {
    throw new ExpectedError('unreadableFile', `${name} ${why} Nothing was written.`);
  };
  if (pages.size === 0) refuse('is empty: there is nothing in it that could be saved.');
  const found = salvageTables.filter((table) => finds.tables[table].cells.length > 0);
  if (finds.strangers.length > 0 && finds.ownTables < tableNames.length / 2) {
    refuse('is an SQLite file, but not an Emic project.');
  }
  if (isNewer({ pages, finds })) {
    throw new ExpectedError(
      'newerVersion',
      `${name} was written by a newer Emic (file version ${pages.header.userVersion}; this one reads up to ` +
        `${schemaVersion}). Nothing was written; repair it with the newer version.`,
    );
  }
  if (found.length > 0) return;
  if (pages.header.hasMagic) refuse('is too damaged: nothing of a project could be read in it.');
  refuse('is not an Emic project: nothing of one could be read in it.');
}

/** A damaged number alone is no newer version: the history says which one wrote it. */
function isNewer({ pages, finds }: Omit<File, 'name'>): boolean {
  if (!pages.header.isIntact || pages.header.userVersion <= schemaVersion) return false;
  const written = versionsInHistory(finds);
  return written.length === 0 || written.some((version) => version > schemaVersion);
}

function versionsInHistory({ tables, reader }: Finds): number[] {
  const versions = tables.change_set.cells.map(({ cell }) =>
    numberOf(rowOf(reader, 'change_set', cell), 'schema_version'),
  );
  return versions.filter((version) => Number.isSafeInteger(version) && version > 0);
}

/**
 * The version whose tables the file has: the first had a shorter row for the project; each migration leaves its number
 * in every entry of the history; where there is none, the file itself and its list of tables say so.
 */
export function fileVersion({ pages, finds }: Omit<File, 'name'>): number {
  const [project] = finds.tables.project.cells;
  const header = project && readRecordHeader(finds.reader.local(project.cell), project.cell.length);
  if (header?.serialTypes.length === layouts.project.widths[0]) return 1;
  const written = versionsInHistory(finds).filter((version) => version <= schemaVersion);
  if (written.length > 0) return Math.max(...written);
  if (finds.indexRoots.has('memo_coding')) return schemaVersion;
  const told = pages.header.userVersion;
  const isTold = pages.header.isIntact && told >= (header ? 2 : 1) && told < schemaVersion;
  return isTold ? told : finds.indexRoots.size === 0 ? schemaVersion : 2;
}
