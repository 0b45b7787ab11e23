import type { Database } from '../sqlite/types';

/** Lets rows point to missing ones until the running transaction ends; its commit checks them all. */
export function deferForeignKeys(database: Database): void {
  database.exec('PRAGMA defer_foreign_keys = ON');
}
