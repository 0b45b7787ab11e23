import type { SqliteRuntime } from '../../src/storage/sqlite';
import { testPlatform } from '../engine/support/driver';

export function loadRuntime(): Promise<SqliteRuntime> {
  return testPlatform().loadSqlite();
}
