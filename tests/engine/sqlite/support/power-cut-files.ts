/**
 * A disk with a memory of its own, over the real one: of every file it knows what was synced and, in order, what was
 * written since; of the folder, which names were synced. A power cut keeps any part of the rest: each unsynced write
 * or change of a name may be there or not, a write may be cut within.
 */
import * as fs from 'node:fs';
import { basename, join } from 'node:path';
import type { FileSystem } from '../../../../src/storage/sqlite';

type Change = { readonly at: number; readonly bytes: Uint8Array } | { readonly length: number };
/** Names that change at once, as a renaming does. */
type NameChange = ReadonlyMap<string, Node | undefined>;

interface Node {
  synced: Uint8Array;
  unsynced: Change[];
}

const SECTOR = 512;

export interface PowerCutDisk {
  readonly files: FileSystem;
  /** Writes what a power cut at this moment leaves into an empty folder. */
  cut(into: string, random: () => number): void;
}

/** `doesSync` false is a disk that only says it had synced. */
export function powerCutDisk(options: {
  readonly doesSync: boolean;
  readonly before: () => void;
  /** Paths of files that are on it for good from the beginning. */
  readonly holds?: readonly string[];
}): PowerCutDisk {
  const syncedNames = new Map<string, Node>();
  const names = new Map<string, Node>();
  const open = new Map<number, Node | 'folder'>();
  let unsyncedNames: NameChange[] = [];

  const nodeOf = (descriptor: number): Node | undefined => {
    const found = open.get(descriptor);
    return found === 'folder' ? undefined : found;
  };
  const setNames = (...changes: readonly (readonly [name: string, node: Node | undefined])[]) => {
    const change = new Map(changes);
    apply(names, change);
    unsyncedNames.push(change);
  };
  for (const path of options.holds ?? []) {
    const node = { synced: fs.readFileSync(path), unsynced: [] };
    names.set(basename(path), node);
    syncedNames.set(basename(path), node);
  }

  const files: FileSystem = {
    ...fs,
    openSync(path: string, flags: string, mode?: number): number {
      options.before();
      const descriptor = fs.openSync(path, flags, mode);
      if (fs.fstatSync(descriptor).isDirectory()) {
        open.set(descriptor, 'folder');
        return descriptor;
      }
      const found = names.get(basename(path));
      const node = found ?? { synced: new Uint8Array(0), unsynced: [] };
      if (!found) setNames([basename(path), node]);
      open.set(descriptor, node);
      return descriptor;
    },
    closeSync(descriptor) {
      open.delete(descriptor);
      fs.closeSync(descriptor);
    },
    writeSync(descriptor, buffer, offset, length, position) {
      options.before();
      const count = fs.writeSync(descriptor, buffer, offset, length, position);
      nodeOf(descriptor)?.unsynced.push({ at: position, bytes: buffer.slice(offset, offset + count) });
      return count;
    },
    ftruncateSync(descriptor, length) {
      options.before();
      fs.ftruncateSync(descriptor, length);
      nodeOf(descriptor)?.unsynced.push({ length });
    },
    fsyncSync(descriptor) {
      options.before();
      if (!options.doesSync) return;
      const node = nodeOf(descriptor);
      if (node === undefined) {
        for (const change of unsyncedNames) apply(syncedNames, change);
        unsyncedNames = [];
      } else {
        node.synced = node.unsynced.reduce(changed, node.synced);
        node.unsynced = [];
      }
    },
    unlinkSync(path) {
      options.before();
      fs.unlinkSync(path);
      setNames([basename(path), undefined]);
    },
    renameSync(from, to) {
      options.before();
      const node = names.get(basename(from));
      fs.renameSync(from, to);
      setNames([basename(from), undefined], [basename(to), node]);
    },
    linkSync(from, to) {
      options.before();
      const node = names.get(basename(from));
      fs.linkSync(from, to);
      setNames([basename(to), node]);
    },
  };

  return {
    files,
    cut(into, random) {
      const left = new Map(syncedNames);
      for (const change of unsyncedNames) if (random() < 0.5) apply(left, change);
      for (const [name, node] of left) {
        const survived = node.unsynced.filter(() => random() < 0.5).map((change) => torn(change, random));
        fs.writeFileSync(join(into, name), survived.reduce(changed, node.synced));
      }
    },
  };
}

function apply(names: Map<string, Node>, change: NameChange): void {
  for (const [name, node] of change) {
    if (node === undefined) names.delete(name);
    else names.set(name, node);
  }
}

function changed(content: Uint8Array, change: Change): Uint8Array {
  const length =
    'length' in change ? change.length : Math.max(content.length, change.at + change.bytes.length);
  const result = new Uint8Array(length);
  result.set(content.subarray(0, length));
  if ('bytes' in change) result.set(change.bytes, change.at);
  return result;
}

function torn(change: Change, random: () => number): Change {
  if (!('bytes' in change) || change.bytes.length <= SECTOR || random() < 0.7) return change;
  const sectors = Math.floor(random() * (change.bytes.length / SECTOR));
  return { at: change.at, bytes: change.bytes.subarray(0, sectors * SECTOR) };
}
