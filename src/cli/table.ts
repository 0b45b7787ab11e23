import { codePointLength, quoteLine } from '../core/text';
import { stringifyCsv } from '../formats';
import { type Arguments, UsageError } from './arguments';

export type Cell = string | number | null;

/** Rows under their column names, the same in JSON, CSV and on the screen. */
export interface Table<Column extends string = string> {
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<Column, Cell>>[];
}

/** Code points of a text that the screen shows. */
const shownLength = 60;

/** The table as asked for with `--json` or `--csv`, else aligned for reading; `empty` is said where it has no row. */
export function printTable(table: Table, args: Arguments, empty: string): string {
  if (args.has('--json') && args.has('--csv')) throw new UsageError('Choose one of --json and --csv.');
  if (args.has('--json')) return jsonText(table.rows.map((row) => inOrder(table, row)));
  if (args.has('--csv')) {
    return stringifyCsv([
      table.columns,
      ...table.rows.map((row) => table.columns.map((key) => row[key] ?? '')),
    ]);
  }
  if (table.rows.length === 0) return `${empty}\n`;
  const body = table.rows.map((row) => table.columns.map((key) => shown(row[key] ?? '')));
  const isNumber = table.columns.map((key) => table.rows.every((row) => typeof row[key] === 'number'));
  return alignColumns([[...table.columns], ...body], isNumber);
}

const number = String.raw`(?:-?\d[\d.]*(?:e[+-]?\d+)?|null)`;
const listOfNumbers = new RegExp(String.raw`\[\n\s+(${number}(?:,\n\s+${number})*)\n\s+\]`, 'g');

/** Indented, with a list of numbers in one line: a matrix looks like one. (No string of JSON holds a line end.) */
export function jsonText(value: unknown): string {
  const lines = JSON.stringify(value, null, 2).replace(
    listOfNumbers,
    (_, numbers: string) => `[${numbers.replace(/,\n\s+/g, ', ')}]`,
  );
  return `${lines}\n`;
}

/** Columns two spaces apart; those of numbers to the right. */
export function alignColumns(rows: readonly (readonly string[])[], isRight: readonly boolean[]): string {
  const widths = isRight.map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, codePointLength(row[column] ?? '')), 0),
  );
  const pad = (text: string, column: number) => {
    const space = ' '.repeat((widths[column] ?? 0) - codePointLength(text));
    return isRight[column] ? space + text : text + space;
  };
  return rows.map((row) => `${row.map(pad).join('  ').trimEnd()}\n`).join('');
}

function shown(cell: string | number): string {
  return typeof cell === 'number' ? String(cell) : quoteLine(cell, shownLength);
}

function inOrder(table: Table, row: Readonly<Record<string, Cell>>): Record<string, Cell> {
  return Object.fromEntries(table.columns.map((key) => [key, row[key] ?? null]));
}
