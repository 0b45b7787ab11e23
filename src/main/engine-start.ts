import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { CachedScript } from './code-cache';

/** The engine process begins here: it loads the engine, from code kept compiled where there is some. */
const calmInMilliseconds = 5000;

// Optimising SQLite's own code would take two processors for 60 ms or more while the window draws itself for the first
// time. Without it, Emic's questions and changes take as long as before; only scans of whole tables take longer.
setFlagsFromString('--liftoff-only');
// Its functions are checked when they are first called; that the file is the right one, its SHA-256 tells.
setFlagsFromString('--wasm-lazy-validation');

const [, , codeCache] = process.argv;
if (codeCache === undefined) throw new Error('the engine was not told where its compiled code is kept');
const engine = new CachedScript(join(__dirname, 'engine-process.cjs'), codeCache);
engine.run();
// All that a start runs is compiled by then.
setTimeout(() => engine.keep(), calmInMilliseconds).unref();
process.once('exit', () => engine.keep());
