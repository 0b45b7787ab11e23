export type { ColumnValue } from './codebook-columns';
export { stringifyCsv } from './csv/stringify-csv';
export type { DocumentImporter, ImportedDocument, ReadContext } from './document-importer';
export type {
  CodebookCode,
  CodebookExport,
  Exporter,
  ExportInputs,
  ExportOptions,
  ExportPurpose,
  HistoryExport,
  HistoryRow,
  MatrixExport,
  QuotationRow,
  QuotationsExport,
  WrittenFile,
} from './exporter';
export { documentName, endingOf } from './file-name';
export type { FormatNotice, NoticeKind } from './notice';
export { DOCUMENT_IMPORTERS, exporterFor, exportersOf, importerFor, readDocument } from './registry';
