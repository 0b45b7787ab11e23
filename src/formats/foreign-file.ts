/**
 * Files that are clearly something else than text, told by their first bytes, so that a refusal can say what the
 * file is instead of "not a text file". A format that gets an importer of its own is asked before this list.
 */
export interface ForeignFile {
  /** With its article: “a PDF document”. */
  readonly what: string;
  readonly advice: string;
}

const SAVE_AS_TEXT = 'Save it as plain text (.txt) and import that.';
const NO_TEXT = 'Only text documents can be imported.';

/** Only those that no text could begin with: an interview may well begin with “ID3” or “GIF”. */
const SIGNATURES: readonly (readonly [signature: string, what: string, advice: string])[] = [
  ['%PDF-', 'a PDF document', SAVE_AS_TEXT],
  ['{\\rtf', 'an RTF document', SAVE_AS_TEXT],
  ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'an old Microsoft Office document', SAVE_AS_TEXT],
  ['SQLite format 3\0', 'a database or a project', 'If it is an Emic project, open it instead.'],
  ['\x89PNG\r\n', 'a picture', NO_TEXT],
  ['\xFF\xD8\xFF', 'a picture', NO_TEXT],
  ['\x1F\x8B\x08', 'a compressed archive', 'Unpack it first.'],
  ['7z\xBC\xAF\x27\x1C', 'a compressed archive', 'Unpack it first.'],
];

const PACKAGES: readonly (readonly [part: string, what: string, advice: string])[] = [
  ['word/', 'a Word document', SAVE_AS_TEXT],
  ['xl/', 'an Excel workbook', SAVE_AS_TEXT],
  ['ppt/', 'a PowerPoint presentation', SAVE_AS_TEXT],
  ['application/vnd.oasis.opendocument', 'an OpenDocument file', SAVE_AS_TEXT],
  ['application/epub+zip', 'an EPUB book', SAVE_AS_TEXT],
  ['.qde', 'a REFI-QDA project', NO_TEXT],
];

export function recogniseForeignFile(bytes: Uint8Array): ForeignFile | null {
  for (const [signature, what, advice] of SIGNATURES) {
    if (hasSignature(bytes, signature)) return { what, advice };
  }
  if (hasSignature(bytes, 'PK\x03\x04')) {
    // Names of a package's parts stand uncompressed at its beginning and, in the directory, at its end.
    const names = latin1(bytes.subarray(0, 4096)) + latin1(bytes.subarray(-8192));
    const found = PACKAGES.find(([part]) => names.includes(part));
    return found === undefined
      ? { what: 'a compressed archive', advice: 'Unpack it first.' }
      : { what: found[1], advice: found[2] };
  }
  return null;
}

function hasSignature(bytes: Uint8Array, signature: string): boolean {
  if (bytes.length < signature.length) return false;
  for (let index = 0; index < signature.length; index++) {
    if (bytes[index] !== signature.charCodeAt(index)) return false;
  }
  return true;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
