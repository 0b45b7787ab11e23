import type { Engine } from '../engine';
import type { Arguments, OptionSpec } from './arguments';

export { Refusal } from './refusal';

/** One command of `emic`; a new one is a line in `commands/index.ts`. */
export interface CliCommand {
  /** One or two words: `import`, `code add`. */
  readonly name: string;
  readonly summary: string;
  /** What follows the name, in the help; the last word may be repeated where `isLastWordMany`. */
  readonly words: readonly string[];
  readonly isLastWordMany?: true;
  readonly options: readonly OptionSpec[];
  /** Options that another command has and describes. */
  readonly moreOptions?: readonly OptionSpec[];
  /** More about it, for `emic NAME --help`. */
  readonly details?: readonly string[];
  readonly run: (call: Call) => Promise<Answer>;
}

export interface Call {
  /** The words without the command's name: as many as `CliCommand.words`, or more of the last. */
  readonly args: Arguments;
  readonly newEngine: () => Engine;
  /** Aborted when the person stops the command (Ctrl+C). */
  readonly signal: AbortSignal;
  /** How far a long work is; shown only to a person at a terminal. */
  readonly progress: (text: string) => void;
}

export interface Answer {
  /** For standard output, to the byte. */
  readonly output: string;
  /** For standard error: what the person should know besides. */
  readonly notes?: readonly string[];
  /** A sentence for standard error; makes the exit code 1. */
  readonly refusal?: string;
}

export const jsonOption: OptionSpec = { name: '--json', help: 'Print JSON, and nothing else.' };
export const csvOption: OptionSpec = { name: '--csv', help: 'Print CSV, and nothing else.' };

/** Options that every command takes. */
export const commonOptions: readonly OptionSpec[] = [
  {
    name: '--coder',
    value: 'NAME',
    help: 'Who codes. Else EMIC_CODER from the environment, else your user name.',
  },
  {
    name: '--take-over',
    help: 'Write although another computer holds the project, when it was silent for five minutes.',
  },
  { name: '--help', help: 'Show help.' },
  { name: '--version', help: 'Show the version.' },
];

export function optionsOf({ options, moreOptions = [] }: CliCommand): readonly OptionSpec[] {
  return [...options, ...moreOptions];
}
