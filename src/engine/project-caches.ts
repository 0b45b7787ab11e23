import type { Database } from '../storage/sqlite/types';
import { type AnalysisCache, createAnalysisCache } from './analysis-cache';
import { leftUsage } from './kept-usage';
import { createListCache, type ListCache } from './list-cache';
import type { Platform } from './platform';
import { createStructureCache, type StructureCache } from './structure/structure-cache';
import { createTextCache, type TextCache } from './text-cache';
import { createUsageCache, type UsageCache } from './usage-cache';

/** What is kept in memory of an open project. */
export interface ProjectCaches {
  readonly texts: TextCache;
  readonly structure: StructureCache;
  readonly analysis: AnalysisCache;
  readonly lists: ListCache;
  readonly usage: UsageCache;
  /** Another program has changed the file: nothing that was counted holds any more. */
  forget(): void;
}

export function createProjectCaches(database: Database, platform: Platform): ProjectCaches {
  const texts = createTextCache(database);
  const structure = createStructureCache(database, texts);
  const analysis = createAnalysisCache(database, { texts, structure });
  const lists = createListCache(database);
  const usage = createUsageCache(database, () => leftUsage(database, platform));
  return {
    texts,
    structure,
    analysis,
    lists,
    usage,
    forget() {
      lists.forget(null);
      usage.forget(null);
      analysis.forget(null);
      texts.forget();
    },
  };
}
