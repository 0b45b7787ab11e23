import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type ReadableDatabase } from '../../src/storage/sqlite';
import { type Driver, newDriver, testPlatform } from '../engine/support/driver';

/** What docs/FILE-FORMAT.md promises to people with SQLite, Python or R. */
describe('FF the file as an interface', () => {
  let driver: Driver;
  let database: ReadableDatabase;

  beforeAll(async () => {
    driver = await newDriver();
    const id = await driver.document('talk', 'A 🙂 talk about money.\nAnd power.');
    const parent = await driver.run('code.create', { name: 'means' });
    const code = await driver.run('code.create', {
      name: 'money',
      parentId: parent.id,
      definition: 'What it buys',
    });
    await driver.run('coding.apply', { sourceId: id, start: 15, end: 20, codeIds: [code.id] });
    await driver.run('memo.write', { target: { kind: 'code', id: code.id }, text: 'check' });
    await driver.engine.close();
    const platform = testPlatform();
    database = openDatabase({
      path: driver.path,
      runtime: await platform.loadSqlite(),
      files: platform.files,
      mode: 'read',
    });
  });

  afterAll(async () => {
    database.close();
    await driver.end();
  });

  it('FF1 has the columns that the document lists, in that order', () => {
    const document = readFileSync('docs/FILE-FORMAT.md', 'utf8');
    const listed = [...document.matchAll(/^\| `(v_\w+)` \|[^|]*\| `([^`]+)` \|$/gm)];
    expect(listed.map(([, view]) => view)).toEqual([
      'v_documents',
      'v_codes',
      'v_quotations',
      'v_codings',
      'v_memos',
      'v_code_sets',
      'v_segments',
    ]);
    for (const [, view, columns] of listed) {
      const found = database.prepare('SELECT name FROM pragma_table_info(?)').values([view ?? '']);
      expect(found.join(', '), view).toBe(columns);
    }
  });

  it('FF2 finds a quotation by substr on the text of its document', () => {
    const rows = database
      .prepare(
        `SELECT v_codings.text AS text, code_path, v_codings.coder AS coder,
           substr(document_text, start_position + 1, end_position - start_position) AS cut
         FROM v_codings JOIN v_documents ON v_documents.id = v_codings.document_id`,
      )
      .allObjects();
    expect(rows).toEqual([{ text: 'money', code_path: 'means > money', coder: 'Robin', cut: 'money' }]);
  });

  it('FF3 says what it is by its application_id', () => {
    const id = database.prepare('PRAGMA application_id').value<number>();
    expect(readFileSync('docs/FILE-FORMAT.md', 'utf8')).toContain(String(id));
  });

  const shell = runs('sqlite3', ['-version']);
  it.skipIf(!shell)(
    `FF5 is read by the sqlite3 shell as the document shows${shell ? '' : ' (skipped: no sqlite3 here)'}`,
    () => {
      const document = readFileSync('docs/FILE-FORMAT.md', 'utf8');
      const line = /```sh\n(sqlite3 [^\n]*Netroots\.emic[^\n]*)\n```/.exec(document)?.[1] ?? '';
      const output = execFileSync('sh', ['-c', line.replace('Netroots.emic', `'${driver.path}'`)], {
        encoding: 'utf8',
      });
      expect(output.replaceAll('\r', '')).toBe('code_path,document,text\n"means > money",talk,money\n');
    },
  );

  const r = runs('Rscript', ['-e', 'library(DBI); stopifnot(requireNamespace("RSQLite"))']);
  it.skipIf(!r)(
    `FF6 is read by R as the document shows${r ? '' : ' (skipped: no R with RSQLite here)'}`,
    () => {
      const document = readFileSync('docs/FILE-FORMAT.md', 'utf8');
      const script = /```r\n([\s\S]*?)```/.exec(document)?.[1] ?? '';
      const output = execFileSync('Rscript', ['-e', script.replace('Netroots.emic', driver.path)], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      });
      expect(output).toMatch(/talk\n\s*means > money\s+1\n/);
    },
  );

  const python = hasPython();
  it.skipIf(!python)(
    `FF4 is read by Python as the document shows${python ? '' : ' (skipped: no Python here)'}`,
    () => {
      const document = readFileSync('docs/FILE-FORMAT.md', 'utf8');
      const script = /```python\n([\s\S]*?)```/.exec(document)?.[1] ?? '';
      const output = execFileSync('python3', ['-c', script.replace('Netroots.emic', driver.path)], {
        encoding: 'utf8',
        env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
      });
      expect(output).toBe('means > money talk 15 20 money\n');
    },
  );
});

function runs(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A Python whose SQLite knows STRICT tables. */
function hasPython(): boolean {
  try {
    execFileSync('python3', ['-c', 'import sqlite3; assert sqlite3.sqlite_version_info >= (3, 37)'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}
