/** The part of the WebAssembly interface that is used here; the types of Node leave it to those of the DOM. */
declare namespace WebAssembly {
  class Module {
    private readonly brand;
    static imports(module: Module): { readonly module: string; readonly name: string }[];
  }
  class Memory {
    constructor(descriptor: { readonly initial: number });
    readonly buffer: ArrayBuffer;
  }
  type Imports = Record<string, Record<string, unknown>>;
  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Record<string, unknown>;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
}
