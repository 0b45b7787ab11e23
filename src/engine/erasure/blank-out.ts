import { ExpectedError } from '../../core/result';
import { createPositionMap } from '../../core/text';
import { erasedMark } from '../../storage/erasure/history';

/**
 * A text with the characters of `[start, end)` (code points) replaced one by one, so that every other position stays
 * true; line ends stay, so that paragraphs do. With the words that went.
 */
export function blankOut(
  text: string,
  passage: { readonly start: number; readonly end: number },
): { readonly text: string; readonly words: string } {
  const positions = createPositionMap(text);
  if (passage.end <= passage.start || passage.end > positions.length) {
    throw new ExpectedError('invalid', 'The passage does not lie in the document. Nothing was changed.');
  }
  const [from, to] = [positions.toUtf16(passage.start), positions.toUtf16(passage.end)];
  const words = text.slice(from, to);
  const blank = Array.from(words, (character) => (character === '\n' ? character : erasedMark)).join('');
  return { text: text.slice(0, from) + blank + text.slice(to), words };
}
