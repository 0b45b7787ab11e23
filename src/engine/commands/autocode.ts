import type { CommandArgs } from '../../contract/commands';
import type { SourceId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import type { ChangeHandlers } from '../context';
import { codeAtPath } from './code-making';
import { codableCode, noCode } from './codings';
import { applyToPlaces, checkPlaces, countPlaces, type Places } from './many-places';

/** Codes on many passages at once. */
export const autocodeCommands: ChangeHandlers<'coding.autocode' | 'coding.applyMany'> = {
  'coding.autocode': async ({ code: wanted, documents, words }, prepare) => {
    await checkPlaces(documents, prepare);
    return function* (context) {
      const code = codableCode(
        context.database,
        'id' in wanted ? wanted.id : codeAtPath(context, wanted.path).id,
      );
      const added = yield* applyToPlaces(context, { documents, codeIds: [code.id] });
      const count = countPlaces(documents);
      return {
        value: { codeId: code.id, added },
        label: { key: 'coding.autocode', values: { words, code: code.name, codeId: code.id, count } },
      };
    };
  },

  'coding.applyMany': (args) =>
    function* (context) {
      const made = (args.newPaths ?? []).map((path) => codeAtPath(context, path).id);
      const codeIds = [...new Set([...args.codeIds, ...made])];
      if (codeIds.length === 0) throw new ExpectedError('invalid', noCode);
      const codes = codeIds.map((id) => codableCode(context.database, id));
      const added = yield* applyToPlaces(context, { documents: byDocument(args.places), codeIds });
      const [code] = codes;
      const count = args.places.length;
      return {
        value: { added, codeIds },
        label:
          codes.length === 1
            ? { key: 'coding.applyMany', values: { code: code?.name ?? '', codeId: code?.id, count } }
            : { key: 'coding.applyMany.many', values: { codes: codes.length, count } },
      };
    },
};

function byDocument(places: CommandArgs<'coding.applyMany'>['places']): readonly Places[] {
  const documents = new Map<SourceId, number[]>();
  for (const { sourceId, start, end } of places) {
    const spans = documents.get(sourceId);
    if (spans) spans.push(start, end);
    else documents.set(sourceId, [start, end]);
  }
  return [...documents].map(([sourceId, spans]) => ({ sourceId, spans: Int32Array.from(spans) }));
}
