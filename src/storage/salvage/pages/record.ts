/**
 * A row as SQLite writes it: a header of serial types, then the values. The lengths must add up to the byte, which
 * garbage hardly ever does.
 * Layout: https://www.sqlite.org/fileformat2.html#record_format
 */
export type Value = string | number | null | Uint8Array;

export interface RecordHeader {
  readonly serialTypes: readonly number[];
  /** Bytes of the header. */
  readonly length: number;
}

/** A variable-length integer at `at`: its value (exact up to 2^53) and the offset behind it; undefined where it is cut. */
export function readVarint(bytes: Uint8Array, at: number): readonly [value: number, end: number] | undefined {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return undefined;
    if (index === 8) return [value * 256 + byte, at + 9];
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + index + 1];
  }
  return undefined;
}

const mostColumns = 100;

/** Undefined where the bytes are no header of a record of `total` bytes. */
export function readRecordHeader(bytes: Uint8Array, total: number): RecordHeader | undefined {
  const first = readVarint(bytes, 0);
  if (!first) return undefined;
  const [length] = first;
  let at = first[1];
  if (length > total || length > bytes.length || length < at) return undefined;
  const serialTypes: number[] = [];
  let body = 0;
  while (at < length) {
    const next = readVarint(bytes, at);
    if (!next || next[1] > length || serialTypes.length >= mostColumns) return undefined;
    const size = sizeOf(next[0]);
    if (size === undefined) return undefined;
    serialTypes.push(next[0]);
    body += size;
    at = next[1];
  }
  return length + body === total ? { serialTypes, length } : undefined;
}

const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

export function sizeOf(serialType: number): number | undefined {
  if (serialType < 10) return sizes[serialType];
  if (serialType < 12) return undefined;
  return Math.floor((serialType - 12) / 2);
}

export function isText(serialType: number): boolean {
  return serialType >= 13 && serialType % 2 === 1;
}

/** Bytes that are no UTF-8 become U+FFFD; a byte order mark stays. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** How many columns lie within the first `length` bytes whole. */
export function wholeColumns({ serialTypes, length: start }: RecordHeader, length: number): number {
  let at = start;
  for (const [index, type] of serialTypes.entries()) {
    at += sizeOf(type) ?? 0;
    if (at > length) return index;
  }
  return serialTypes.length;
}

/** A text that is cut keeps its beginning; a number that is cut is null. */
export function readValues(bytes: Uint8Array, header: RecordHeader): Value[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = header.length;
  return header.serialTypes.map((type) => {
    const from = at;
    at += sizeOf(type) ?? 0;
    if (isText(type)) return utf8.decode(bytes.subarray(from, at));
    if (type >= 12) return bytes.slice(from, at);
    return at > bytes.length ? null : numberAt(view, from, type);
  });
}

function numberAt(view: DataView, at: number, type: number): number | null {
  switch (type) {
    case 0:
      return null;
    case 1:
      return view.getInt8(at);
    case 2:
      return view.getInt16(at);
    case 3:
      return view.getInt16(at) * 256 + view.getUint8(at + 2);
    case 4:
      return view.getInt32(at);
    case 5:
      return view.getInt16(at) * 2 ** 32 + view.getUint32(at + 2);
    case 6:
      return Number(view.getBigInt64(at));
    case 7:
      return view.getFloat64(at);
    default:
      return type - 8;
  }
}
