import { StorageFault } from './storage-fault';
import type { ReadableDatabase } from './types';

/** What SQLite finds wrong, a sentence each; damage too great to check is a finding, not a fault. */
export function integrityProblems(database: ReadableDatabase, depth: 'quick' | 'full'): string[] {
  try {
    return database.read(() => {
      const pragma = depth === 'quick' ? 'PRAGMA quick_check' : 'PRAGMA integrity_check';
      const lines = database.prepare(pragma).values<string>();
      const orphans = database.prepare('PRAGMA foreign_key_check').allArrays();
      return [
        ...lines.filter((line) => line !== 'ok'),
        ...orphans.map(([table, row, parent]) => `row ${row} of ${table} refers to nothing in ${parent}`),
      ];
    });
  } catch (error) {
    if (error instanceof StorageFault && (error.kind === 'corrupt' || error.kind === 'notADatabase')) {
      return [error.message];
    }
    throw error;
  }
}
