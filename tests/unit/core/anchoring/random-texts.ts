import { createDice, type Dice } from '../../../engine/support/walk/dice';

export { createDice, type Dice };

/** Letters of many kinds: beyond U+FFFF, with combining marks, joined, from right to left, without spaces. */
const pieces = [
  'the ',
  'network ',
  'party',
  ' ',
  '\n',
  '. ',
  '🙂',
  '👩‍👩‍👧',
  '🇸🇪🇩🇪',
  'e\u0301',
  'n\u0303\u0323',
  '\u0301',
  'שלום ',
  'مرحبا ',
  '\u200f',
  '𝒜𝒷',
  '👍🏽',
  '日本語',
  'a',
  'b',
] as const;

/** A text of so many pieces by chance. */
export function randomText(dice: Dice, most: number): string {
  let text = '';
  for (let left = dice.number(most + 1); left > 0; left -= 1) text += dice.of(pieces) ?? '';
  return text;
}

/** A character that knows whether it stood in the text before, and where. */
export interface Letter {
  readonly character: string;
  /** Place in the text before; null where it was typed. */
  readonly origin: number | null;
}

export function lettersOf(text: string): Letter[] {
  return Array.from(text, (character, origin) => ({ character, origin }));
}

export function textOf(letters: readonly Letter[]): string {
  return letters.map(({ character }) => character).join('');
}

/** Spans by chance, none of them empty. */
export function randomSpans(dice: Dice, length: number, count: number): { start: number; end: number }[] {
  if (length === 0) return [];
  return Array.from({ length: count }, () => {
    const start = dice.number(length);
    return { start, end: start + 1 + dice.number(Math.min(30, length - start)) };
  });
}
