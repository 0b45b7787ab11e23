/**
 * A spreadsheet takes a CSV cell that begins with `=`, `+`, `-` or `@` for a formula, so a participant's words could
 * run one. A `'` in front stops that. To be reversible, a text that has such quotes already gets one more; plain
 * numbers stay as they are. Law: `unguardFormula(guardFormula(text)) === text` for every text.
 */
const DANGEROUS = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const GUARDED = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

export function guardFormula(text: string): string {
  return DANGEROUS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** Takes the guard off again; for importers of our own CSV files. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
