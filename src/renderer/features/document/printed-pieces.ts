import type { DocumentText } from '../../editor/model/document-text';
import type { CodingModel } from '../../editor/paint/coding-model';

/** A stretch of a line in which the same codings lie, with the edges of codings before and after it. */
export interface PrintedPiece {
  readonly text: string;
  /** Codings in it, by place in the model, the first that was coded first. */
  readonly places: readonly number[];
  readonly begins: readonly number[];
  readonly ends: readonly number[];
}

export interface PrintedLine {
  readonly line: number;
  readonly pieces: readonly PrintedPiece[];
  /** Codings that begin in the line. */
  readonly begun: readonly number[];
}

/** A line of the document cut at every edge of a coding, so that spans can be set on paper. */
export function printedLine(document: DocumentText, model: CodingModel, line: number): PrintedLine {
  const start = document.lineStart(line);
  const end = document.lineEnd(line);
  const { starts, ends } = model.store;
  const here = end > start ? model.store.overlapping(start, end) : [];
  const edges = new Set([start, end]);
  for (const place of here) {
    edges.add(Math.max(start, starts[place] ?? 0));
    edges.add(Math.min(end, ends[place] ?? 0));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const pieces = cuts.slice(0, -1).map((from, index): PrintedPiece => {
    const to = cuts[index + 1] ?? end;
    const inside = here.filter((place) => (starts[place] ?? 0) <= from && (ends[place] ?? 0) >= to);
    return {
      text: document.slice(from, to),
      places: inside.toSorted((a, b) => model.levels.at(a) - model.levels.at(b)),
      begins: inside.filter((place) => starts[place] === from),
      // What ends last began first: the signs nest where the passages do.
      ends: inside.filter((place) => ends[place] === to).reverse(),
    };
  });
  return { line, pieces, begun: here.filter((place) => (starts[place] ?? 0) >= start) };
}
