import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSqlite, openDatabase } from '../../../src/storage/sqlite';
import {
  RELEASE_IMPORTS,
  RELEASE_WASM_SHA256,
  replaceFileFunctions,
} from '../../../src/storage/sqlite/wasm-imports';
import { addEntry, createLedger, lastEntry, ledgerProblems } from './support/ledger';
import { newFolder, sqlJsFolder, sqlJsSources } from './support/runtime';

describe('the table of imports', () => {
  it('is of the sql.js that is installed', () => {
    const sources = sqlJsSources();
    const wasm = sources.release.wasm();
    expect(sources.sha256(wasm)).toBe(RELEASE_WASM_SHA256);
    const { version } = JSON.parse(fs.readFileSync(join(sqlJsFolder(), '../package.json'), 'utf8'));
    const own = JSON.parse(fs.readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'));
    expect(own.devDependencies['sql.js']).toBe(version);
  });

  it('is refused for a glue of another number, or order, of imports', () => {
    const glue = Object.fromEntries(
      RELEASE_IMPORTS.map(([name, parameters]) => [
        name,
        Object.defineProperty(() => 0, 'length', { value: parameters }),
      ]),
    );
    const replaced: string[] = [];
    const note = (name: string) => {
      replaced.push(name);
      return () => 0;
    };
    replaceFileFunctions('release', { a: { ...glue } }, note);
    expect(replaced).toHaveLength(18);
    expect(() => replaceFileFunctions('release', { a: { ...glue, more: () => 0 } }, note)).toThrow(
      /41 imports/,
    );
    const reversed = Object.fromEntries(Object.entries(glue).reverse());
    expect(() => replaceFileFunctions('release', { a: reversed }, note)).toThrow(/does not look like/);
    const { fd_sync, ...lacking } = glue;
    expect(fd_sync).toBeDefined();
    expect(() => replaceFileFunctions('debug', { env: lacking }, note)).toThrow(/does not import fd_sync/);
  });
});

describe('a release build that is not the expected one', () => {
  it('is not used: the debug build takes over and does the same', async () => {
    const sources = sqlJsSources();
    const runtime = await loadSqlite({
      ...sources,
      sha256: (bytes) => sources.sha256(bytes).replace(/^./, 'x'),
    });
    expect(runtime.build).toBe('debug');
    expect(runtime.fallbackReason).toMatch(/SHA-256/);
    const folder = newFolder();
    const path = join(folder, 'project.emic');
    const database = openDatabase({ path, mode: 'create', runtime, files: fs });
    createLedger(database);
    for (let count = 0; count < 10; count++) addEntry(database);
    database.close();
    expect(fs.readdirSync(folder)).toEqual(['project.emic']);
    const again = openDatabase({ path, mode: 'write', runtime, files: fs });
    expect(lastEntry(again)).toBe(10);
    expect([...again.integrityCheck(), ...ledgerProblems(again)]).toEqual([]);
    expect(again.prepare('SELECT ?').value(['\uFEFFGrüße\u0000'])).toBe('\uFEFFGrüße\u0000');
    again.copyTo(join(folder, 'copy.emic'));
    again.close();
    const reader = openDatabase({ path: join(folder, 'copy.emic'), mode: 'read', runtime, files: fs });
    expect(ledgerProblems(reader)).toEqual([]);
    reader.close();
  });
});
