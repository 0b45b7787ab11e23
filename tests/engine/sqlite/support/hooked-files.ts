import * as fs from 'node:fs';
import type { FileSystem } from '../../../../src/storage/sqlite';

export interface FileOperation {
  readonly name: keyof FileSystem;
  /** Of the file, also where the operation has only a descriptor. */
  readonly path: string;
  readonly flags: string;
}

const NAMES: readonly (keyof FileSystem)[] = [
  'openSync',
  'closeSync',
  'readSync',
  'writeSync',
  'fsyncSync',
  'ftruncateSync',
  'fstatSync',
  'statSync',
  'fchmodSync',
  'fchownSync',
  'accessSync',
  'realpathSync',
  'unlinkSync',
  'renameSync',
  'linkSync',
];

/** What changes the disk: the operations before which a crash makes a difference. */
export const CHANGING: ReadonlySet<keyof FileSystem> = new Set([
  'writeSync',
  'fsyncSync',
  'ftruncateSync',
  'unlinkSync',
  'renameSync',
  'linkSync',
]);

/** The real files, with `before` called ahead of every operation; what it throws, the operation throws. */
export function hookedFiles(before: (operation: FileOperation) => void): FileSystem {
  const paths = new Map<number, string>();
  const everything: FileSystem = fs;
  const files: Record<string, unknown> = {};
  for (const name of NAMES) {
    const real = everything[name] as (...args: unknown[]) => unknown;
    files[name] = (...args: unknown[]) => {
      const path = typeof args[0] === 'number' ? (paths.get(args[0]) ?? '') : String(args[0]);
      before({ name, path, flags: name === 'openSync' ? String(args[1]) : '' });
      const result = real(...args);
      if (name === 'openSync') paths.set(result as number, path);
      return result;
    };
  }
  return files as unknown as FileSystem;
}

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code });
}
