import { firstIndex } from '../binary-search';
/**
 * The differences of two rows of numbers: patience first (what stands once on both sides, in the longest common
 * order, are the fixed points; it finds what a reader would call the same), then Myers between the fixed points.
 * Patience: B. Cohen's description; Myers: “An O(ND) Difference Algorithm and Its Variations”, 1986.
 */
export interface Stretches {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

/** Lengths of the runs that are looked for as fixed points: in a long text single words stand once by chance. */
const runLengths = [8, 3, 1] as const;
/** Up to so many numbers are compared exactly at once. */
const smallSize = 240;
/** How many differences the exact comparison looks for before it calls a stretch replaced. */
const mostDifferences = 800;

/** Calls `found` with each stretch that differs, in order. `onStep` is called now and then with how far it has come. */
export function diffTokens(
  a: Int32Array,
  b: Int32Array,
  found: (stretches: Stretches) => void,
  onStep: (done: number) => void = () => undefined,
): void {
  const waiting: (Stretches & { readonly level: number })[] = [
    { aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length, level: 0 },
  ];
  // A stack with the next stretch on top, not recursion: a text may fall into very many pieces.
  for (let task = waiting.pop(); task; task = waiting.pop()) {
    const { level } = task;
    const rest = trimmed(a, b, task);
    const aSize = rest.aTo - rest.aFrom;
    const bSize = rest.bTo - rest.bFrom;
    if (aSize === 0 && bSize === 0) continue;
    if (aSize === 0 || bSize === 0) {
      found(rest);
      continue;
    }
    onStep(rest.aFrom);
    if (aSize + bSize <= smallSize) {
      myers(a, b, rest, found);
      continue;
    }
    const runLength = runLengths[level];
    if (runLength === undefined) {
      if (!myers(a, b, rest, found)) found(rest);
      continue;
    }
    const anchors = fixedPoints(a, b, rest, runLength);
    if (anchors.length === 0) {
      waiting.push({ ...rest, level: level + 1 });
      continue;
    }
    let { aTo, bTo } = rest;
    for (let index = anchors.length - 1; index >= 0; index -= 1) {
      const anchor = anchors[index];
      if (!anchor) continue;
      waiting.push({ aFrom: anchor.a + runLength, aTo, bFrom: anchor.b + runLength, bTo, level });
      aTo = anchor.a;
      bTo = anchor.b;
    }
    waiting.push({ aFrom: rest.aFrom, aTo, bFrom: rest.bFrom, bTo, level });
  }
}

function trimmed(a: Int32Array, b: Int32Array, { aFrom, aTo, bFrom, bTo }: Stretches): Stretches {
  let [i, j, m, n] = [aFrom, bFrom, aTo, bTo];
  while (i < m && j < n && a[i] === b[j]) {
    i += 1;
    j += 1;
  }
  while (m > i && n > j && a[m - 1] === b[n - 1]) {
    m -= 1;
    n -= 1;
  }
  return { aFrom: i, aTo: m, bFrom: j, bTo: n };
}

interface Point {
  readonly a: number;
  readonly b: number;
}

/** Runs that stand once in each of the stretches, those in the longest common order, without overlaps. */
function fixedPoints(
  a: Int32Array,
  b: Int32Array,
  { aFrom, aTo, bFrom, bTo }: Stretches,
  run: number,
): Point[] {
  const inA = onceIn(a, aFrom, aTo - run + 1, run);
  const inB = onceIn(b, bFrom, bTo - run + 1, run);
  const pairs: Point[] = [];
  for (const [hash, at] of inA) {
    const there = inB.get(hash);
    if (at >= 0 && there !== undefined && there >= 0 && isSameRun(a, b, at, there, run)) {
      pairs.push({ a: at, b: there });
    }
  }
  pairs.sort((one, other) => one.a - other.a);
  const chain = longestIncreasing(pairs);
  let aEnd = aFrom;
  let bEnd = bFrom;
  return chain.filter((point) => {
    if (point.a < aEnd || point.b < bEnd) return false;
    aEnd = point.a + run;
    bEnd = point.b + run;
    return true;
  });
}

/** Hash of each run to its place; -1 where it stands more than once. */
function onceIn(row: Int32Array, from: number, to: number, run: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at < to; at += 1) {
    let hash = 17;
    for (let step = 0; step < run; step += 1)
      hash = (Math.imul(hash, 0x01000193) ^ (row[at + step] ?? 0)) | 0;
    places.set(hash, places.has(hash) ? -1 : at);
  }
  return places;
}

function isSameRun(a: Int32Array, b: Int32Array, i: number, j: number, run: number): boolean {
  for (let step = 0; step < run; step += 1) if (a[i + step] !== b[j + step]) return false;
  return true;
}

/** Of points in order of `a`, the longest chain whose `b` grow. */
function longestIncreasing(points: readonly Point[]): Point[] {
  const tails: number[] = [];
  const previous = new Int32Array(points.length);
  points.forEach((point, index) => {
    const low = firstIndex(tails.length, (at) => (points[tails[at] ?? 0]?.b ?? 0) >= point.b);
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const chain: Point[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const point = points[at];
    if (point) chain.push(point);
  }
  return chain.reverse();
}

/** False where there are too many differences; nothing was told then. */
function myers(
  a: Int32Array,
  b: Int32Array,
  { aFrom, aTo, bFrom, bTo }: Stretches,
  found: (stretches: Stretches) => void,
): boolean {
  const n = aTo - aFrom;
  const m = bTo - bFrom;
  const most = Math.min(n + m, mostDifferences);
  const furthest = new Int32Array(2 * most + 3);
  const rounds: Int32Array[] = [];
  const middle = most + 1;
  let isReached = false;
  for (let d = 0; d <= most && !isReached; d += 1) {
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(furthest, middle + k - 1) < at(furthest, middle + k + 1));
      let x = down ? at(furthest, middle + k + 1) : at(furthest, middle + k - 1) + 1;
      while (x < n && x - k < m && a[aFrom + x] === b[bFrom + x - k]) x += 1;
      furthest[middle + k] = x;
      if (x >= n && x - k >= m) isReached = true;
    }
    rounds.push(furthest.slice(middle - d - 1, middle + d + 2));
  }
  if (!isReached) return false;
  const hunks: Stretches[] = [];
  let [x, y] = [n, m];
  for (let d = rounds.length - 1; d > 0; d -= 1) {
    // Of the round before: its row begins at diagonal -d.
    const row = rounds[d - 1] ?? furthest;
    const k = x - y;
    const down = k === -d || (k !== d && at(row, d + k - 1) < at(row, d + k + 1));
    const before = down ? k + 1 : k - 1;
    const fromX = at(row, d + before);
    const fromY = fromX - before;
    const [toX, toY] = down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    hunks.push({ aFrom: aFrom + fromX, aTo: aFrom + toX, bFrom: bFrom + fromY, bTo: bFrom + toY });
    [x, y] = [fromX, fromY];
  }
  tellJoined(hunks.reverse(), found);
  return true;
}

function at(row: Int32Array, index: number): number {
  return row[index] ?? 0;
}

function tellJoined(hunks: readonly Stretches[], found: (stretches: Stretches) => void): void {
  let open: Stretches | undefined;
  for (const hunk of hunks) {
    if (open && open.aTo === hunk.aFrom && open.bTo === hunk.bFrom) {
      open = { aFrom: open.aFrom, aTo: hunk.aTo, bFrom: open.bFrom, bTo: hunk.bTo };
      continue;
    }
    if (open) found(open);
    open = hunk;
  }
  if (open) found(open);
}
