import { keptSources } from '../../storage/erasure/traces';
import { listCoders } from '../../storage/repositories/coders';
import { codingsOfSource, quotationsOfSource } from '../../storage/repositories/codings';
import { memosOn } from '../../storage/repositories/memos';
import { listFolders, listSources, sourcesWithMemo } from '../../storage/repositories/sources';
import { knownSource } from '../commands/sources';
import type { QueryHandlers } from '../context';

export const documentQueries: QueryHandlers<
  'sources.tree' | 'sources.kept' | 'source.text' | 'source.codings' | 'source.deletionPreview'
> = {
  'sources.tree': (_, { database, sourceCounts }) => {
    const counts = sourceCounts.get();
    const withMemo = new Set(sourcesWithMemo(database));
    return {
      folders: listFolders(database),
      sources: listSources(database).map((source) => ({
        ...source,
        quotations: counts.get(source.id)?.quotations ?? 0,
        codings: counts.get(source.id)?.codings ?? 0,
        hasMemo: withMemo.has(source.id),
      })),
    };
  },

  'sources.kept': (_, { database }) => keptSources(database),

  'source.text': (args, { database, texts }) => ({
    source: knownSource(database, args.id),
    text: texts.get(args.id).text,
  }),

  'source.codings': (args, { database }) => {
    knownSource(database, args.id);
    return {
      codings: codingsOfSource(database, args.id).map(({ sourceId: _, ...coding }) => coding),
      quotations: quotationsOfSource(database, args.id).map(({ id, start, end, hasMemo }) => ({
        id,
        start,
        end,
        hasMemo: hasMemo === 1,
      })),
    };
  },

  'source.deletionPreview': (args, { database }) => {
    const sources = args.ids.map((id) => knownSource(database, id));
    const quotations = sources.flatMap(({ id }) => quotationsOfSource(database, id));
    const codings = sources.flatMap(({ id }) => codingsOfSource(database, id));
    const coderIds = new Set(codings.map(({ coderId }) => coderId));
    return {
      documents: sources.length,
      subcodes: 0,
      quotations: quotations.length,
      codings: codings.length,
      memos:
        quotations.filter(({ hasMemo }) => hasMemo).length +
        sources.filter(({ id }) => memosOn(database, { kind: 'source', id }).length > 0).length,
      coders: listCoders(database).flatMap(({ id, name }) => (coderIds.has(id) ? [name] : [])),
    };
  },
};
