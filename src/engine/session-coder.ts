import type { SessionCoder } from '../contract/events';
import { codeColorRing } from '../core/colors';
import type { Coder } from '../core/entities';
import type { CoderId } from '../core/ids';
import { coderById, coderByName, listCoders } from '../storage/repositories/coders';
import type { Database } from '../storage/sqlite/types';

/** The person at the keyboard; `row` holds on to the row through renaming, as long as this project is open. */
export interface SessionPerson {
  readonly name: string;
  readonly color: string | undefined;
  row: CoderId | undefined;
}

const firstColor = codeColorRing[0] ?? '#808080';

export function rowOf(database: Database, person: SessionPerson): Coder | undefined {
  return (person.row && coderById(database, person.row)) ?? coderByName(database, person.name);
}

export function sessionCoder(database: Database, person: SessionPerson | null): SessionCoder | null {
  if (!person) return null;
  const row = rowOf(database, person);
  person.row = row?.id;
  return {
    id: row?.id ?? null,
    name: row?.name ?? person.name,
    color: row?.color ?? person.color ?? firstColor,
  };
}

/** While no project is open. */
export function coderAlone(person: SessionPerson | null): SessionCoder | null {
  return person && { id: null, name: person.name, color: person.color ?? firstColor };
}

export function freeColor(database: Database): string {
  const taken = new Set(listCoders(database).map(({ color }) => color));
  return codeColorRing.find((color) => !taken.has(color)) ?? firstColor;
}
