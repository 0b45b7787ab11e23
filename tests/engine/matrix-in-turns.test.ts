import { afterEach, expect, it } from 'vitest';
import { type Driver, driverOn, newDriver } from './support/driver';

let driver: Driver;
afterEach(() => driver.end());

const question = {
  relation: { kind: 'overlaps' },
  count: 'places',
  coders: 'united',
  withSubcodes: false,
} as const;

it('MT1 a large project is read for its matrix in turns with changes, and none of them is missed', async () => {
  driver = await newDriver();
  const documents = [];
  for (const name of ['one', 'two', 'three']) {
    documents.push(await driver.document(name, `${name} `.repeat(8000)));
  }
  const codes = [];
  for (const name of ['money', 'power', 'media']) codes.push((await driver.run('code.create', { name })).id);
  for (const [number, codeId] of codes.entries()) {
    const places = documents.flatMap((sourceId) =>
      Array.from({ length: 1500 }, (_, at) => ({
        sourceId,
        start: at * 13 + number,
        end: at * 13 + 9 + number * 2,
      })),
    );
    await driver.run('coding.applyMany', { codeIds: [codeId], places });
  }
  await driver.engine.close();

  driver = driverOn(driver.folder, driver.path);
  await driver.run('session.setCoder', { name: 'Robin' });
  await driver.run('project.open', { path: driver.path });
  const order: string[] = [];
  const first = driver.query('cooccurrence.matrix', question).then(({ result }) => {
    order.push('matrix');
    return result;
  });
  for (const sourceId of documents) {
    await driver.run('coding.apply', { sourceId, start: 20_000, end: 20_005, codeIds: codes });
    order.push('coding');
    await new Promise((resolve) => setTimeout(resolve));
  }
  await driver.run('history.undo', {});
  const early = await first;
  expect(early.considered.codings).toBeGreaterThanOrEqual(13_500);
  expect(order.indexOf('matrix')).toBeGreaterThan(0);
  const { result: after } = await driver.query('cooccurrence.matrix', question);

  const fresh = await driver.reopen();
  driver = fresh;
  const { result: anew } = await driver.query('cooccurrence.matrix', question);
  expect(after.considered.codings).toBe(13_506);
  expect(Array.from(after.counts)).toEqual(Array.from(anew.counts));
});
