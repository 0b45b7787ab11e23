/**
 * A file deleted or replaced while open swallows commits in silence, so the open file is compared with the one at
 * its path before a commit is acknowledged.
 */
import type { BoundFile } from './bound-file';
import { readCommits } from './file-header';
import { type FileStatus, systemCodeOf } from './file-system';
import { type FaultOutcome, StorageFault } from './storage-fault';
import type { FileIdentity } from './types';

export function identityOf(file: BoundFile): FileIdentity {
  if (file.mainDescriptor === undefined) throw new StorageFault('io', `${file.path} is not open`);
  const open = file.files.fstatSync(file.mainDescriptor, { bigint: true });
  const named = statusAt(file);
  const isSame = named !== undefined && named.dev === open.dev && named.ino === open.ino;
  return {
    device: open.dev,
    inode: open.ino,
    links: open.nlink,
    atPath: named === undefined ? 'missing' : isSame ? 'same' : 'replaced',
    written: `${open.mtimeNs}/${open.size}`,
    commits: readCommits(file.files, file.mainDescriptor),
  };
}

/** Throws StorageFault `missing` or `replaced`, with what became of the transaction. */
export function assertSameFile(file: BoundFile, outcome: FaultOutcome): void {
  const { atPath } = identityOf(file);
  if (atPath === 'same') return;
  const message =
    atPath === 'missing' ? `${file.path} was deleted` : `${file.path} was replaced by another file`;
  throw new StorageFault(atPath, message, { outcome });
}

function statusAt(file: BoundFile): FileStatus | undefined {
  try {
    return file.files.statSync(file.path, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'ENOTDIR') return undefined;
    throw new StorageFault('io', `${file.path} can't be looked at`, { systemCode: code, cause: error });
  }
}
