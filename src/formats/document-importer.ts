import type { Result } from '../core/result';
import type { FormatNotice } from './notice';

export interface ReadContext {
  /** The file's own name with its ending, without folders: it names the document and stands in every refusal. */
  readonly fileName: string;
  readonly signal?: AbortSignal;
  /** Read with this encoding (`windows-1252`) instead of finding out; for a researcher who knows better. */
  readonly encoding?: string;
}

/** A document ready to be stored. */
export interface ImportedDocument {
  /** The file name without its ending. */
  readonly name: string;
  /** Canonical text: well-formed Unicode, `\n` line ends, no byte order mark, never empty. */
  readonly text: string;
  /** How the bytes were read, as a lower-case label: `utf-8`, `utf-16le`, `windows-1252`. */
  readonly encoding: string;
  readonly notices: readonly FormatNotice[];
}

/** One document format. A new one is a folder beside this file and a line in `registry.ts`. */
export interface DocumentImporter {
  readonly id: string;
  /** Lower case, without the dot. */
  readonly endings: readonly string[];
  readonly mimeTypes: readonly string[];
  /** True when the bytes themselves show that they are of this format, whatever the file is called. */
  readonly recognises?: (bytes: Uint8Array, ending: string) => boolean;
  /** Refuses with `unreadableFile` (damaged, binary, empty, too large) or `cancelled`; the sentence names the file. */
  readonly read: (bytes: Uint8Array, context: ReadContext) => Promise<Result<ImportedDocument>>;
}
