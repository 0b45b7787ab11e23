import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

const digestBytes = 32;

/**
 * The code of one CommonJS file, kept compiled from one start to the next: compiling the engine's anew takes longer
 * than opening a project. V8 itself compares only the length of the source, so the kept code stands behind a
 * SHA-256 of source, V8's version and code: one byte that differs, and it is not used.
 */
export class CachedScript {
  private readonly source: string;
  private readonly script: Script;
  /** Whether code kept by an earlier start was used. */
  readonly wasKept: boolean;
  private isKept: boolean;

  constructor(
    private readonly file: string,
    private readonly cacheFile: string,
  ) {
    this.source = readFileSync(file, 'utf8');
    const cachedData = this.readCache();
    this.script = new Script(
      `(function (require, module, exports, __filename, __dirname) {${this.source}\n})`,
      {
        filename: file,
        ...(cachedData ? { cachedData } : {}),
      },
    );
    this.wasKept = cachedData !== undefined && this.script.cachedDataRejected === false;
    this.isKept = this.wasKept;
  }

  run(): void {
    const module = { exports: {} };
    const wrapped: (...parts: unknown[]) => void = this.script.runInThisContext();
    wrapped(createRequire(this.file), module, module.exports, this.file, dirname(this.file));
  }

  /** Keeps what has been compiled until now, if nothing fitting is kept yet. A start without it is only slower. */
  keep(): void {
    if (this.isKept) return;
    this.isKept = true;
    const code = this.script.createCachedData();
    const beside = `${this.cacheFile}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(this.cacheFile), { recursive: true });
      writeFileSync(beside, Buffer.concat([this.digest(code), code]));
      renameSync(beside, this.cacheFile);
    } catch (error) {
      console.error(`${this.cacheFile} could not be written`, error);
    }
  }

  private readCache(): Buffer | undefined {
    try {
      const kept = readFileSync(this.cacheFile);
      const code = kept.subarray(digestBytes);
      return this.digest(code).equals(kept.subarray(0, digestBytes)) ? code : undefined;
    } catch {
      return undefined;
    }
  }

  private digest(code: Buffer): Buffer {
    return createHash('sha256').update(process.versions.v8).update(this.source).update(code).digest();
  }
}
