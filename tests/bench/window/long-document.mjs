/** A document of 500,000 characters with 500 codings: opened, and scrolled. */
import { runEngineTask } from '../lib/bundle.mjs';
import { withEmic } from '../lib/electron.mjs';
import { line, quantile } from '../lib/statistics.mjs';
import { openAndPaint, scrollFrames } from './in-page.mjs';

const speed = 2400;
const seconds = 3;

export async function measureLongDocument({ workplace, runs }) {
  const project = workplace.path('long.emic');
  await runEngineTask('make-long-document', project);
  const opened = [];
  const scrolled = [];
  // A window of its own for each run: a document that was open before is in the cache.
  for (let run = 0; run < runs; run += 1) {
    await withEmic({ project, profile: workplace.profile(`long ${run}`) }, async (page) => {
      await page.getByRole('treeitem', { name: 'the long document' }).waitFor();
      opened.push(await page.evaluate(openAndPaint, 'the long document'));
      scrolled.push(quantile(await page.evaluate(scrollFrames, { speed, seconds }), 0.95));
    });
  }
  return [
    line('opening 500,000 characters with 500 codings, to paint', 'ms', opened, 400),
    line('scrolling it at 2,400 px/s for 3 s, 95th percentile frame', 'ms', scrolled, 16.8),
  ];
}
