/**
 * `npm run bench`: the times that Emic promises, as medians of several runs. Options: `--json`, one array for
 * machines (name, median, unit, runs, aim); `--quick`, fewer runs; `--only WORD`, only the lines whose measurement
 * has this word in its name (launch, apply, document, editing, code tree, import, cooccurrence, find, re-anchoring, coding, opening, undo, history);
 * `--size WORDS`, of the long documents only those with these words ("2,000,000 characters, 5,000").
 */
import {
  manyCodings,
  measureCoding,
  measureCooccurrence,
  measureFind,
  measureHistoryCost,
  measureImport,
  measureOpen,
  measureReanchoring,
  measureUndo,
} from './engine-lines.mjs';
import { bundleEngineSide, runEngineTask } from './lib/bundle.mjs';
import { makeWorkplace } from './lib/workplace.mjs';
import { measureApply } from './window/apply.mjs';
import { measureCodeTree } from './window/code-tree.mjs';
import { measureEditing } from './window/editing.mjs';
import { measureLaunch } from './window/launch.mjs';
import { measureLongDocument } from './window/long-document.mjs';

const args = process.argv.slice(2);
const isJson = args.includes('--json');
const isQuick = args.includes('--quick');
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;

const size = args.includes('--size') ? args[args.indexOf('--size') + 1] : undefined;

const measurements = [
  { name: 'launch', measure: measureLaunch, runs: 11, quick: 3 },
  { name: 'apply', measure: measureApply, runs: 15, quick: 5 },
  { name: 'document', measure: measureLongDocument, runs: 3, quick: 1 },
  { name: 'editing', measure: measureEditing, runs: 3, quick: 1 },
  { name: 'code tree', measure: measureCodeTree, runs: 7, quick: 2 },
  { name: 'import', measure: measureImport, runs: 7, quick: 3 },
  { name: 'cooccurrence', measure: measureCooccurrence, runs: 15, quick: 5 },
  { name: 'find', measure: measureFind, runs: 7, quick: 3 },
  { name: 're-anchoring', measure: measureReanchoring, runs: 7, quick: 3 },
  { name: 'coding', measure: measureCoding, runs: 100, quick: 20 },
  { name: 'coding painted', measure: measureApplyAmongMany, runs: 15, quick: 5 },
  { name: 'opening', measure: measureOpen, runs: 7, quick: 3 },
  { name: 'undo', measure: measureUndo, runs: 7, quick: 3 },
  { name: 'history', measure: measureHistoryCost, runs: 1, quick: 1 },
];

async function measureApplyAmongMany({ workplace, runs }) {
  const project = await manyCodings(workplace);
  await runEngineTask('take-backup', project);
  return measureApply({ workplace, runs, project, among: ' among 100,000' });
}

function show({ name, median, unit, runs, aim }) {
  const value = `${median} ${unit}`.padStart(16);
  const against = aim === undefined ? '' : `  aim ${aim}${median <= aim ? '' : ', missed'}`;
  console.log(`${name.padEnd(84)}${value}  ${String(runs.length).padStart(2)} runs${against}`);
}

await bundleEngineSide();
const workplace = makeWorkplace();
const lines = [];
try {
  for (const { name, measure, runs, quick } of measurements) {
    if (only !== undefined && !name.includes(only)) continue;
    if (!isJson) console.error(`Measuring ${name} …`);
    const measured = await measure({ workplace, runs: isQuick ? quick : runs, only: size });
    lines.push(...measured);
    if (!isJson) for (const each of measured) show(each);
  }
} finally {
  workplace.remove();
}
if (isJson) console.log(JSON.stringify(lines, null, 2));
