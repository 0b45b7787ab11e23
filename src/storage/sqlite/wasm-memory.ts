/**
 * Reading and writing the memory of the WebAssembly instance. Growing detaches every view, so none is kept outside.
 */
// A leading U+FEFF is text, not a byte order mark, here.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Below this a loop over bytes is faster than the decoder; longer ones would become ropes, slow to use. */
const SHORT_TEXT = 8;

export class WasmMemory {
  readonly #memory: WebAssembly.Memory;
  #bytes: Uint8Array;
  #view: DataView;

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
    this.#bytes = new Uint8Array(memory.buffer);
    this.#view = new DataView(memory.buffer);
  }

  get bytes(): Uint8Array {
    // A detached view has no length; asking it is cheaper than comparing buffers.
    if (this.#bytes.length === 0) this.#refresh();
    return this.#bytes;
  }

  get view(): DataView {
    if (this.#bytes.length === 0) this.#refresh();
    return this.#view;
  }

  #refresh(): void {
    this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#view = new DataView(this.#memory.buffer);
  }

  uint32(address: number): number {
    return this.view.getUint32(address, true);
  }

  setUint32(address: number, value: number): void {
    this.view.setUint32(address, value, true);
  }

  setBigInt64(address: number, value: bigint): void {
    this.view.setBigInt64(address, value, true);
  }

  /** Text that ends at the first zero byte. */
  cString(address: number): string {
    return this.text(address, this.bytes.indexOf(0, address) - address);
  }

  text(address: number, byteLength: number): string {
    const bytes = this.bytes;
    const end = address + byteLength;
    if (byteLength <= SHORT_TEXT) {
      let text = '';
      let at = address;
      for (; at < end; at++) {
        const byte = bytes[at] as number;
        if (byte > 127) break;
        text += String.fromCharCode(byte);
      }
      if (at === end) return text;
    }
    return decoder.decode(bytes.subarray(address, end));
  }

  copy(address: number, byteLength: number): Uint8Array {
    return this.bytes.slice(address, address + byteLength);
  }
}

/** The text in UTF-8; lone surrogates become U+FFFD. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}
