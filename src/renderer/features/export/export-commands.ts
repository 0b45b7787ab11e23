import type { CommandResult } from '../../../contract/commands';
import type { QuotationFilter } from '../../../contract/quotation-list';
import type { Theme } from '../../../core/colors';
import type { CooccurrenceQuery } from '../../../core/cooccurrence';
import type { CodeId, SourceId } from '../../../core/ids';
import type { AppError } from '../../../core/result';
import { runOrTell, shell, withTask } from '../../client';
import { formatNumber, t } from '../../i18n';
import { tell, tellError } from '../../ui';
import type { Choices } from '../cooccurrence/choices';
import { queryArgs } from '../cooccurrence/query-args';
import type { HistoryFilter } from '../history/history-store';
import { flushDrafts } from '../memos';
import type { ExportKind } from './export-store';
import { defaultFileName, type Ending, isFigure } from './formats';

/** What the dialog has gathered. */
export interface ExportWishes {
  readonly kind: ExportKind;
  readonly ending: Ending;
  readonly byteOrderMark: boolean;
  readonly projectName: string;
  /** Quotations of one code or document only. */
  readonly codeId?: CodeId | undefined;
  readonly sourceId?: SourceId | undefined;
  /** Just the rows of this list of quotations. */
  readonly list: QuotationFilter | null;
  /** Entries of the history that are let through. */
  readonly historyFilter: HistoryFilter;
  readonly query: CooccurrenceQuery;
  readonly choices: Choices;
  readonly view: 'matrix' | 'network';
  readonly numbers: 'count' | 'value';
  readonly theme: Theme;
}

/** Asks where, writes the file, says so. False when it was not written. */
export async function exportAs(wishes: ExportWishes): Promise<boolean> {
  const { kind, ending, projectName } = wishes;
  const what = t(`export:file.${kind === 'cooccurrence' && isFigure(ending) ? wishes.view : kind}`);
  const path = await shell.chooseSavePath({
    title: t(`export:title.${kind}`),
    defaultName: defaultFileName(projectName, what, ending),
    filters: [{ name: t(`export:format.${ending}`), extensions: [ending] }],
  });
  if (path === null) return false;
  await flushDrafts();
  const written = await withTask(t('export:task', { what }), (options) => write(wishes, path, options));
  if (!written) return false;
  tellWritten(written);
  return true;
}

type Written = CommandResult<'export.codebook'>;
type Options = Parameters<Parameters<typeof withTask>[1]>[0];

async function write(wishes: ExportWishes, path: string, options: Options): Promise<Written | null> {
  const { kind, ending, byteOrderMark, codeId, sourceId, query } = wishes;
  const mark = ending === 'csv' ? { byteOrderMark } : {};
  const done = await (() => {
    switch (kind) {
      case 'codebook':
        return runOrTell('export.codebook', { path, ...mark }, options);
      case 'quotations':
        return runOrTell(
          'export.quotations',
          {
            path,
            ...mark,
            ...(wishes.list ? { filter: wishes.list } : {}),
            ...(codeId ? { codeId } : {}),
            ...(sourceId ? { sourceId } : {}),
          },
          options,
        );
      case 'history':
        return runOrTell(
          'export.history',
          { path, filter: wishes.historyFilter, timeZone: localTimeZone(), ...mark },
          options,
        );
      case 'cooccurrence':
        return isFigure(ending)
          ? writeFigure(wishes, path, ending)
          : runOrTell('export.cooccurrence', { path, query: queryArgs(query), ...mark }, options);
    }
  })();
  return done?.value ?? null;
}

/** `Europe/Stockholm`: days and times of a page are those of the reader. */
function localTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

async function writeFigure(wishes: ExportWishes, path: string, ending: 'svg' | 'png') {
  const { query, choices, view, numbers, theme, projectName } = wishes;
  try {
    const [{ cooccurrenceFigure }, { figureToPng }, { figureToSvg }] = await Promise.all([
      import('./cooccurrence-figure'),
      import('./draw-figure'),
      import('../../../core/figures'),
    ]);
    const figure = await cooccurrenceFigure({ query, choices, view, numbers, theme, title: projectName });
    const bytes =
      ending === 'svg' ? new TextEncoder().encode(figureToSvg(figure)) : await figureToPng(figure);
    return await runOrTell('export.bytes', { path, bytes });
  } catch (error) {
    tellError(isAppError(error) ? error : drawingFailed(error));
    return null;
  }
}

function drawingFailed(error: unknown): AppError {
  return { kind: 'bug', message: t('export:drawingFailed'), detail: String(error) };
}

function isAppError(error: unknown): error is AppError {
  return typeof error === 'object' && error !== null && 'kind' in error && 'message' in error;
}

function tellWritten({ path, bytes, notices }: Written): void {
  const name = path.split(/[/\\]/).at(-1) ?? path;
  tell({
    kind: 'success',
    message: t('export:written', { name, size: sizeText(bytes) }),
    lines: notices,
    action: { label: t('export:showInFolder'), run: () => shell.showInFolder(path) },
  });
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return t('export:bytes', { count: bytes });
  if (bytes < 1_000_000) return t('export:kilobytes', { size: formatNumber(Math.round(bytes / 1000)) });
  return t('export:megabytes', { size: formatNumber(Math.round(bytes / 100_000) / 10) });
}
