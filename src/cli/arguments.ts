import { Refusal } from './refusal';

/**
 * The command line as typed by a person: words, and options anywhere among them. Our own, because a negative number
 * has to be read as a value (to be refused with a sentence) and a mistake should be told in a researcher's
 * words. `--name value` and `--name=value` mean the same; after `--` everything is a word.
 */
export interface OptionSpec {
  /** With its dashes. */
  readonly name: `--${string}`;
  /** What stands for the value in the help; absent for a switch. */
  readonly value?: string;
  readonly help: string;
  /** May be given several times. */
  readonly isMany?: true;
}

/** Wrong usage: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface Arguments {
  /** All that is no option. */
  readonly words: readonly string[];
  /** Names of the options given. */
  readonly given: readonly string[];
  has(name: string): boolean;
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  /** Throws UsageError where the value is no whole number (a negative one is). */
  wholeNumber(name: string): number | undefined;
  /** Throws UsageError where the value is none of the choices. */
  choice<T extends string>(name: string, choices: readonly T[]): T | undefined;
  /** The same options with other words. */
  withWords(words: readonly string[]): Arguments;
}

/** Throws UsageError for an option that is unknown, lacks its value, or has one that it does not take. */
export function parseArguments(typed: readonly string[], specs: readonly OptionSpec[]): Arguments {
  const known = new Map<string, OptionSpec>(specs.map((spec) => [spec.name, spec]));
  const words: string[] = [];
  const values = new Map<string, string[]>();
  for (let at = 0; at < typed.length; at += 1) {
    const argument = typed[at] ?? '';
    if (argument === '--') {
      words.push(...typed.slice(at + 1));
      break;
    }
    if (!argument.startsWith('-') || argument === '-') {
      words.push(argument);
      continue;
    }
    const [, name = '', attached] = /^([^=]*)(?:=([\s\S]*))?$/.exec(argument) ?? [];
    const spec = known.get(name === '-h' ? '--help' : name);
    if (!spec) throw new UsageError(`There is no option ${name}.`);
    const next = typed[at + 1];
    const value = attached ?? (spec.value === undefined || next?.startsWith('--') ? undefined : next);
    if (spec.value !== undefined && attached === undefined) at += 1;
    keep(values, spec, value, attached !== undefined);
  }
  return argumentsOf(words, values);
}

function keep(
  values: Map<string, string[]>,
  spec: OptionSpec,
  value: string | undefined,
  isAttached: boolean,
): void {
  if (spec.value === undefined) {
    if (isAttached) throw new UsageError(`${spec.name} takes no value.`);
    values.set(spec.name, []);
    return;
  }
  if (value === undefined) throw new UsageError(`${spec.name} needs a value: ${spec.name} ${spec.value}.`);
  const earlier = values.get(spec.name);
  if (earlier && !spec.isMany) throw new UsageError(`${spec.name} was given twice.`);
  values.set(spec.name, [...(earlier ?? []), value]);
}

function argumentsOf(words: readonly string[], values: ReadonlyMap<string, readonly string[]>): Arguments {
  const text = (name: string) => values.get(name)?.[0];
  return {
    words,
    given: [...values.keys()],
    has: (name) => values.has(name),
    text,
    texts: (name) => values.get(name) ?? [],
    wholeNumber(name) {
      const typed = text(name);
      if (typed === undefined) return undefined;
      if (!/^-?\d{1,15}$/.test(typed.trim())) {
        throw new UsageError(`${name} must be a whole number, not “${typed}”.`);
      }
      if (Number(typed) < 0) throw new Refusal(`${name} must not be negative. Nothing was changed.`);
      return Number(typed);
    },
    choice(name, choices) {
      const typed = text(name);
      if (typed === undefined) return undefined;
      const found = choices.find((choice) => choice === typed);
      if (found === undefined) {
        throw new UsageError(`${name} must be one of ${choices.join(', ')}, not “${typed}”.`);
      }
      return found;
    },
    withWords: (next) => argumentsOf(next, values),
  };
}
