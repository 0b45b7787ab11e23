/** A character's rectangle; only where it stands in its row matters. */
export interface CharacterBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Whether text runs from right to left at a character, by where its neighbours in the same row stand; by the
 * paragraph's own direction where it has none. The script alone does not tell: numbers in Hebrew run to the right.
 */
export function runsRightToLeft(
  here: CharacterBox,
  { next, previous }: { readonly next: CharacterBox | null; readonly previous: CharacterBox | null },
  isParagraphRightToLeft: boolean,
): boolean {
  if (next && isInRow(here, next)) return centre(next) < centre(here);
  if (previous && isInRow(here, previous)) return centre(here) < centre(previous);
  return isParagraphRightToLeft;
}

const rightToLeftScripts =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** A paragraph's direction by its first letter, as the browser takes it (`unicode-bidi: plaintext`). */
export function isRightToLeft(paragraph: string): boolean {
  const first = /\p{L}/u.exec(paragraph)?.[0];
  return first !== undefined && rightToLeftScripts.test(first);
}

function isInRow(one: CharacterBox, other: CharacterBox): boolean {
  const middle = (other.top + other.bottom) / 2;
  return middle > one.top && middle < one.bottom && centre(one) !== centre(other);
}

function centre({ left, right }: CharacterBox): number {
  return (left + right) / 2;
}
