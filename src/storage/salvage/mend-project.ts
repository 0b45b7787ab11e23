import type { History } from './history';
import { type Column, isId, isSoundValue, layouts } from './layouts';
import type { Making } from './mend-rows';
import type { Notes } from './report';
import { isSoundRow, numberOf, type Row, type Rows, textOf } from './rows';

export interface ProjectOptions extends Making {
  readonly history: History;
  readonly notes: Notes;
  readonly name: string;
  readonly createdWith: string;
}

/** More entries than this beyond the history are no number of entries. */
const plausibleLead = 1_000_000;

/** The one row about the project itself; its revision is never lower than its history's. */
export function mendProject(rows: Rows, options: ProjectOptions): void {
  const { history, notes, now } = options;
  const found = [...rows.project.values()];
  const row = found.find((each) => isSoundRow('project', each)) ?? found[0];
  const isFound = row !== undefined;
  const project: Row = row ?? { description: '' };
  if (!isFound) {
    notes.lose(
      'The name and description of the project are lost; it is called after the file. Copies of it can no longer be recognised as the same project.',
    );
  }
  const defaults: Row = {
    name: options.name,
    created_at: now,
    created_with: options.createdWith,
    description: '',
    base_revision: 0,
    base_change_set: null,
    base_digest: '',
  };
  for (const column of layouts.project.columns) {
    if (isSoundProjectValue(column, project)) continue;
    project[column.name] = column.kind === 'id' ? options.newId() : (defaults[column.name] ?? null);
  }
  const revision = numberOf(project, 'revision');
  const isPlausible = revision >= history.revision && revision < history.revision + plausibleLead;
  project.revision = isPlausible || history.entries === 0 ? Math.max(0, revision || 0) : history.revision;
  if (!isId(project.id) || textOf(project, 'name').trim() === '') project.name = options.name;
  rows.project.clear();
  rows.project.set(textOf(project, 'id'), project);
}

function isSoundProjectValue(column: Column, project: Row): boolean {
  const value = project[column.name] ?? null;
  return isSoundValue(column, typeof value === 'string' && value.includes('\0') ? null : value);
}
