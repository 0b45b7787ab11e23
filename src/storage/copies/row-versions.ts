import { type TableName, tableNames } from '../../core/tables';
import { type RowVersions, withoutBase } from '../../core/three-way';
import { changesOf } from '../change-log/change-sets';
import { imageColumns, imageSql } from '../change-log/row-images';
import { keyOf, type RowState, statesAt, statesBefore } from '../change-log/row-states';
import type { ReadableDatabase } from '../sqlite/types';
import type { Parting } from './parting';

/** Images by table and row: of rows that a side has touched since the parting, as they were then. */
type Base = Map<string, string | null>;

/**
 * Every row that one of the two has touched since they parted, or that they have in two ways without a trace of it in
 * either history: what was erased for good leaves none. Both must be of the present schema version.
 */
export function versionsSince(
  here: ReadableDatabase,
  there: ReadableDatabase,
  parting: Parting,
): RowVersions[] {
  const baseHere = byKey(statesAt(here, parting.here));
  const baseThere = byKey(statesAt(there, parting.there));
  if (parting.goneOn === 'here') takeBase(here, parting.here, baseHere, { of: there, base: baseThere });
  else if (parting.goneOn === 'there')
    takeBase(there, parting.there, baseThere, { of: here, base: baseHere });
  else if (parting.goneOn === 'unknown') {
    for (const [key, image] of byKey(statesBefore(changesOf(here, parting.here)))) baseHere.set(key, image);
    for (const [key, image] of byKey(statesBefore(changesOf(there, parting.there))))
      baseThere.set(key, image);
  }
  const eraser = { here: hasErased(here, parting.here), there: hasErased(there, parting.there) };
  const versions = versionsWithoutBase(here, there, (key) => baseHere.has(key) || baseThere.has(key));
  return versions.map((row) => {
    const key = keyOf(row.table, row.id);
    const [inBaseHere, inBaseThere] = [baseHere.get(key), baseThere.get(key)];
    if (inBaseHere === undefined && inBaseThere === undefined) return untraced(row, eraser);
    // Coders may be called otherwise in a copy from its beginning.
    const ofOther = (image: string | null | undefined, now: string | null) =>
      row.table === 'coder' || image === undefined ? now : image;
    return {
      ...row,
      baseHere: inBaseHere === undefined ? ofOther(inBaseThere, row.here) : inBaseHere,
      baseThere: inBaseThere === undefined ? ofOther(inBaseHere, row.there) : inBaseThere,
    };
  });
}

/** Rows that the two have in different ways or that only one has, and those that are `wanted`. */
export function versionsWithoutBase(
  here: ReadableDatabase,
  there: ReadableDatabase,
  wanted: (key: string) => boolean = () => false,
): RowVersions[] {
  return tableNames.flatMap((table) => {
    const ours = imagesOf(here, table);
    const theirs = imagesOf(there, table);
    const found: RowVersions[] = [];
    const look = (id: string) => {
      const row = { table, id, here: ours.get(id) ?? null, there: theirs.get(id) ?? null };
      if (row.here !== row.there || wanted(keyOf(table, id))) found.push(withoutBase(row));
    };
    for (const id of ours.keys()) look(id);
    for (const id of theirs.keys()) if (!ours.has(id)) look(id);
    return found;
  });
}

/** Who lacks a row has erased it; which of two wordings is the older one is told by who has erased anything. */
function untraced(
  row: RowVersions,
  eraser: { readonly here: boolean; readonly there: boolean },
): RowVersions {
  const { table, here, there } = row;
  if (table === 'coder') return { ...row, baseHere: here, baseThere: there };
  const isHere = here === null || (there !== null && eraser.here && !eraser.there);
  const isThere = there === null || (here !== null && eraser.there && !eraser.here);
  if (isHere) return { ...row, baseHere: there, baseThere: there };
  return isThere ? { ...row, baseHere: here, baseThere: here } : row;
}

function hasErased(database: ReadableDatabase, sequence: number): boolean {
  return (
    database
      .prepare(
        "SELECT 1 FROM change_set WHERE sequence > ? AND kind = 'event' AND command LIKE '%erase%' LIMIT 1",
      )
      .value([sequence]) !== undefined
  );
}

/** The rows of an entry that grew after the parting were at that time as the other side tells. */
function takeBase(
  grown: ReadableDatabase,
  sequence: number,
  base: Base,
  other: { readonly of: ReadableDatabase; readonly base: Base },
): void {
  for (const { table_name, row_id } of statesBefore(changesOf(grown, sequence))) {
    const key = keyOf(table_name, row_id);
    const known = other.base.get(key);
    base.set(key, known === undefined ? (imageOf(other.of, table_name, row_id) ?? null) : known);
  }
}

function imageOf(database: ReadableDatabase, table: TableName, id: string): string | undefined {
  const image = imageSql(imageColumns(database, table), table);
  return database.prepare(`SELECT ${image} FROM ${table} WHERE id = ?`).value<string>([id]);
}

function imagesOf(database: ReadableDatabase, table: TableName): Map<string, string> {
  const image = imageSql(imageColumns(database, table), table);
  return new Map(database.prepare(`SELECT id, ${image} FROM ${table}`).allArrays<[string, string]>());
}

function byKey(states: readonly RowState[]): Base {
  return new Map(states.map(({ table_name, row_id, image }) => [keyOf(table_name, row_id), image]));
}
