/**
 * Our locks are not SQLite's, so another program that reads the project in the middle of our commit would take the
 * journal for one that a crash has left, and roll our commit back under our hands: what was then acknowledged was lost,
 * or the file malformed. SQLite holds a journal for hot when its first byte is not zero. So on disk the first byte of
 * ours is zero, always; here it is given back when the rest of the magic number stands behind it.
 * Format: https://www.sqlite.org/fileformat2.html#the_rollback_journal
 */
const MAGIC = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7] as const;
export const MAGIC_LENGTH = MAGIC.length;

/** The bytes as they go to the disk; those of the caller stay as they are. */
export function veiled(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== MAGIC[0]) return bytes;
  const copy = bytes.slice();
  copy[0] = 0;
  return copy;
}

/** The first byte of a journal that begins like `head` on disk. */
export function unveiledByte(head: Uint8Array): number | undefined {
  const isVeiled = head[0] === 0 && MAGIC.slice(1).every((byte, index) => head[index + 1] === byte);
  return isVeiled ? MAGIC[0] : head[0];
}
