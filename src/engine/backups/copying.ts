import { ExpectedError } from '../../core/result';
import { committedState } from '../../storage/sqlite/file-state';
import type { BackgroundFile, Platform } from '../platform';

/** Length in bytes and SHA-256: two files that agree in both are the same. */
export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

/** Small enough that hashing one keeps no question waiting. */
const chunkBytes = 1_048_576;

/** Copies into a new file, synced. Nothing is left of it when that fails. */
export async function copyFile(
  platform: Platform,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<FileDigest> {
  const files = platform.backgroundFiles;
  const source = await files.open(from, 'r');
  try {
    const copy = await files.open(to, 'wx');
    try {
      const digest = await pass(platform, source, signal, (bytes, position) => copy.write(bytes, position));
      await copy.sync();
      return digest;
    } finally {
      await copy.close();
    }
  } catch (error) {
    await files.remove(to).catch(() => undefined);
    throw error;
  } finally {
    await source.close();
  }
}

export async function digestOf(platform: Platform, path: string, signal: AbortSignal): Promise<FileDigest> {
  const file = await platform.backgroundFiles.open(path, 'r');
  try {
    return await pass(platform, file, signal, () => undefined);
  } finally {
    await file.close();
  }
}

async function pass(
  platform: Platform,
  file: BackgroundFile,
  signal: AbortSignal,
  each: (bytes: Uint8Array, position: number) => Promise<void> | undefined,
): Promise<FileDigest> {
  const digest = platform.newDigest();
  const buffer = new Uint8Array(chunkBytes);
  let position = 0;
  for (;;) {
    signal.throwIfAborted();
    const count = await file.read(buffer, position);
    if (count === 0) return { bytes: position, sha256: digest.value() };
    const bytes = buffer.subarray(0, count);
    digest.update(bytes);
    await each(bytes, position);
    position += count;
  }
}

export interface CommittedOptions {
  readonly platform: Platform;
  /** The project file, which may be written meanwhile. */
  readonly path: string;
  readonly signal: AbortSignal;
  /** Runs work while no change is made here; absent where none can be. */
  readonly turn?: (<T>(work: () => Promise<T>) => Promise<T>) | undefined;
}

/** Tries beside the work that goes on; then it has to wait for one. */
const triesBeside = 2;
const triesInAll = 8;
const pauseInMilliseconds = 250;

/**
 * Reads the whole file as it was after one commit. Nobody waits for that as long as it comes to an end between two
 * changes; where changes come too fast, they wait for it. Throws ExpectedError `conflict` where another program keeps
 * writing.
 */
export async function ofOneState<T>(
  options: CommittedOptions,
  read: () => Promise<T>,
  undo: () => Promise<void>,
) {
  const { platform, path, signal, turn } = options;
  const attempt = async () => {
    const before = committedState(platform.files, path);
    if (before === undefined) return undefined;
    const result = await read();
    if (committedState(platform.files, path) === before) return { result };
    await undo();
    return undefined;
  };
  for (let tries = 1; tries <= triesInAll; tries += 1) {
    const found = await (turn && tries > triesBeside ? turn(attempt) : attempt());
    if (found) return found.result;
    await pause(pauseInMilliseconds);
    signal.throwIfAborted();
  }
  throw new ExpectedError(
    'conflict',
    'Another program keeps writing the project file. Nothing was changed; try again in a moment.',
  );
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
