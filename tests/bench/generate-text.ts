import { seededRandom } from './generate-codings';

export interface TextShape {
  /** Code points in all, line ends counted. */
  readonly characters: number;
  /** Code points of a paragraph, about; 400 where not given. */
  readonly paragraph?: number;
  readonly seed?: number;
}

const syllables = 'ne tro ta ri mo ver po li gra su ke den fun da ci o lo shi ble way'.split(' ');
/** Signs that real texts have and ASCII has not, so that code points, UTF-16 and bytes all differ. */
const rareWords = ['“we”', 'naïve', 'Malmö', '—', 'don’t', '😀', 'élan'];

/** A repeatable text of words, sentences and paragraphs, exactly as long as asked for. */
export function generateText({ characters, paragraph = 400, seed = 1 }: TextShape): string {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const word = () => {
    if (below(40) === 0) return rareWords[below(rareWords.length)] ?? '';
    return Array.from({ length: 1 + below(3) }, () => syllables[below(syllables.length)]).join('');
  };
  const sentence = () => {
    const words = Array.from({ length: 6 + below(18) }, word).join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const paragraphs: string[] = [];
  let total = 0;
  while (total < characters) {
    let text = '';
    while (text.length < paragraph * 0.85) text += text === '' ? sentence() : ` ${sentence()}`;
    paragraphs.push(text);
    // Counted in UTF-16, which is never less than code points would ask for; cut to measure below.
    total += Array.from(text).length + 1;
  }
  const points = Array.from(paragraphs.join('\n')).slice(0, characters);
  return points.join('').padEnd(characters - points.length + points.join('').length, '.');
}
