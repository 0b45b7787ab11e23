import { schemaDigest } from '../schema';
import { schemaText } from '../schema/snapshot';
import type { Sha256 } from '../sha256';
import type { ReadableDatabase } from '../sqlite/types';

/** Tables, indexes and views as this version makes them: what a damaged definition shows would be wrong everywhere. */
export function* findSchemaProblems(database: ReadableDatabase, sha256: Sha256): Iterable<string> {
  if (sha256([schemaText(database)]) !== schemaDigest) {
    yield 'The definitions of tables and views are not those of an Emic project.';
  }
}
