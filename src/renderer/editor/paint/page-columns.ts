/** Where the columns of the page stand, in pixels from its left edge. */
export interface PageColumns {
  readonly textLeft: number;
  readonly textWidth: number;
  /** About. */
  readonly charactersPerRow: number;
  /** Width of what stands left of the text, and of the numbers in it. */
  readonly gutter: number;
  readonly numberWidth: number;
  /** 0 where there is none or no room for it. */
  readonly notesWidth: number;
  /** Left edge of the first lane. */
  readonly lanesLeft: number;
  /** Lanes that are drawn; deeper ones are folded into the last. */
  readonly lanes: number;
  readonly namesLeft: number;
  /** 0 where there is no room for names. */
  readonly namesWidth: number;
}

/** How wide a person wants the text. */
export type Measure = 'narrow' | 'normal' | 'wide';

export interface ColumnsQuestion {
  /** Of the page, in pixels. */
  readonly width: number;
  /** The text's font size in pixels. */
  readonly em: number;
  /** The number of lanes that the document needs. */
  readonly deepest: number;
  readonly measure?: Measure;
  /** Something besides numbers stands left of the text. */
  readonly hasLeftNotes?: boolean;
}

/** From lane to lane, pixels. */
export const laneStep = 8;
/** So that the next coding does not move the text, lanes are kept free in these steps. */
const laneSteps = [4, 6, 9, 12];
/** Names stand no nearer to the text, so that the first codings do not push them about. */
const leastLanes = 2;
/** With so many lanes the text still stands where it stood with the fewest, on a page that has room for them. */
const keptLanes = 9;
const gutters = { wide: 56, narrow: 40, narrowest: 34 };
const notes = { wide: 96, narrow: 76 };
/** A narrower page has no room for notes beside the text. */
const leastWithNotes = 640;
const gapBeforeLanes = { wide: 30, narrow: 24 };
/** A “+n” in the last lane has its room here. */
const gapBeforeNames = 14;
/** Names narrower than this say nothing; where there is room for it, all but the longest are whole. */
const leastNames = 72;
const goodNames = 128;
const mostNames = 190;
const rightEdge = 8;
/** Below the least measure a text is no longer pleasant to read, and the names have to go; below the good one names give way. */
const leastMeasure = 21;
const goodMeasure = 23;
/** Normal: 66 to 75 characters of the text's face. */
const bestMeasures: Readonly<Record<Measure, number>> = { narrow: 27, normal: 33.5, wide: 44 };

/** Shares the width of a page: text first, then lanes, then names. */
export function layOutColumns(question: ColumnsQuestion): PageColumns {
  const { width, em, deepest, measure = 'normal', hasLeftNotes = false } = question;
  const bestMeasure = bestMeasures[measure];
  const mostLanes = width < 520 ? 4 : width < 1100 ? 9 : 12;
  const lanes = Math.min(laneSteps.find((step) => step >= deepest) ?? mostLanes, mostLanes);
  const numberWidth = (width < 520 ? gutters.narrowest : width < 800 ? gutters.narrow : gutters.wide) - 14;
  const notesWidth = hasLeftNotes && width >= leastWithNotes ? (width < 800 ? notes.narrow : notes.wide) : 0;
  const gutter = numberWidth + 14 + notesWidth;
  const gap = width < 800 ? gapBeforeLanes.narrow : gapBeforeLanes.wide;
  const lanesWidth = gap + lanes * laneStep + rightEdge;
  const room = width - gutter - lanesWidth;
  const shared = room - gapBeforeNames;
  const withNames = shared - leastNames >= leastMeasure * em;
  const wantedNames = Math.max(leastNames, Math.min(goodNames, shared - goodMeasure * em));
  const textWidth = Math.max(
    120,
    Math.floor(Math.min(bestMeasure * em, withNames ? shared - wantedNames : room)),
  );
  const namesWidth = withNames ? Math.min(mostNames, shared - textWidth) : 0;
  const used = gutter + textWidth + lanesWidth + (withNames ? gapBeforeNames + namesWidth : 0);
  const kept = Math.max(0, keptLanes - lanes) * laneStep;
  const textLeft = gutter + Math.max(0, Math.floor((width - used - kept) / 2));
  const lanesLeft = textLeft + textWidth + gap;
  // Lanes that no coding needs yet are lent to the names.
  const lent = (lanes - Math.max(leastLanes, Math.min(deepest, lanes))) * laneStep;
  return {
    textLeft,
    textWidth,
    charactersPerRow: textWidth / (em * 0.45),
    gutter,
    numberWidth,
    notesWidth,
    lanesLeft,
    lanes,
    namesLeft: lanesLeft + lanes * laneStep + gapBeforeNames - lent,
    namesWidth: withNames ? Math.min(mostNames, Math.floor(namesWidth + lent)) : 0,
  };
}
