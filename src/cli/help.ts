import type { OptionSpec } from './arguments';
import { type CliCommand, commonOptions, optionsOf } from './command';
import { alignColumns } from './table';

/** `emic --help`: all commands with all their options. */
export function helpOnAll(commands: readonly CliCommand[]): string {
  const list = commands.map((command) => [`  ${usageOf(command)}`, command.summary]);
  return `Emic: qualitative data analysis, in one local file.

Usage: emic COMMAND …

${alignColumns(list, [false, false])}
${commands.map(optionsBlock).join('')}Everywhere:
${optionLines(commonOptions)}
“emic COMMAND --help” tells more. Exit code 0: done; 1: refused, with a sentence; 2: wrong usage.
`;
}

export function helpOn(command: CliCommand): string {
  const options = [...optionsOf(command), ...commonOptions.slice(0, 2)];
  const details = command.details ? `\n${command.details.join('\n')}\n` : '';
  return `Usage: emic ${usageOf(command)}${command.options.length > 0 ? ' [OPTIONS]' : ''}

${command.summary}
${details}
${optionLines(options)}`;
}

export function usageOf({ name, words, isLastWordMany }: CliCommand): string {
  return `${[name, ...words].join(' ')}${isLastWordMany ? '…' : ''}`;
}

function optionsBlock(command: CliCommand): string {
  return command.options.length === 0 ? '' : `${command.name}:\n${optionLines(command.options)}\n`;
}

function optionLines(options: readonly OptionSpec[]): string {
  const lines = options.map(({ name, value, help }) => [`  ${value ? `${name} ${value}` : name}`, help]);
  return alignColumns(lines, [false, false]);
}
