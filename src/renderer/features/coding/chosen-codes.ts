import type { CodeRow } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
import { listed } from '../../i18n';
import type { CodeChoice } from './use-code-choice';

/** Codes for many passages: those that are there, and the paths of new ones, made in the same step. */
export interface ChosenCodes {
  readonly codeIds: readonly CodeId[];
  /** Names from the top. */
  readonly newPaths: readonly (readonly string[])[];
  /** As they are told. */
  readonly names: string;
}

export function chosenCodes(
  codes: readonly CodeRow[],
  { codeIds, newCode, newPath }: CodeChoice,
): ChosenCodes {
  const newPaths = newPath ? [newPath] : [];
  const made = newCode ? [...namesFromTop(codes, newCode.parentId ?? null), newCode.name] : null;
  const known = new Map(codes.map(({ id, name }) => [id, name]));
  const all = made ? [...newPaths, made] : newPaths;
  const names = [...codeIds.map((id) => known.get(id) ?? ''), ...all.map((path) => path.at(-1) ?? '')];
  return { codeIds, newPaths: all, names: listed(names) };
}

/** By the codes above it: a path can't be cut where a name may hold what divides it. */
function namesFromTop(codes: readonly CodeRow[], id: CodeId | null): string[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const names: string[] = [];
  for (
    let code = id ? byId.get(id) : undefined;
    code;
    code = code.parentId ? byId.get(code.parentId) : undefined
  ) {
    names.unshift(code.name);
  }
  return names;
}

/** The arguments of a command that takes them. */
export function codesToApply({ codeIds, newPaths }: ChosenCodes) {
  return { codeIds: [...codeIds], newPaths: newPaths.map((path) => [...path]) };
}

/** The same for one that takes a single one. */
export function codeToTake({ codeIds: [codeId], newPaths: [newPath] }: ChosenCodes) {
  return newPath ? { newPath: [...newPath] } : { codeId };
}
