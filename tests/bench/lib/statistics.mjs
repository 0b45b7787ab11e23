/** The value at a share of the sorted list; 0.5: the median. Of an even number the mean of the middle two. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

export function median(values) {
  return quantile(values, 0.5);
}

/** One line of the report; see `run.mjs`. */
export function line(name, unit, runs, aim) {
  const round = (value) => Math.round(value * 100) / 100;
  return { name, median: round(median(runs)), unit, runs: runs.map(round), aim };
}
