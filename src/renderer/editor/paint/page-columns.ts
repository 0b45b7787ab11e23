/** Where the columns of the page stand, in pixels from its left edge. */
export interface PageColumns {
  readonly textLeft: number;
  readonly textWidth: number;
  /** Left edge of the first lane. */
  readonly lanesLeft: number;
  /** Lanes that are drawn; deeper ones are folded into the last. */
  readonly lanes: number;
  readonly namesLeft: number;
  /** 0 where there is no room for names. */
  readonly namesWidth: number;
}

export const laneStep = 8;
const mostLanes = 9;
const gutter = { wide: 56, narrow: 40, narrowest: 34 };
const gapBeforeLanes = 18;
const gapBeforeNames = 12;
/** Names narrower than this say nothing; where there is room for it, all but the longest are whole. */
const leastNames = 72;
const goodNames = 128;
const mostNames = 190;
const rightEdge = 8;
/** Below the least measure a text is no longer pleasant to read, and the names have to go; below the good one names give way. */
const leastMeasure = 21;
const goodMeasure = 25;
/** 66 to 75 characters of the text's face. */
const bestMeasure = 33.5;

/**
 * Shares the width of a page: text first, then lanes, then names. `em` is the text's font size in pixels and
 * `deepest` the number of lanes that the document needs.
 */
export function layOutColumns(width: number, em: number, deepest: number): PageColumns {
  const lanes = Math.min(Math.max(1, deepest), width < 520 ? 4 : mostLanes);
  const left = width < 520 ? gutter.narrowest : width < 800 ? gutter.narrow : gutter.wide;
  const lanesWidth = gapBeforeLanes + lanes * laneStep + rightEdge;
  const room = width - left - lanesWidth;
  const shared = room - gapBeforeNames;
  const withNames = shared - leastNames >= leastMeasure * em;
  const wantedNames = Math.max(leastNames, Math.min(goodNames, shared - goodMeasure * em));
  const textWidth = Math.max(
    120,
    Math.floor(Math.min(bestMeasure * em, withNames ? shared - wantedNames : room)),
  );
  const namesWidth = withNames ? Math.min(mostNames, shared - textWidth) : 0;
  const used = left + textWidth + lanesWidth + (withNames ? gapBeforeNames + namesWidth : 0);
  const textLeft = left + Math.max(0, Math.floor((width - used) / 2));
  const lanesLeft = textLeft + textWidth + gapBeforeLanes;
  return {
    textLeft,
    textWidth,
    lanesLeft,
    lanes,
    namesLeft: lanesLeft + lanes * laneStep + gapBeforeNames,
    namesWidth: Math.floor(namesWidth),
  };
}
