import { fail, ok, type Result } from '../../core/result';
import { normalizeText } from '../../core/text';
import type { DocumentImporter, ImportedDocument, ReadContext } from '../document-importer';
import { documentName, endingOf } from '../file-name';
import { type FormatNotice, makeNotice, noticeIfAny } from '../notice';
import { type DecodedText, decodeAs, decodeText } from './decode-text';

/** Larger texts are no interviews, and a string of the running system could not hold much more. */
export const MAX_TEXT_BYTES = 200 * 1024 * 1024;

const MARKUP_ENDINGS = ['html', 'htm', 'xhtml', 'xml'];

/**
 * Plain text in any encoding. Also what every file is read as that no other importer claims, so the refusals here
 * are the ones that a picture or a program meets.
 */
export const plainTextImporter: DocumentImporter = {
  id: 'plain-text',
  endings: ['txt', 'text', 'md', 'markdown', 'log', 'srt', 'vtt'],
  mimeTypes: ['text/plain', 'text/markdown'],
  read: readPlainText,
};

async function readPlainText(bytes: Uint8Array, context: ReadContext): Promise<Result<ImportedDocument>> {
  const { fileName, signal, encoding } = context;
  if (bytes.length === 0) return refuse(fileName, 'it is empty');
  if (bytes.length > MAX_TEXT_BYTES) return refuse(fileName, 'it is larger than 200 MB; split it into parts');
  if (signal?.aborted) return cancelled(fileName);

  const decoded = encoding === undefined ? await decodeText(bytes) : await decodeAs(bytes, encoding);
  if (signal?.aborted) return cancelled(fileName);
  if (decoded === null) {
    const reason = encoding === undefined ? 'it is not a text file' : `“${encoding}” is not a known encoding`;
    return refuse(fileName, reason);
  }

  const normal = normalizeText(decoded.text);
  if (normal.text === '') return refuse(fileName, 'it holds no text');
  return ok({
    name: documentName(fileName),
    text: normal.text,
    encoding: decoded.encoding,
    notices: [
      ...describeDecoding(decoded),
      ...noticeIfAny('nulReplaced', normal.changes.nuls),
      ...noticeIfAny('surrogatesRepaired', normal.changes.loneSurrogates),
      ...describeMarkup(fileName, normal.text),
    ],
  });
}

function describeDecoding(decoded: DecodedText): FormatNotice[] {
  const guess = decoded.isGuess ? [makeNotice('encodingGuessed', { detail: decoded.encoding })] : [];
  return [...guess, ...noticeIfAny('damagedCharacters', decoded.damaged)];
}

function describeMarkup(fileName: string, text: string): FormatNotice[] {
  const isMarkup = MARKUP_ENDINGS.includes(endingOf(fileName)) && /^\s*</.test(text.slice(0, 1000));
  return isMarkup ? [makeNotice('markupKept')] : [];
}

function refuse(fileName: string, reason: string): Result<ImportedDocument> {
  return fail('unreadableFile', `${fileName} could not be imported: ${reason}. Nothing was changed.`);
}

function cancelled(fileName: string): Result<ImportedDocument> {
  return fail('cancelled', `The import of ${fileName} was cancelled. Nothing was changed.`);
}
