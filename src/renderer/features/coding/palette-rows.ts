import type { CodeRow, DocumentCoding } from '../../../contract/queries';
import { pathSeparator } from '../../../core/code-tree';
import type { CodeId } from '../../../core/ids';
import { isSureFit, searchCodes } from './code-search';

/** A line of the code palette. */
export type PaletteRow =
  | { readonly kind: 'code'; readonly code: CodeRow; readonly digit: number | null }
  /** A code that is retired: shown, so that it is not made again, but not to be taken. */
  | { readonly kind: 'retired'; readonly code: CodeRow }
  /** A new code; under `parent`, or at the top. */
  | { readonly kind: 'create'; readonly name: string; readonly parent: CodeRow | null }
  /** A new code with the codes above it that are missing; names from the top, two at least. */
  | { readonly kind: 'createPath'; readonly path: readonly string[] }
  /** Asks for the parent next. */
  | { readonly kind: 'createBeneath'; readonly name: string }
  /** One of the codings that a passage has; its coder where there are several. */
  | {
      readonly kind: 'coding';
      readonly coding: DocumentCoding;
      readonly code: CodeRow;
      readonly digit: number | null;
      readonly coder: string | undefined;
    }
  /** All of them. */
  | { readonly kind: 'all'; readonly count: number };

export interface PaletteQuestion {
  readonly codes: readonly CodeRow[];
  readonly query: string;
  /** Most recent first. */
  readonly recent: readonly CodeId[];
  /** The name for which a parent is being chosen; null while codes are. */
  readonly newName: string | null;
  readonly canCreate: boolean;
}

/** More than anyone looks through; typing narrows it. */
const mostRows = 60;
const digits = 9;
/** Retired codes that only have the words of what was typed. */
const mostAlike = 5;

export function paletteRows({ codes, query, recent, newName, canCreate }: PaletteQuestion): PaletteRow[] {
  if (newName !== null) {
    return searchCodes(codes, query, [])
      .slice(0, mostRows)
      .map((parent) => ({ kind: 'create', name: newName, parent }));
  }
  const codable = codes.filter(({ isCodable, status }) => isCodable && status !== 'retired');
  const found = searchCodes(codable, query, recent).slice(0, mostRows);
  const isEmpty = query.trim() === '';
  const known = new Set(recent);
  const rows: PaletteRow[] = found.map((code, index) => ({
    kind: 'code',
    code,
    digit: isEmpty && index < digits && known.has(code.id) ? index + 1 : null,
  }));
  const name = query.replace(/\s+/gu, ' ').trim();
  if (!canCreate || name === '') return rows;
  const path = name.split(/\s*>\s*/).filter(Boolean);
  const retired = codes.filter(({ isCodable, status }) => isCodable && status === 'retired');
  const isMeant = (code: CodeRow) =>
    path.length > 1 ? isSameName(code.path, path.join(pathSeparator)) : isSameName(code.name, name);
  const asRow = (code: CodeRow): PaletteRow => ({ kind: 'retired', code });
  if (path.length > 1) {
    if (retired.some(isMeant)) return [...rows, ...retired.filter(isMeant).map(asRow)];
    const last = path.at(-1) ?? name;
    const parent = searchCodes(codes, path.slice(0, -1).join(' '), [])[0];
    const above = path.slice(0, -1).join(pathSeparator);
    const beneath: PaletteRow[] = parent ? [{ kind: 'create', name: last, parent }] : [];
    if (parent && isSameName(parent.path, above)) return [...rows, ...beneath];
    // Typed in short it means the code that is found, but not one that only has the words somewhere.
    const isShort = parent?.path.toLocaleLowerCase().startsWith(above.toLocaleLowerCase());
    const whole: PaletteRow = { kind: 'createPath', path };
    rows.push(...(isShort ? [...beneath, whole] : [whole, ...beneath]));
    return rows;
  }
  const isThere =
    retired.some(isMeant) || codes.some((code) => code.parentId === null && isSameName(code.name, name));
  // Enter must not apply a code that only has the letters somewhere, when a new one is being named.
  const isGuess = (row: PaletteRow) => row.kind === 'code' && !isSureFit(row.code, query);
  const made: PaletteRow[] = isThere ? [] : [{ kind: 'create', name, parent: null }];
  if (codes.length > 0) made.push({ kind: 'createBeneath', name });
  const alike = searchCodes(retired, query, []).filter((code) => !isMeant(code) && isSureFit(code, query));
  return [
    ...rows.filter((row) => !isGuess(row)),
    ...retired.filter(isMeant).map(asRow),
    ...made,
    ...alike.slice(0, mostAlike).map(asRow),
    ...rows.filter(isGuess),
  ];
}

function isSameName(one: string, other: string): boolean {
  return one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0;
}
