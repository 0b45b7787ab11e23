import { textsOf } from '../../storage/change-log/quotation-words';
import { keptSources } from '../../storage/erasure/traces';
import { listCoders } from '../../storage/repositories/coders';
import { codingsOfSource, quotationsOfSource } from '../../storage/repositories/codings';
import {
  codingsAmong,
  codingsWithMemo,
  type MarkedCoding,
  type MarkedPlace,
  placesAmong,
  quotationsOfCodings,
  quotationsWithMemo,
} from '../../storage/repositories/document-marks';
import { marksOfSource } from '../../storage/repositories/marks-of-source';
import { countMemosOnCodings, memosOn } from '../../storage/repositories/memos';
import { sourcesWithMemo } from '../../storage/repositories/sources';
import { knownSource } from '../commands/sources';
import type { QueryHandlers } from '../context';

export const documentQueries: QueryHandlers<
  | 'sources.tree'
  | 'sources.kept'
  | 'source.text'
  | 'source.codings'
  | 'source.codingsAmong'
  | 'source.deletionPreview'
> = {
  'sources.tree': (_, { database, lists, usage }) => {
    const { sources: counts } = usage.get();
    const withMemo = new Set(sourcesWithMemo(database));
    return {
      folders: lists.folders(),
      sources: lists.sources().map((source) => ({
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
    sha256: textsOf(database, [args.id]).get(args.id) ?? '',
  }),

  'source.codings': (args, { database }) => {
    knownSource(database, args.id);
    const sha256 = textsOf(database, [args.id]).get(args.id) ?? '';
    return { sha256, ...marksOfSource(database, args.id) };
  },

  'source.codingsAmong': (args, { database }) => {
    knownSource(database, args.id);
    const ids = [...new Set([...args.quotationIds, ...quotationsOfCodings(database, args.codingIds)])];
    return {
      sha256: textsOf(database, [args.id]).get(args.id) ?? '',
      codings: codingsAmong(database, args.id, ids).map(asCoding),
      quotations: placesAmong(database, args.id, ids).map(asQuotation),
      quotationsWithMemo: quotationsWithMemo(database, args.id),
      codingsWithMemo: codingsWithMemo(database, args.id),
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
        countMemosOnCodings(
          database,
          codings.map(({ id }) => id),
        ) +
        sources.filter(({ id }) => memosOn(database, { kind: 'source', id }).length > 0).length,
      coders: listCoders(database).flatMap(({ id, name }) => (coderIds.has(id) ? [name] : [])),
    };
  },
};

const asQuotation = ({ id, start, end, hasMemo }: MarkedPlace) => ({
  id,
  start,
  end,
  hasMemo: hasMemo === 1,
});

const asCoding = ({ sourceId: _, hasMemo, ...coding }: MarkedCoding) => ({
  ...coding,
  hasMemo: hasMemo === 1,
});
