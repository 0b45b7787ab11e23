/**
 * Correcting a document of 2,000,000 characters with 5,000 codings, in its middle: begun, typed in, and gone on with
 * after the application was closed.
 */
import { runEngineTask } from '../lib/bundle.mjs';
import { withEmic } from '../lib/electron.mjs';
import { line } from '../lib/statistics.mjs';
import { beginEditing, typed, watchTyping } from './in-edit.mjs';
import { caretIntoMiddle, openAndPaint } from './in-page.mjs';

const name = '2,000,000 characters, 5,000 codings';
const keys = 12;

export async function measureEditing({ workplace, runs }) {
  const took = { begun: [], typed: [], typedFrames: [], continued: [] };
  for (let run = 0; run < runs; run += 1) {
    const project = workplace.path(`editing ${run}.emic`);
    await runEngineTask('make-long-document', project, 2_000_000, 5000);
    await withEmic({ project, profile: workplace.profile(`editing ${run}`) }, async (page) => {
      await open(page);
      await page.evaluate(caretIntoMiddle);
      await page.waitForTimeout(700);
      took.begun.push(await page.evaluate(beginEditing, 'Correct the text'));
      await page.waitForTimeout(700);
      for (let key = -2; key < keys; key += 1) {
        await page.evaluate(watchTyping);
        await page.keyboard.press('x');
        const { milliseconds, frames } = await page.evaluate(typed);
        await page.waitForTimeout(80);
        if (key < 0) continue;
        took.typed.push(milliseconds);
        took.typedFrames.push(frames);
      }
      await page.getByText(/^Draft kept/).waitFor();
    });
    await withEmic({ project, profile: workplace.profile(`continued ${run}`) }, async (page) => {
      await open(page);
      await page.getByRole('button', { name: 'Continue' }).waitFor();
      await page.waitForTimeout(700);
      took.continued.push(await page.evaluate(beginEditing, 'Continue'));
    });
  }
  return [
    line(`${name}: beginning to correct, press to painted`, 'ms', took.begun, 300),
    line(`${name}: correcting, key to painted`, 'ms', took.typed),
    line(`${name}: correcting, key to painted`, 'frames', took.typedFrames, 2),
    line(`${name}: going on with a draft, press to painted`, 'ms', took.continued, 300),
  ];
}

async function open(page) {
  await page.getByRole('treeitem', { name: 'the long document' }).waitFor();
  await page.waitForTimeout(1500);
  await page.evaluate(openAndPaint, 'the long document');
  await page.waitForTimeout(700);
}
