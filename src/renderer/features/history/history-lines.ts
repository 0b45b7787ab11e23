import type { HistoryOutline } from '../../../contract/history';

/** A line of the list: a day's heading or an entry, by its place in the outline. */
export type HistoryLine =
  | { readonly kind: 'day'; readonly time: number }
  | { readonly kind: 'entry'; readonly index: number; readonly sequence: number };

export interface HistoryLines {
  /** Newest first. */
  readonly lines: readonly HistoryLine[];
  /** For each entry, newest first, the place of its line. */
  readonly places: Int32Array;
}

/** The outline, newest first, under headings of days; a clock that ran backwards may bring a day twice. */
export function linesOf({ sequences, times }: Pick<HistoryOutline, 'sequences' | 'times'>): HistoryLines {
  const lines: HistoryLine[] = [];
  const places = new Int32Array(sequences.length);
  let begin = 0;
  let end = 0;
  for (let index = sequences.length - 1; index >= 0; index -= 1) {
    const time = times[index] ?? 0;
    // A date is made once a day, not once an entry.
    if (lines.length === 0 || time < begin || time >= end) {
      const day = new Date(time);
      begin = new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
      end = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
      lines.push({ kind: 'day', time });
    }
    places[sequences.length - 1 - index] = lines.length;
    lines.push({ kind: 'entry', index, sequence: sequences[index] ?? 0 });
  }
  return { lines, places };
}
