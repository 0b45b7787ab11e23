import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { RepairReport } from '../../../../src/contract/command-results';
import { type TableName, tableNames } from '../../../../src/core/tables';
import { createEngine } from '../../../../src/engine';
import { openDatabase } from '../../../../src/storage/sqlite';
import { testPlatform } from '../../support/driver';

export const pageSize = 4096;

export type Rows = Readonly<Record<TableName | 'source_text', readonly Record<string, unknown>[]>>;

export interface Repaired {
  readonly report: RepairReport;
  readonly rows: Rows;
  readonly milliseconds: number;
}

let seeds = 0;

/** Every row of a project file, in the order of ids; the columns about the history's base left out. */
export async function rowsOf(path: string): Promise<Rows> {
  const platform = testPlatform();
  const database = openDatabase({
    path,
    runtime: await platform.loadSqlite(),
    files: platform.files,
    mode: 'read',
  });
  try {
    const read = (table: string) => {
      const isThere = database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').value([table]) === 1;
      if (!isThere) return [];
      const columns = table === 'project' ? 'id, lineage, name, description, created_at' : '*';
      return database.prepare(`SELECT ${columns} FROM ${table} ORDER BY 1`).allObjects();
    };
    const entries = [...tableNames, 'source_text'].map((table) => [table, read(table)] as const);
    return Object.fromEntries(entries) as unknown as Rows;
  } finally {
    database.close();
  }
}

/** Repairs the file at `path`: the file stays as it is to the byte, what comes out passes the full check. */
export async function repaired(path: string): Promise<Repaired> {
  const to = `${path}.repaired`;
  rmSync(to, { force: true });
  const before = digest(path);
  const engine = createEngine(testPlatform(`repair ${seeds++}`));
  try {
    const began = performance.now();
    const result = await engine.run('project.repair', { path, to });
    const milliseconds = performance.now() - began;
    expect(digest(path), 'the damaged file is as it was').toBe(before);
    if (!result.ok)
      throw new Error(`${result.error.kind}: ${result.error.message} ${result.error.detail ?? ''}`);
    const opened = await engine.run('project.open', { path: to, readOnly: true });
    expect(opened.ok, JSON.stringify(opened)).toBe(true);
    const check = await engine.run('project.check', {});
    if (!check.ok) throw new Error(check.error.message);
    expect(check.value.problems).toEqual([]);
    return { report: result.value, rows: await rowsOf(to), milliseconds };
  } finally {
    await engine.close();
    rmSync(to, { force: true });
  }
}

/** Asks for a repair that must be refused, and gives the refusal; nothing may be written. */
export async function refusedRepair(path: string, to = `${path}.repaired`) {
  const engine = createEngine(testPlatform(`refused ${seeds++}`));
  try {
    const result = await engine.run('project.repair', { path, to });
    if (result.ok) throw new Error('the repair was not refused');
    return result.error;
  } finally {
    await engine.close();
  }
}

export function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** A copy of a file with its bytes changed. */
export function damaged(path: string, to: string, change: (bytes: Buffer) => Buffer): string {
  copyFileSync(path, to);
  const bytes = readFileSync(to);
  writeFileSync(to, change(bytes));
  return to;
}

export function zeroed(bytes: Buffer, page: number): Buffer {
  return bytes.fill(0, (page - 1) * pageSize, page * pageSize);
}

/** 2 and 5 inside an index and a table, 10 and 13 their leaves, 0 what is no part of a tree. */
export function typeOf(bytes: Buffer, page: number): number {
  return bytes[page === 1 ? 100 : (page - 1) * pageSize] ?? 0;
}

export function pageCount(bytes: Buffer): number {
  return bytes.length / pageSize;
}

/** Pages on which a run of bytes begins: the place of a row whose texts these are, told without any of our code. */
export function pagesWith(bytes: Buffer, text: string): number[] {
  const wanted = Buffer.from(text);
  const pages: number[] = [];
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) {
    pages.push(Math.floor(at / pageSize) + 1);
  }
  return pages;
}
