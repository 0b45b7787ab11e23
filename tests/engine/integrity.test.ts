import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/sqlite';
import { type Driver, newDriver, testPlatform } from './support/driver';

/** What a foreign hand does to the file, and a word of the sentence by which the check tells it. */
const damages: readonly (readonly [what: string, sql: string, told: string])[] = [
  [
    'a letter in a text',
    "UPDATE source_text SET text = replace(text, 'parties', 'partiez')",
    'is not the one that was imported',
  ],
  [
    'a quotation moved',
    'UPDATE quotation SET start_position = start_position + 1',
    'does not read as its place',
  ],
  ['the words of a quotation', "UPDATE quotation SET text = 'Monkey'", 'does not read as its place'],
  ['the words before a quotation', "UPDATE quotation SET text_before = 'x'", 'does not read as its place'],
  [
    'a coding given to another code',
    'UPDATE coding SET code_id = (SELECT id FROM code WHERE name = ?1)',
    'A coding is not as the history',
  ],
  ['a coding taken away', 'DELETE FROM coding', 'A coding is not as the history'],
  ['a definition', "UPDATE code SET definition = 'other' WHERE name = ?1", 'A code is not as the history'],
  ['a memo', "UPDATE memo SET text = text || '.'", 'A memo is not as the history'],
  ['the name of a coder', "UPDATE coder SET name = 'Rubin'", 'A coder is not as the history'],
  ['the name of the project', "UPDATE project SET name = 'Other'", 'not as it was at the beginning'],
  ['the lineage', "UPDATE project SET lineage = 'x'", 'not as it was at the beginning'],
  ['the revision', 'UPDATE project SET revision = revision + 1', 'is at revision'],
  ['the digest of the base', "UPDATE project SET base_digest = 'x'", 'not as it was at the beginning'],
  [
    'a row nobody made',
    "INSERT INTO source_folder VALUES ('x', NULL, 'Foreign', 1)",
    'not as it was at the beginning',
  ],
  ['who did it', 'UPDATE change_set SET coder_id = NULL', 'is not as it was written'],
  [
    'when it was done',
    "UPDATE change_set SET created_at = '2020-01-01T00:00:00.000Z'",
    'is not as it was written',
  ],
  ['why it was done', "UPDATE change_set SET why = 'because'", 'is not as it was written'],
  [
    'whether it was undone',
    "UPDATE change_set SET state = 'undone' WHERE kind = 'change'",
    'is marked as undone',
  ],
  [
    'an image before',
    "UPDATE change SET before = replace(before, 'power', 'flower')",
    'is not as it was written',
  ],
  [
    'an image after',
    "UPDATE change SET after = replace(after, 'power', 'flower')",
    'is not as it was written',
  ],
  [
    'an entry taken out',
    'DELETE FROM change WHERE sequence = 3; DELETE FROM change_set WHERE sequence = 3',
    'has a gap',
  ],
  ['a code beneath itself', 'UPDATE code SET parent_id = id WHERE name = ?1', 'lies beneath itself'],
  [
    'a view',
    'DROP VIEW v_codings; CREATE VIEW v_codings AS SELECT 1 AS id',
    'definitions of tables and views',
  ],
  ['an index', 'DROP INDEX coding_code', 'definitions of tables and views'],
  ['a foreign key', "UPDATE memo SET code_id = 'nowhere' WHERE code_id IS NOT NULL", 'SQLite'],
];

describe('IN what the check finds', () => {
  let driver: Driver | undefined;
  afterEach(() => driver?.end());

  async function stage(): Promise<Driver> {
    const made = await newDriver();
    const source = await made.document('first', 'Money moves parties. 🙂 Networks move people.');
    const { id: power } = await made.run('code.create', { name: 'power', definition: 'To decide' });
    const { id: money } = await made.run('code.create', { name: 'money' });
    await made.run('coding.apply', { sourceId: source, start: 6, end: 11, codeIds: [money] });
    await made.run('memo.write', { target: { kind: 'code', id: power }, text: 'a hard one' });
    await made.run('code.update', { id: power, definition: 'The power to decide' });
    await made.run('code.create', { name: 'taken back' });
    await made.run('history.undo', {});
    return made;
  }

  it('IN1 finds nothing wrong with a project as Emic left it', async () => {
    driver = await stage();
    expect(await driver.run('project.check', {})).toEqual({
      isSound: true,
      problems: [],
      checked: { documents: 1, codes: 2, quotations: 1, codings: 1, changeSets: 9 },
    });
  });

  it.each(damages)('IN2 tells %s', async (_, sql, told) => {
    driver = await stage();
    await driver.engine.close();
    const platform = testPlatform();
    const database = openDatabase({
      path: driver.path,
      runtime: await platform.loadSqlite(),
      files: platform.files,
      mode: 'write',
    });
    database.exec('PRAGMA foreign_keys = OFF');
    database.transaction(() => database.exec(sql.replaceAll('?1', "'power'")));
    database.close();
    driver = await driver.reopen();
    const { problems, isSound } = await driver.run('project.check', {});
    expect(isSound).toBe(false);
    expect(problems.join('\n')).toContain(told);
  });
});
