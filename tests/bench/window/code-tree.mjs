/** The code tree with 2,000 codes: filtering as one types, and dragging eight codes to another place. */
import { runEngineTask } from '../lib/bundle.mjs';
import { withEmic } from '../lib/electron.mjs';
import { line, quantile } from '../lib/statistics.mjs';
import { dragFrames, filterAndPaint } from './in-tree.mjs';

const words = ['fund', 'funding 1', 'power 12', 'no such code', 'a'];

export async function measureCodeTree({ workplace, runs }) {
  const project = workplace.path('many-codes.emic');
  await runEngineTask('make-many-codes', project, 2000);
  return withEmic({ project, profile: workplace.profile('code-tree') }, async (page) => {
    const tree = page.getByRole('tree', { name: 'Codes' });
    await tree.getByRole('treeitem').first().waitFor();
    const filters = [];
    for (let run = -1; run < runs; run += 1) {
      for (const word of words) {
        const took = await page.evaluate(filterAndPaint, word);
        if (run >= 0) filters.push(took);
      }
    }
    await page.evaluate(filterAndPaint, '');
    const moves = [];
    const frames = [];
    for (let run = 0; run < runs; run += 1) {
      const dragged = await page.evaluate(dragFrames, { count: 8 });
      moves.push(dragged.dropped);
      frames.push(quantile(dragged.frames, 0.95));
    }
    return [
      line('filtering 2,000 codes, key press to painted', 'ms', filters, 33),
      line('dragging 8 of 2,000 codes, 95th percentile frame', 'ms', frames, 16.8),
      line('dropping 8 of 2,000 codes, drop to painted and durable', 'ms', moves),
    ];
  });
}
