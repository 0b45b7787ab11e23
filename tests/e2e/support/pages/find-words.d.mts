interface Point {
  readonly x: number;
  readonly y: number;
}

export interface WordsOnScreen {
  readonly from: Point;
  readonly to: Point;
}

export function findWords(
  section: Element,
  wanted: { readonly words: string; readonly occurrence: number },
): Promise<WordsOnScreen>;
