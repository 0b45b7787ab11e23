import { createReanchoring, reanchor } from '../../../src/core/anchoring';
import { generateText } from '../generate-text';
import { must, newEngine } from './projects';

const characters = 500_000;
const quotations = 5_000;
const edits = 1_000;

/** A text with a thousand places corrected: words left out, put in, and exchanged. */
function corrected(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let index = 0; index < edits; index += 1) {
    const at = Math.floor(((index + 0.5) * text.length) / edits);
    pieces.push(text.slice(from, at), ['', ' and', ' in other words'][index % 3] ?? '');
    from = at + (index % 4) * 5;
  }
  return pieces.join('') + text.slice(from);
}

function places(): { start: number; end: number }[] {
  const step = Math.floor((characters - 700) / quotations);
  return Array.from({ length: quotations }, (_, index) => {
    const start = index * step;
    return { start, end: start + 30 + ((index * 37) % 600) };
  });
}

/** Milliseconds to find all quotations in the corrected text, and of that to compare the texts. */
export function measureReanchoring(runs: number): { all: number[]; comparing: number[] } {
  const before = generateText({ characters, seed: 31 });
  const after = corrected(before);
  const spans = places();
  const times = { all: [] as number[], comparing: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    const found = reanchor(before, after, spans);
    times.all.push(performance.now() - began);
    if (found.some(({ outcome }) => outcome === 'lost')) throw new Error('a quotation was lost');
    const compared = performance.now();
    createReanchoring(before, after);
    times.comparing.push(performance.now() - compared);
  }
  return times;
}

/** Milliseconds of the command that puts the corrected text in place, until all is on disk, and of its undo. */
export async function measureReplacing(
  projectPath: string,
  textPath: string,
  runs: number,
): Promise<{ replacing: number[]; undoing: number[] }> {
  const engine = newEngine();
  await must(engine, 'session.setCoder', { name: 'Bench' });
  await must(engine, 'project.create', { path: projectPath });
  const { sources } = await must(engine, 'source.import', { paths: [textPath] });
  const id = sources[0]?.id;
  if (!id) throw new Error('nothing was imported');
  const text = await engine.query('source.text', { id });
  if (!text.ok) throw new Error(text.error.message);
  const { id: codeId } = await must(engine, 'code.create', { name: 'bench' });
  const spans = places().map((place) => ({ ...place, sourceId: id }));
  await must(engine, 'coding.applyMany', { codeIds: [codeId], places: spans });
  const after = corrected(text.value.text);
  const times = { replacing: [] as number[], undoing: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    await must(engine, 'source.replaceText', {
      id,
      text: after,
      undecided: { doubtful: 'accept', lost: 'drop' },
    });
    times.replacing.push(performance.now() - began);
    const undone = performance.now();
    await must(engine, 'history.undo', {});
    times.undoing.push(performance.now() - undone);
  }
  await engine.close();
  return times;
}
