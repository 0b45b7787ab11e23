/**
 * Rows that can stand in a project again: every column holds what it must, every reference leads somewhere, trees are
 * trees. What can't is told.
 */
import { codeColorRing } from '../../core/colors';
import { codeStatuses } from '../../core/entities';
import { type TableName, tableNames } from '../../core/tables';
import { type Column, isId, isSoundValue, layouts } from './layouts';
import { references } from './mend-ids';
import type { Value } from './pages/record';
import { counted, type Notes, quoted } from './report';
import { numberOf, type Row, type Rows, textOf } from './rows';

const gray = codeColorRing[0] ?? '#808080';

/** Puts something in the place of values that no such column can hold. `now` where a time is lost. */
export function mendValues(rows: Rows, now: string, notes: Notes): void {
  for (const table of tableNames) {
    if (table === 'project') continue;
    for (const row of rows[table].values()) {
      for (const column of layouts[table].columns) {
        const value = row[column.name] ?? null;
        row[column.name] = withoutNul(value);
        // Ids have been looked after, and references come later.
        if (column.kind === 'id' || column.kind === 'sha256' || isSoundValue(column, value)) continue;
        row[column.name] = defaultOf(column, row, now);
        if (value !== null) notes.mend('Some dates, colours or numbers were damaged and were guessed.');
      }
      mendChoices(table, row);
      if (table !== 'source' && 'name' in row && textOf(row, 'name').trim() === '') row.name = 'Untitled';
    }
  }
}

/** Columns that hold one of few words. */
function mendChoices(table: TableName, row: Row): void {
  if (table === 'code') {
    if (row.is_codable !== 0) row.is_codable = 1;
    if (!(codeStatuses as readonly unknown[]).includes(row.status)) row.status = 'inUse';
  } else if (table === 'source') {
    if (row.structure !== 'corrected') row.structure = 'automatic';
  } else if (table === 'memo') {
    if (row.is_free !== 1) row.is_free = 0;
  }
}

function withoutNul(value: Value): Value {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
}

function defaultOf({ name, kind }: Column, row: Row, now: string): Value {
  switch (kind) {
    case 'time':
      return [row.created_at, row.modified_at].find((time) => isSoundValue(timeColumn, time ?? null)) ?? now;
    case 'color':
      return gray;
    case 'real':
      return 1;
    case 'integer':
      // A place or a length that is lost must not look like one.
      return name === 'projection_version' ? 1 : -1;
    default:
      return '';
  }
}

const timeColumn = { kind: 'time', isOptional: false } as const;

/** What a row needs that is made in place of a lost one. */
export interface Making {
  readonly now: string;
  readonly newId: () => string;
}

/** Whoever coded and is lost; one for each lost id, so that different coders stay different. */
export function mendCoders(rows: Rows, { now, newId }: Making, notes: Notes): void {
  const lost = new Set<string>();
  const nobody = newId();
  for (const { from, column, to } of references) {
    if (to !== 'coder') continue;
    for (const row of rows[from].values()) {
      if (!isId(row[column])) row[column] = nobody;
      const id = textOf(row, column);
      if (!rows.coder.has(id)) lost.add(id);
    }
  }
  for (const id of lost) {
    rows.coder.set(id, { id, name: 'Unknown', color: gray, created_at: now });
    notes.lose({
      kind: 'coder',
      name: '',
      one: () => 'The name of a coder is lost; what they did is kept under “Unknown”.',
      many: (count) =>
        `The names of ${count} coders are lost; what they did is kept under “Unknown”, “Unknown (2)” ….`,
    });
  }
  const names = new Set<string>();
  for (const coder of rows.coder.values()) {
    coder.name = freeName(textOf(coder, 'name'), (name) => names.has(name));
    names.add(textOf(coder, 'name'));
  }
}

/** A code whose row is lost lives on under its id as long as something was coded with it. */
export function mendCodes(rows: Rows, { now, newId }: Making, notes: Notes): void {
  const unreadable = newId();
  for (const coding of rows.coding.values()) if (!isId(coding.code_id)) coding.code_id = unreadable;
  const someone = [...rows.coder.keys()][0];
  const wanted = new Set([
    ...[...rows.coding.values()].map((coding) => textOf(coding, 'code_id')),
    ...[...rows.memo.values()].map((memo) => textOf(memo, 'code_id')),
  ]);
  for (const id of wanted) {
    if (id === '' || rows.code.has(id) || someone === undefined) continue;
    const texts = { definition: '', when_to_use: '', when_not_to_use: '', examples: '' };
    const place = { parent_id: null, position: nextPosition(rows.code) };
    const made = { coder_id: someone, created_at: now, modified_at: now };
    rows.code.set(id, {
      id,
      name: 'Lost code',
      color: gray,
      is_codable: 1,
      status: 'inUse',
      ...texts,
      ...place,
      ...made,
    });
    notes.lose({
      kind: 'code',
      name: '',
      one: () => 'A code’s name and definition are lost; its codings are kept under “Lost code”.',
      many: (count) =>
        `The names and definitions of ${count} codes are lost; their codings are kept under “Lost code”, “Lost code (2)” ….`,
    });
  }
  mendTree(rows, 'code', notes);
  const names = new Set<string>();
  for (const code of rows.code.values()) {
    const key = (name: string) => `${textOf(code, 'parent_id')} ${name}`;
    const name = freeName(textOf(code, 'name'), (each) => names.has(key(each)));
    if (name !== code.name && code.name !== 'Lost code') {
      notes.mend(
        `A second code ${quoted(textOf(code, 'name'))} at the same place is now called ${quoted(name)}.`,
      );
    }
    code.name = name;
    names.add(key(name));
  }
}

/** What stands below nothing, or below itself, stands at the top. */
export function mendTree(rows: Rows, table: 'code' | 'source_folder', notes: Notes): void {
  const moved: Row[] = [];
  for (const row of rows[table].values()) {
    if (row.parent_id !== null && !rows[table].has(textOf(row, 'parent_id'))) {
      row.parent_id = null;
      moved.push(row);
    }
  }
  const safe = new Set<string>();
  for (const [id, row] of rows[table]) {
    const path = new Set<string>();
    let at: string | null = id;
    while (at !== null && !safe.has(at) && !path.has(at)) {
      path.add(at);
      at = (rows[table].get(at)?.parent_id as string | null | undefined) ?? null;
    }
    if (at !== null && path.has(at)) {
      row.parent_id = null;
      moved.push(row);
    }
    for (const each of path) safe.add(each);
  }
  const what = table === 'code' ? 'code' : 'folder';
  for (const row of moved) {
    notes.mend({
      kind: `top ${table}`,
      name: quoted(textOf(row, 'name')),
      one: (name) => `What the ${what} ${name} lay in is lost; it stands at the top now.`,
      many: (count, all) =>
        `What ${counted(count, what, `${what}s`)} lay in is lost; they stand at the top now: ${all}.`,
    });
  }
}

export function nextPosition(rows: ReadonlyMap<string, Row>): number {
  let last = 0;
  for (const row of rows.values()) last = Math.max(last, numberOf(row, 'position') || 0);
  return last + 1;
}

/** “Name”, or “Name (2)” and so on. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let number = 2; isTaken(free); number += 1) free = `${name} (${number})`;
  return free;
}
