import type { FileSystem } from './file-system';

const chunkBytes = 4 * 1024 * 1024;

/** Whether one of the byte sequences stands anywhere in a file. Reads it in pieces that overlap by the longest. */
export function findInFile(files: FileSystem, path: string, sought: readonly Uint8Array[]): boolean {
  if (sought.length === 0) return false;
  // As text of one character a byte, in which the language's own search is at its fastest.
  const bytesAsText = new TextDecoder('latin1');
  const needles = sought.map((bytes) => bytesAsText.decode(bytes));
  const overlap = Math.max(...needles.map(({ length }) => length)) - 1;
  const descriptor = files.openSync(path, 'r');
  try {
    const chunk = new Uint8Array(chunkBytes);
    let tail = '';
    for (let position = 0; ; ) {
      const read = files.readSync(descriptor, chunk, 0, chunkBytes, position);
      if (read === 0) return false;
      position += read;
      const text = tail + bytesAsText.decode(chunk.subarray(0, read));
      if (needles.some((needle) => text.includes(needle))) return true;
      tail = text.slice(text.length - Math.min(overlap, text.length));
    }
  } finally {
    files.closeSync(descriptor);
  }
}
