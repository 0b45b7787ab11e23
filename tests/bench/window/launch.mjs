/** Start of Emic with the sample and of an empty Electron window, in turns, so that both meet the same machine. */
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { timeToUsable } from '../lib/electron.mjs';
import { line } from '../lib/statistics.mjs';

export async function measureLaunch({ workplace, runs }) {
  const emic = { profile: workplace.profile('launch'), args: [workplace.sample('launch.emic')] };
  const empty = {
    directory: inRoot('tests', 'bench', 'empty-window'),
    profile: workplace.profile('empty'),
  };
  const times = { emic: [], empty: [] };
  // The first start of each fills caches of its profile and of the system; it is no everyday start.
  await timeToUsable(empty);
  await timeToUsable(emic);
  for (let run = 0; run < runs; run += 1) {
    times.empty.push(await timeToUsable(empty));
    times.emic.push(await timeToUsable(emic));
  }
  const ratios = times.emic.map((time, run) => time / times.empty[run]);
  return [
    line('launch of an empty Electron window', 'ms', times.empty),
    line('launch with the sample to a usable window', 'ms', times.emic),
    line('launch with the sample, times an empty window', 'times', ratios, 1.3),
  ];
}
