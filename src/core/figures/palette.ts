import { ink, paper, type Theme } from '../colors';

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly quietInk: string;
  readonly hairline: string;
  readonly emptyCell: string;
  readonly edge: string;
}

/** The greys of figures; colours of codes and of the heat scale are in `core/colors`. */
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: paper.light,
    ink: ink.light,
    quietInk: '#6d6a62',
    hairline: '#e3e0d8',
    emptyCell: '#f4f2ec',
    edge: '#8d8a81',
  },
  dark: {
    paper: paper.dark,
    ink: ink.dark,
    quietInk: '#a29e94',
    hairline: '#383631',
    emptyCell: '#27251f',
    edge: '#7f7b71',
  },
};
