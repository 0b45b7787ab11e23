import type { DocumentText } from './document-text';
import type { IntervalStore } from './interval-store';

/**
 * About one row of text, on the safe side. Brackets are drawn by rows: one that ends and one that begins in the
 * same row would touch, though their passages do not. Rows depend on the width of the window and lanes must not
 * (they would jump), so two passages closer than this in one paragraph are taken to share a row.
 */
const rowLength = 90;

export interface Lanes {
  /** Lane of each place in the store, from 0, nearest to the text. */
  readonly laneOf: Uint16Array;
  readonly count: number;
}

/** Gives each interval the first lane that is free, in order of start, longer ones first: the fewest lanes. */
export function assignLanes(store: IntervalStore, document: DocumentText): Lanes {
  const laneOf = new Uint16Array(store.size);
  let laneEnds = new Int32Array(64);
  let count = 0;
  for (let place = 0; place < store.size; place += 1) {
    const start = store.starts[place] ?? 0;
    const end = store.ends[place] ?? 0;
    let lane = 0;
    while (lane < count && (laneEnds[lane] ?? 0) > start) lane += 1;
    if (lane === count) count += 1;
    if (count > laneEnds.length) {
      const more = new Int32Array(laneEnds.length * 2);
      more.set(laneEnds);
      laneEnds = more;
    }
    laneEnds[lane] = Math.min(end + rowLength, Math.max(end, endOfLastLine(document, start, end)));
    laneOf[place] = lane;
  }
  return { laneOf, count };
}

/** The next paragraph begins a row of its own, so the row reaches no further than to the line's `\n`. */
function endOfLastLine(document: DocumentText, start: number, end: number): number {
  return document.lineEnd(document.lineAt(Math.max(start, end - 1))) + 1;
}
