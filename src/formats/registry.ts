import { fail, ok, type Result } from '../core/result';
import type { DocumentImporter, ImportedDocument, ReadContext } from './document-importer';
import type { Exporter, ExportInputs, ExportPurpose, ExportWriter } from './exporter';
import { endingOf } from './file-name';
import { recogniseForeignFile } from './foreign-file';
import { MAX_TEXT_BYTES, plainTextImporter } from './plain-text/plain-text-importer';

/**
 * Every format, one line each. Writers are loaded when they are first used, so a format costs nothing at start.
 */
export const DOCUMENT_IMPORTERS: readonly DocumentImporter[] = [plainTextImporter];

type Line<Input> = readonly [
  ending: string,
  label: string,
  mimeType: string,
  load: () => Promise<ExportWriter<Input>>,
];

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const EXPORTERS: { readonly [P in ExportPurpose]: readonly Line<ExportInputs[P]>[] } = {
  codebook: [
    ['csv', 'CSV', 'text/csv', async () => (await import('./csv/write-csv')).writeCodebookCsv],
    ['xlsx', 'Excel workbook', XLSX, async () => (await import('./xlsx/write-xlsx')).writeCodebookXlsx],
    ['html', 'Web page', 'text/html', async () => (await import('./html/codebook-html')).writeCodebookHtml],
    [
      'md',
      'Markdown',
      'text/markdown',
      async () => (await import('./markdown/codebook-markdown')).writeCodebookMarkdown,
    ],
    [
      'json',
      'JSON',
      'application/json',
      async () => (await import('./json/codebook-json')).writeCodebookJson,
    ],
    [
      'qdc',
      'REFI-QDA codebook',
      'application/xml',
      async () => (await import('./refi-qda/write-qdc')).writeCodebookQdc,
    ],
  ],
  quotations: [
    ['csv', 'CSV', 'text/csv', async () => (await import('./csv/write-csv')).writeQuotationsCsv],
    ['xlsx', 'Excel workbook', XLSX, async () => (await import('./xlsx/write-xlsx')).writeQuotationsXlsx],
  ],
  cooccurrence: [
    ['csv', 'CSV', 'text/csv', async () => (await import('./csv/write-csv')).writeMatrixCsv],
    ['xlsx', 'Excel workbook', XLSX, async () => (await import('./xlsx/write-xlsx')).writeMatrixXlsx],
  ],
  history: [
    ['csv', 'CSV', 'text/csv', async () => (await import('./csv/history-csv')).writeHistoryCsv],
    ['html', 'Web page', 'text/html', async () => (await import('./html/history-html')).writeHistoryHtml],
  ],
};

const PURPOSE_NAMES: Record<ExportPurpose, string> = {
  codebook: 'A codebook',
  quotations: 'Quotations',
  cooccurrence: 'A co-occurrence matrix',
  history: 'The history',
};

/**
 * The importer for a file: the one that recognises its bytes, else the one of its ending, else plain text. Refuses
 * (`unreadableFile`) what is plainly something that none of them reads; a binary file of no known kind is refused
 * by the reading itself.
 */
export function importerFor(fileName: string, bytes: Uint8Array): Result<DocumentImporter> {
  const ending = endingOf(fileName);
  const recognised = DOCUMENT_IMPORTERS.find((importer) => importer.recognises?.(bytes, ending));
  if (recognised !== undefined) return ok(recognised);
  const foreign = recogniseForeignFile(bytes);
  if (foreign !== null) {
    return fail(
      'unreadableFile',
      `${fileName} could not be imported: it is ${foreign.what}. Nothing was changed. ${foreign.advice}`,
    );
  }
  const named = DOCUMENT_IMPORTERS.find((importer) => importer.endings.includes(ending));
  return ok(named ?? plainTextImporter);
}

/** A refusal (`unreadableFile`) of a file that is too large for any importer, so that it need not be read; else null. */
export function refuseBySize(fileName: string, bytes: number): Result<never> | null {
  if (bytes <= MAX_TEXT_BYTES) return null;
  return fail(
    'unreadableFile',
    `${fileName} could not be imported: it is larger than 200 MB; split it into parts. Nothing was changed.`,
  );
}

/** Reads a document of any known format; every refusal names the file and says that nothing was changed. */
export async function readDocument(
  bytes: Uint8Array,
  context: ReadContext,
): Promise<Result<ImportedDocument>> {
  const importer = importerFor(context.fileName, bytes);
  return importer.ok ? importer.value.read(bytes, context) : importer;
}

/** All exporters of one thing, for a file dialog. */
export function exportersOf<P extends ExportPurpose>(purpose: P): readonly Exporter<ExportInputs[P]>[] {
  const lines: readonly Line<ExportInputs[P]>[] = EXPORTERS[purpose];
  return lines.map(([ending, label, mimeType, load]) => ({
    ending,
    label,
    mimeType,
    write: async (input, options) => (await load())(input, options),
  }));
}

/** The exporter by file ending (`csv`, `.CSV`); refuses (`invalid`) an unknown one with those that there are. */
export function exporterFor<P extends ExportPurpose>(
  purpose: P,
  ending: string,
): Result<Exporter<ExportInputs[P]>> {
  const wanted = ending.toLowerCase().replace(/^\./, '');
  const exporters = exportersOf(purpose);
  const found = exporters.find((exporter) => exporter.ending === wanted);
  if (found !== undefined) return ok(found);
  const possible = exporters.map((exporter) => `.${exporter.ending}`).join(', ');
  const asked = wanted === '' ? 'without an ending' : `as .${wanted}`;
  return fail(
    'invalid',
    `${PURPOSE_NAMES[purpose]} can't be exported ${asked}. Possible endings: ${possible}. Nothing was written.`,
  );
}
