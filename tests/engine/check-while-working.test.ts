import { expect, it } from 'vitest';
import { newDriver } from './support/driver';

it('IN3 the check sees one state, while others work and when the project is closed under it', async () => {
  const driver = await newDriver();
  await driver.document('talk', 'Money moves parties. Networks move people. '.repeat(200));
  for (let count = 0; count < 60; count += 1) await driver.run('code.create', { name: `code ${count}` });
  for (let round = 0; round < 25; round += 1) {
    const checking = driver.engine.run('project.check', {});
    for (let count = 0; count < 6; count += 1) {
      await new Promise((resolve) => setTimeout(resolve, round % 4));
      if (count % 3 === 2) await driver.run('history.undo', {});
      else await driver.run('memo.write', { target: { kind: 'project' }, text: `${round} ${count}` });
    }
    expect(await checking).toMatchObject({ ok: true, value: { problems: [] } });
  }
  const checking = driver.engine.run('project.check', {});
  await driver.run('project.close', {});
  const result = await checking;
  if (!result.ok) expect(result.error.kind).not.toBe('bug');
  await driver.end();
});
