import type { ErasurePreview } from '../../contract/erasure';
import type { CheckedQueryArgs } from '../../contract/queries';
import { mayHoldTexts } from '../../storage/erasure/in-file';
import { countErasure, everHad, tracesOfPassage, tracesOfSources } from '../../storage/erasure/traces';
import type { ReadContext } from '../context';

/** What an erasure would take, and which backups would still hold it. */
export async function previewErasure(
  args: CheckedQueryArgs<'erasure.preview'>,
  { database, platform }: ReadContext,
  backups: readonly { readonly path: string }[],
): Promise<ErasurePreview> {
  const traces =
    'ids' in args
      ? tracesOfSources(database, args.ids)
      : {
          ...tracesOfPassage(database, args),
          texts: everHad(database, 'source', 'text_sha256', [args.sourceId]),
        };
  const { quotations, codings, memos, segments } = traces;
  const rows = [...('ids' in args ? args.ids : []), ...quotations, ...codings, ...memos, ...segments];
  const counts = {
    quotations: traces.quotations.length,
    codings: traces.codings.length,
    memos: traces.memos.length,
    entries: countErasure(database, rows),
  };
  const runtime = await platform.loadSqlite();
  const holding = [];
  for (const { path } of backups) {
    if (mayHoldTexts({ path, runtime, files: platform.files }, traces.texts)) holding.push(path);
    // Between two files others have their turn.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { ...counts, backups: holding };
}
