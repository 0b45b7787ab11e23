import type { DocumentStructure } from '../../contract/structure';
import type { SourceId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import { recognise, type Segment, turnSpans } from '../../core/structure';
import type { FlatSpans } from '../../core/text';
import { segmentsOfSource, structureOf } from '../../storage/repositories/segments';
import type { ReadableDatabase } from '../../storage/sqlite/types';
import type { TextCache } from '../text-cache';

/** Who speaks where, and headings, of every document: as its text shows, or as a person has corrected it. */
export interface StructureCache {
  /** Throws ExpectedError `notFound` for an unknown document. */
  of(id: SourceId): DocumentStructure;
  /** The units of *same turn* (UN7), flat spans in code points. */
  turns(id: SourceId): FlatSpans;
}

/** Recognised segments kept in memory, of all documents together. */
const capacity = 400_000;

/** What was recognised is kept by the text's hash, so it never is out of date; what was corrected is read each time. */
export function createStructureCache(database: ReadableDatabase, texts: TextCache): StructureCache {
  const kept = new Map<string, readonly Segment[]>();
  let size = 0;
  const recognised = (id: SourceId, sha256: string): readonly Segment[] => {
    const known = kept.get(sha256);
    if (known) {
      kept.delete(sha256);
      kept.set(sha256, known);
      return known;
    }
    const { text, positions } = texts.get(id);
    const found = recognise(text, positions);
    kept.set(sha256, found);
    size += found.length + 1;
    for (const [oldest, dropped] of kept) {
      if (size <= capacity || oldest === sha256) break;
      kept.delete(oldest);
      size -= dropped.length + 1;
    }
    return found;
  };
  const of = (id: SourceId): DocumentStructure => {
    const state = structureOf(database, id);
    if (!state) throw new ExpectedError('notFound', 'This document is not in the project (any more).');
    const { mode, textSha256 } = state;
    if (mode === 'automatic') return { mode, segments: recognised(id, textSha256) };
    const rows = segmentsOfSource(database, id);
    return { mode, segments: rows.map(({ id: _, ...segment }) => segment) };
  };
  return { of, turns: (id) => turnSpans(of(id).segments, texts.get(id).positions.length) };
}
