/**
 * Documents of 500,000 and 2,000,000 characters with 500, 5,000 and 50,000 codings: opened, scrolled, and a code
 * applied in the middle and removed again.
 */
import { runEngineTask } from '../lib/bundle.mjs';
import { withEmic } from '../lib/electron.mjs';
import { line, quantile } from '../lib/statistics.mjs';
import { caretIntoMiddle, openAndPaint, scrollFrames, sinceKey, watchKeys } from './in-page.mjs';

const speed = 2400;
const seconds = 3;
const sizes = [500_000, 2_000_000];
const amounts = [500, 5000, 50_000];
const number = new Intl.NumberFormat('en');

export async function measureLongDocument({ workplace, runs, only = '' }) {
  const lines = [];
  for (const characters of sizes) {
    for (const codings of amounts) {
      const name = `${number.format(characters)} characters, ${number.format(codings)} codings`;
      if (name.includes(only))
        lines.push(...(await measureOne({ workplace, runs, characters, codings, name })));
    }
  }
  return lines;
}

async function measureOne({ workplace, runs, characters, codings, name }) {
  const project = workplace.path(`long ${characters} ${codings}.emic`);
  await runEngineTask('make-long-document', project, characters, codings);
  const took = { opened: [], scrolled: [], applied: [], appliedFrames: [], removed: [], removedFrames: [] };
  // A window of its own for each run: a document that was open before is in the cache.
  for (let run = 0; run < runs; run += 1) {
    const profile = workplace.profile(`long ${characters} ${codings} ${run}`);
    await withEmic({ project, profile }, (page) => measureInWindow(page, took));
  }
  // The aims are those of 5,000 codings; of 50,000 the figures tell how it grows.
  const [firstPaint, frames] = codings <= 5000 ? [300, 2] : [];
  return [
    line(`${name}: opened, to paint`, 'ms', took.opened, firstPaint),
    line(`${name}: scrolled at 2,400 px/s for 3 s, 95th percentile frame`, 'ms', took.scrolled, 16.8),
    line(`${name}: applying a code, key to painted and durable`, 'ms', took.applied),
    line(`${name}: applying a code, key to painted and durable`, 'frames', took.appliedFrames, frames),
    line(`${name}: removing one, key to painted and durable`, 'ms', took.removed),
    line(`${name}: removing one, key to painted and durable`, 'frames', took.removedFrames, frames),
  ];
}

const changes = 4;

async function measureInWindow(page, took) {
  await page.getByRole('treeitem', { name: 'the long document' }).waitFor();
  // What the window loads in its quiet moments is not part of opening.
  await page.waitForTimeout(1500);
  took.opened.push(await page.evaluate(openAndPaint, 'the long document'));
  took.scrolled.push(quantile(await page.evaluate(scrollFrames, { speed, seconds }), 0.95));
  await page.evaluate(caretIntoMiddle);
  await page.evaluate(watchKeys);
  for (let change = -1; change < changes; change += 1) {
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('1');
    const applied = await page.evaluate(sinceKey);
    // Counts and lists that follow the coding come to rest.
    await page.waitForTimeout(500);
    await page.keyboard.press('Delete');
    const removed = await page.evaluate(sinceKey);
    await page.waitForTimeout(500);
    if (change < 0) continue;
    took.applied.push(applied.milliseconds);
    took.appliedFrames.push(applied.frames);
    took.removed.push(removed.milliseconds);
    took.removedFrames.push(removed.frames);
  }
}
