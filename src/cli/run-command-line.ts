import type { Engine } from '../engine';
import { type Arguments, parseArguments, UsageError } from './arguments';
import { type Answer, type CliCommand, commonOptions, optionsOf, Refusal } from './command';
import { cliCommands } from './commands';
import { helpOn, helpOnAll, usageOf } from './help';

/** What one call of `emic` leaves behind. */
export interface Outcome {
  readonly output: string;
  readonly errors: readonly string[];
  /** 0 done, 1 refused, 2 wrong usage. */
  readonly exitCode: 0 | 1 | 2;
}

export interface Surroundings {
  readonly version: string;
  readonly newEngine: () => Engine;
  readonly signal: AbortSignal;
  readonly progress: (text: string) => void;
}

/** Understands what was typed, does it, and says how it ended. Throws only on a bug. */
export async function runCommandLine(typed: readonly string[], around: Surroundings): Promise<Outcome> {
  try {
    return outcomeOf(await answer(typed, around));
  } catch (error) {
    if (error instanceof Refusal) return { output: '', errors: [error.message], exitCode: 1 };
    if (error instanceof UsageError) {
      return { output: '', errors: [error.message, 'Try: emic --help'], exitCode: 2 };
    }
    throw error;
  }
}

function outcomeOf({ output, notes = [], refusal }: Answer): Outcome {
  if (refusal === undefined) return { output, errors: notes, exitCode: 0 };
  return { output, errors: [...notes, refusal], exitCode: 1 };
}

async function answer(typed: readonly string[], around: Surroundings): Promise<Answer> {
  const all = [...commonOptions, ...cliCommands.flatMap(optionsOf)];
  // Which command it is shows only when all is read: what one of them takes several times is read so.
  const specs = [...all.filter(({ isMany }) => !isMany), ...all.filter(({ isMany }) => isMany)];
  const args = parseArguments(typed, specs);
  if (args.has('--version')) return { output: `emic ${around.version}\n` };
  const words = args.words[0] === 'help' ? args.words.slice(1) : args.words;
  const wantsHelp = args.has('--help') || args.words[0] === 'help';
  if (words.length === 0) {
    if (wantsHelp) return { output: helpOnAll(cliCommands) };
    throw new UsageError('What is to be done? A command is missing.');
  }
  const command = commandOf(words);
  if (wantsHelp) return { output: helpOn(command) };
  const own = args.withWords(words.slice(command.name.split(' ').length));
  checkUsage(command, own);
  return command.run({ ...around, args: own });
}

function commandOf(words: readonly string[]): CliCommand {
  const found = cliCommands.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));
  if (found) return found;
  const related = cliCommands.filter(({ name }) => name.startsWith(`${words[0]} `));
  if (related.length > 0) {
    throw new UsageError(`Do you mean ${related.map(({ name }) => `emic ${name}`).join(' or ')}?`);
  }
  throw new UsageError(`There is no command “${words[0]}”.`);
}

function checkUsage(command: CliCommand, args: Arguments): void {
  const allowed = new Set([...commonOptions, ...optionsOf(command)].map(({ name }) => name as string));
  const stray = args.given.find((name) => !allowed.has(name));
  if (stray !== undefined) throw new UsageError(`“emic ${command.name}” has no option ${stray}.`);
  const twice = optionsOf(command).find(({ name, isMany }) => !isMany && args.texts(name).length > 1);
  if (twice) throw new UsageError(`${twice.name} was given twice.`);
  const missing = command.words[args.words.length];
  if (missing !== undefined || args.words.includes('')) {
    throw new UsageError(`${missing ?? 'A word'} is missing.\nUsage: emic ${usageOf(command)}`);
  }
  const extra = args.words[command.words.length];
  if (extra !== undefined && !command.isLastWordMany) {
    throw new UsageError(`“${extra}” is too much.\nUsage: emic ${usageOf(command)}`);
  }
}
