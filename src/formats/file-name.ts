/** A file's ending in lower case, without the dot; empty when it has none (`README`, `.profile`, `Dr. Smith`). */
export function endingOf(fileName: string): string {
  const match = /[^/]\.([\p{L}\p{N}]{1,8})$/u.exec(fileName);
  const ending = match?.[1] ?? '';
  return /\p{L}/u.test(ending) ? ending.toLowerCase() : '';
}

/** What a document is called: its file's name without the ending. */
export function documentName(fileName: string): string {
  const ending = endingOf(fileName);
  return ending === '' ? fileName : fileName.slice(0, -(ending.length + 1));
}
