import { openDatabase } from '../sqlite/open-database';
import type { OpenOptions } from '../sqlite/types';

/** Whether another project file (a backup) holds one of the texts; where it can't be read, it may. */
export function mayHoldTexts(
  options: Pick<OpenOptions, 'path' | 'runtime' | 'files'>,
  sha256: readonly string[],
): boolean {
  try {
    const database = openDatabase({ ...options, mode: 'read' });
    try {
      const found = database
        .prepare('SELECT 1 FROM source_text WHERE sha256 IN (SELECT value FROM json_each(?)) LIMIT 1')
        .value([JSON.stringify(sha256)]);
      return found !== undefined;
    } finally {
      database.close();
    }
  } catch {
    return true;
  }
}
