import type { Written } from '../../contract/command-results';
import type { CheckedArgs } from '../../contract/commands';
import { createCodeTree } from '../../core/code-tree';
import { ExpectedError } from '../../core/result';
import type { ExportInputs, ExportPurpose } from '../../formats';
import { endingOf, exporterFor } from '../../formats';
import { listCoders } from '../../storage/repositories/coders';
import { listCodes } from '../../storage/repositories/codes';
import { readProject } from '../../storage/repositories/project';
import type { PrepareContext, TaskHandlers } from '../context';
import { setsWithCodes } from '../queries/code-sets';
import { codeRows } from '../queries/codes';
import { codingRows } from '../queries/codings';
import { listRows } from '../queries/quotation-list';
import { isSameFile } from '../same-file';
import { figureSvg, matrixTable } from './cooccurrence-figure';

export const exportTasks: Pick<
  TaskHandlers,
  'export.codebook' | 'export.quotations' | 'export.cooccurrence' | 'export.bytes'
> = {
  'export.codebook': (args, context) => {
    const coderNames = new Map(listCoders(context.database).map(({ id, name }) => [id, name]));
    const sets = setsWithCodes(context.database);
    const codes = codeRows(context).map((code) => ({
      ...code,
      coder: coderNames.get(code.coderId) ?? '',
      sets: sets.filter(({ codeIds }) => codeIds.includes(code.id)).map(({ name }) => name),
    }));
    const input = {
      projectName: readProject(context.database).name,
      codes,
      sets,
      exportedAt: context.platform.clock(),
    };
    return writeAs('codebook', input, args, context);
  },

  'export.quotations': (args, context) => {
    const rows = args.filter
      ? listRows(args.filter, context)
      : codingRows(context, wantedCodings(args, context));
    const input = {
      projectName: readProject(context.database).name,
      rows: rows.map((row) => ({
        code_path: row.codePath,
        document: row.sourceName,
        start_position: row.start,
        end_position: row.end,
        text: row.text,
        coder: row.coderName,
        created_at: row.createdAt,
        memo: row.memo,
      })),
    };
    return writeAs('quotations', input, args, context);
  },

  'export.cooccurrence': async (args, context) => {
    if (endingOf(args.path) === 'svg') {
      const svg = await figureSvg(args, context);
      return writeBytes(args.path, new TextEncoder().encode(svg), [], context);
    }
    const { definition, rows } = matrixTable(args.query, context);
    const input = { projectName: readProject(context.database).name, definition, rows };
    return writeAs('cooccurrence', input, args, context);
  },

  'export.bytes': (args, context) => writeBytes(args.path, args.bytes, [], context),
};

/** A code is meant with those beneath it. */
function wantedCodings(
  { codeId, sourceId }: CheckedArgs<'export.quotations'>,
  { database }: PrepareContext,
): Parameters<typeof codingRows>[1] {
  if (!codeId) return { sourceId };
  const tree = createCodeTree(listCodes(database));
  return { codeIds: [codeId, ...tree.descendants(codeId).map(({ id }) => id)], sourceId };
}

/** Writes an export in the format that the path's ending names. Throws ExpectedError `invalid` where there is none. */
export async function writeAs<P extends ExportPurpose>(
  purpose: P,
  input: ExportInputs[P],
  args: { readonly path: string; readonly byteOrderMark?: boolean | undefined },
  context: PrepareContext,
): Promise<Written> {
  const exporter = exporterFor(purpose, endingOf(args.path));
  if (!exporter.ok) throw new ExpectedError(exporter.error.kind, exporter.error.message);
  const written = await exporter.value.write(input, { bom: args.byteOrderMark ?? false });
  if (!written.ok) throw new ExpectedError(written.error.kind, written.error.message);
  const notices = written.value.notices.map(({ message }) => message);
  return writeBytes(args.path, written.value.bytes, notices, context);
}

async function writeBytes(
  path: string,
  bytes: Uint8Array,
  notices: readonly string[],
  context: PrepareContext,
): Promise<Written> {
  context.signal.throwIfAborted();
  refuseProjects(path, context);
  await context.platform.documents.write(path, bytes);
  return { path, bytes: bytes.length, notices };
}

/** An export replaces what is at its path, and that must never be the work itself. */
function refuseProjects(path: string, { platform, database }: PrepareContext): void {
  if (endingOf(path) !== 'emic' && !isSameFile(platform.files, path, database.path)) return;
  throw new ExpectedError(
    'conflict',
    'That is the name of a project, which an export would replace. Nothing was written; choose another name.',
  );
}
