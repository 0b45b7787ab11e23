/**
 * A small world whose truth can be checked after any accident: transaction number n adds a number of rows that follows
 * from n, moves an amount between two accounts, and rewrites its own row many times over.
 */
import type { Database } from '../../../../src/storage/sqlite';

const ACCOUNTS = 50;
const BALANCE = 1000;

export function createLedger(database: Database): void {
  database.transaction(() => {
    database.exec(`
      CREATE TABLE entry (number INTEGER NOT NULL, part INTEGER NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (number, part)) STRICT;
      CREATE TABLE account (id INTEGER PRIMARY KEY, balance INTEGER NOT NULL) STRICT;
    `);
    for (let id = 0; id < ACCOUNTS; id++) {
      database.prepare('INSERT INTO account VALUES (?, ?)').run([id, BALANCE]);
    }
  });
}

/** Rows of transaction `number`: now and then enough to touch hundreds of pages. */
function partsOf(number: number): number {
  return number % 7 === 3 ? 400 : 1 + (number % 5);
}

/** Adds the transaction after the last one; returns its number. */
export function addEntry(database: Database): number {
  return database.transaction(() => {
    const number = lastEntry(database) + 1;
    const insert = database.prepare('INSERT INTO entry VALUES (?, ?, ?)');
    for (let part = 0; part < partsOf(number); part++)
      insert.run([number, part, `${number} ${'x'.repeat(200)}`]);
    const move = database.prepare('UPDATE account SET balance = balance + ? WHERE id = ?');
    move.run([-number, number % ACCOUNTS]);
    move.run([number, (number * 7 + 1) % ACCOUNTS]);
    return number;
  });
}

export function lastEntry(database: Database): number {
  return database.prepare('SELECT coalesce(max(number), 0) FROM entry').value<number>() ?? 0;
}

/** What is wrong; empty when every transaction is there as a whole or not at all. */
export function ledgerProblems(database: Database): string[] {
  return database.read(() => {
    const problems: string[] = [];
    const counts = database.prepare('SELECT number, count(*) FROM entry GROUP BY number ORDER BY number');
    const rows = counts.allArrays<[number, number]>();
    rows.forEach(([number, parts], index) => {
      if (number !== index + 1) problems.push(`entry ${index + 1} is lost`);
      if (parts !== partsOf(number)) problems.push(`entry ${number} is torn`);
    });
    const total = database.prepare('SELECT sum(balance) FROM account').value();
    if (total !== ACCOUNTS * BALANCE) problems.push(`the balances sum to ${total}`);
    return problems;
  });
}
