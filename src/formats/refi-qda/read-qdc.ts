import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ExpectedError, fail, ok, type Result } from '../../core/result';
import { type FormatNotice, noticeIfAny } from '../notice';
import { decodeAs, decodeText } from '../plain-text/decode-text';
import { parseColor } from './color';
import { type DescriptionParts, unpackDescription } from './description';

/** A code as a codebook file tells of it; the importer gives it what the file lacks. */
export interface ImportedCode extends DescriptionParts {
  /** Lower case, without braces; null when missing, unusable, or taken by an earlier code. */
  readonly guid: string | null;
  /** Place of the parent in the list; null at the root. */
  readonly parent: number | null;
  readonly depth: number;
  /** May be empty, and may repeat even among siblings. */
  readonly name: string;
  /** `#rrggbb`, or null. */
  readonly color: string | null;
  readonly isCodable: boolean;
}

export interface ImportedCodebook {
  /** The program that wrote it. */
  readonly origin: string;
  /** In tree order. */
  readonly codes: readonly ImportedCode[];
  readonly notices: readonly FormatNotice[];
}

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_DEPTH = 100;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads a REFI-QDA codebook (`.qdc`), tolerant where real files are: byte order marks, empty `<Sets/>`, older
 * namespaces, missing or repeated GUIDs, colours in any notation. Entities are never expanded and document type
 * definitions refused. Refusals are `unreadableFile`, with a sentence that names the file.
 */
export async function readQdc(
  bytes: Uint8Array,
  context: { fileName: string },
): Promise<Result<ImportedCodebook>> {
  const refuse = (reason: string, detail?: string): Result<ImportedCodebook> =>
    fail('unreadableFile', `${context.fileName} could not be read: ${reason}. Nothing was changed.`, detail);
  if (bytes.length > MAX_BYTES) return refuse('it is larger than 64 MB');
  const text = await decodeXml(bytes);
  if (text === null) return refuse('it is not a text file');
  const reader = new CodebookReader();
  try {
    return ok(reader.read(text));
  } catch (error) {
    if (error instanceof ExpectedError) return refuse(error.appError.message, error.appError.detail);
    throw error;
  }
}

/** XML names its encoding in its first line, unless it is UTF-8 or has a mark. */
async function decodeXml(bytes: Uint8Array): Promise<string | null> {
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  const isOther = declared !== undefined && !/^utf-?(8|16)$/i.test(declared);
  const decoded = (isOther ? await decodeAs(bytes, declared) : null) ?? (await decodeText(bytes));
  return decoded?.text ?? null;
}

const COUNTED = ['colorDropped', 'nameMissing', 'guidMissing', 'guidRepeated', 'setsNotRead'] as const;

interface OpenCode {
  readonly index: number;
  /** How many elements it is in. */
  readonly level: number;
  description: string;
}

class CodebookReader {
  readonly #codes: ImportedCode[] = [];
  readonly #open: OpenCode[] = [];
  readonly #path: string[] = [];
  readonly #guids = new Set<string>();
  readonly #counts: Record<(typeof COUNTED)[number], number> = {
    colorDropped: 0,
    nameMissing: 0,
    guidMissing: 0,
    guidRepeated: 0,
    setsNotRead: 0,
  };
  #origin = '';
  #inDescription = false;

  read(text: string): ImportedCodebook {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw new ExpectedError('unreadableFile', 'it is damaged, or is not XML', error.message);
    });
    parser.on('doctype', () => {
      throw new ExpectedError(
        'unreadableFile',
        'it holds a document type definition, which no codebook needs',
      );
    });
    parser.on('opentag', (tag) => this.#openTag(tag));
    parser.on('closetag', (tag) => this.#closeTag(tag.local));
    parser.on('text', (part) => this.#text(part));
    parser.on('cdata', (part) => this.#text(part));
    parser.write(text).close();
    return {
      origin: this.#origin,
      codes: this.#codes,
      notices: COUNTED.flatMap((kind) => noticeIfAny(kind, this.#counts[kind])),
    };
  }

  #openTag(tag: SaxesTagNS): void {
    const parent = this.#path.at(-1);
    if (parent === undefined) this.#openRoot(tag);
    const level = this.#path.length;
    const isInCode = this.#open.length > 0 && this.#open.at(-1)?.level === level - 1;
    if (tag.local === 'Code' && (isInCode || (parent === 'Codes' && level === 2))) this.#openCode(tag, level);
    if (tag.local === 'Set' && parent === 'Sets') this.#counts.setsNotRead++;
    this.#inDescription = tag.local === 'Description' && isInCode;
    this.#path.push(tag.local);
  }

  #openRoot(tag: SaxesTagNS): void {
    if (tag.local !== 'CodeBook') {
      throw new ExpectedError('unreadableFile', 'it is XML, but not a REFI-QDA codebook');
    }
    this.#origin = tag.attributes.origin?.value ?? '';
  }

  #openCode(tag: SaxesTagNS, level: number): void {
    if (this.#open.length >= MAX_DEPTH) {
      throw new ExpectedError('unreadableFile', `its codes are nested more than ${MAX_DEPTH} deep`);
    }
    const attribute = (name: string): string | undefined => tag.attributes[name]?.value;
    const name = attribute('name') ?? '';
    if (name.trim() === '') this.#counts.nameMissing++;
    this.#open.push({ index: this.#codes.length, level, description: '' });
    this.#codes.push({
      guid: this.#claimGuid(attribute('guid') ?? ''),
      parent: this.#open.at(-2)?.index ?? null,
      depth: this.#open.length - 1,
      name,
      color: this.#readColor(attribute('color')),
      isCodable: !/^(false|0)$/i.test(attribute('isCodable')?.trim() ?? ''),
      ...unpackDescription(''),
    });
  }

  #claimGuid(written: string): string | null {
    const guid = written
      .trim()
      .toLowerCase()
      .replace(/^\{(.*)\}$/, '$1');
    if (!GUID.test(guid)) {
      this.#counts.guidMissing++;
      return null;
    }
    if (this.#guids.has(guid)) {
      this.#counts.guidRepeated++;
      return null;
    }
    this.#guids.add(guid);
    return guid;
  }

  #readColor(written: string | undefined): string | null {
    if (written === undefined || written.trim() === '') return null;
    const color = parseColor(written);
    if (color === null) this.#counts.colorDropped++;
    return color;
  }

  #text(part: string): void {
    const code = this.#open.at(-1);
    if (this.#inDescription && code !== undefined) code.description += part;
  }

  #closeTag(local: string): void {
    this.#path.pop();
    this.#inDescription = false;
    const closed = this.#open.at(-1);
    if (local !== 'Code' || closed?.level !== this.#path.length) return;
    this.#open.pop();
    const code = this.#codes[closed.index];
    if (code === undefined) return;
    this.#codes[closed.index] = { ...code, ...unpackDescription(closed.description) };
  }
}
