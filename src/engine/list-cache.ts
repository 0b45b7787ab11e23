import type { Code, Source, SourceFolder } from '../core/entities';
import type { TableName } from '../core/tables';
import { listCodes } from '../storage/repositories/codes';
import { listFolders, listSources } from '../storage/repositories/sources';
import type { ReadableDatabase } from '../storage/sqlite/types';

/** Lists that nearly every answer needs and few changes touch. */
export interface ListCache {
  /** Siblings in order; not yet in tree order. */
  codes(): readonly Code[];
  /** In the order of the tree of folders. */
  sources(): readonly Source[];
  folders(): readonly SourceFolder[];
  /** To be called after a change, with the tables that it touched; null: with all of them. */
  forget(tables: Partial<Record<TableName, unknown>> | null): void;
}

export function createListCache(database: ReadableDatabase): ListCache {
  let codes: readonly Code[] | null = null;
  let sources: readonly Source[] | null = null;
  let folders: readonly SourceFolder[] | null = null;
  return {
    codes() {
      codes ??= listCodes(database);
      return codes;
    },
    sources() {
      sources ??= listSources(database);
      return sources;
    },
    folders() {
      folders ??= listFolders(database);
      return folders;
    },
    forget(tables) {
      if (!tables || tables.code !== undefined) codes = null;
      if (!tables || tables.source !== undefined || tables.source_folder !== undefined) sources = null;
      if (!tables || tables.source_folder !== undefined) folders = null;
    },
  };
}
