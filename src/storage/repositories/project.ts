import type { Project } from '../../core/entities';
import type { Database, ReadableDatabase } from '../sqlite/types';

export interface Counts {
  readonly documents: number;
  readonly codes: number;
  readonly quotations: number;
  readonly codings: number;
  readonly memos: number;
}

export function readProject(database: ReadableDatabase): Project {
  const project = database
    .prepare('SELECT id, lineage, name, description, revision, created_at AS createdAt FROM project')
    .get<Project>();
  if (!project) throw new Error('the project row is missing');
  return project;
}

export function updateProject(database: Database, values: { name: string; description: string }): void {
  database.prepare('UPDATE project SET name = ?, description = ?').run([values.name, values.description]);
}

export function readRevision(database: ReadableDatabase): number {
  return database.prepare('SELECT revision FROM project').value<number>() ?? 0;
}

export function readBaseDigest(database: ReadableDatabase): string {
  return database.prepare('SELECT base_digest FROM project').value<string>() ?? '';
}

export function setRevision(database: Database, revision: number): void {
  database.prepare('UPDATE project SET revision = ?').run([revision]);
}

export function countAll(database: ReadableDatabase): Counts {
  const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).value<number>() ?? 0;
  return {
    documents: count('source'),
    codes: count('code'),
    quotations: count('quotation'),
    codings: count('coding'),
    memos: count('memo'),
  };
}
