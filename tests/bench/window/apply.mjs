/** Applying a code: from the key press to the painted coding, which is painted only once it is on disk. */
import { withEmic } from '../lib/electron.mjs';
import { line } from '../lib/statistics.mjs';
import { sinceKey, watchKeys } from './in-page.mjs';

export async function measureApply({
  workplace,
  runs,
  project = workplace.sample('apply.emic'),
  among = '',
}) {
  return withEmic({ project, profile: workplace.profile('apply') }, async (page) => {
    await page.getByRole('tree', { name: 'Documents' }).getByRole('treeitem').first().click();
    await page.locator('.document-layer > *').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Control+3');
    await page.evaluate(watchKeys);
    const milliseconds = [];
    const frames = [];
    // One sentence after the other gets the code last used in this document; the first are to warm up.
    for (let run = -3; run < runs; run += 1) {
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('1');
      const took = await page.evaluate(sinceKey);
      if (run < 0) continue;
      milliseconds.push(took.milliseconds);
      frames.push(took.frames);
    }
    return [
      line(`applying a code${among}, key press to painted and durable`, 'ms', milliseconds),
      line(`applying a code${among}, key press to painted and durable`, 'frames', frames, 2),
    ];
  });
}
