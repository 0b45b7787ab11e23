import type { Theme } from '../../../core/colors';
import type { CodingModel } from './coding-model';
import type { PageColumns } from './page-columns';

/** What is written in the margin besides the codes' names. */
export interface MarginWords {
  /** “+7”. */
  readonly more: (count: number) => string;
  /** What stands there for a passage without a code. */
  readonly bare: (hasMemo: boolean) => string;
}

export interface DrawOptions {
  readonly model: CodingModel;
  readonly columns: PageColumns;
  readonly theme: Theme;
  readonly words: MarginWords;
}

/** A “+n”: its box (x from the page's left edge, y from the band's top), and the codings that it stands for. */
export interface Fold {
  readonly element: HTMLElement;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ids: readonly string[];
}

export const nameHeight = 17;
