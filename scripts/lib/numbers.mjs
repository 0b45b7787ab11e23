import { StepFailed } from './say.mjs';

/** The whole number behind `--name` on the command line, as a string; `otherwise` where there is none. Throws StepFailed. */
export function numberOf(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (Number.isInteger(value) && value > 0) return String(value);
  throw new StepFailed(`--${name} needs a whole number above 0.`, `for example --${name} 1000`);
}
