import type { ReadableDatabase } from '../storage/sqlite/types';
import { type AnalysisCache, createAnalysisCache } from './analysis-cache';
import { type CountCaches, createCountCaches } from './count-cache';
import { createTextCache, type TextCache } from './text-cache';

/** What is kept in memory of an open project. */
export interface ProjectCaches extends CountCaches {
  readonly texts: TextCache;
  readonly analysis: AnalysisCache;
  /** Another program has changed the file: nothing that was counted holds any more. Texts never change in place. */
  forget(): void;
}

export function createProjectCaches(database: ReadableDatabase): ProjectCaches {
  const texts = createTextCache(database);
  const analysis = createAnalysisCache(database, texts);
  const counts = createCountCaches(database);
  return {
    texts,
    analysis,
    ...counts,
    forget() {
      counts.codeCounts.forget(null);
      counts.sourceCounts.forget(null);
      analysis.forget(null);
    },
  };
}
