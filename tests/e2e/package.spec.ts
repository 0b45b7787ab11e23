import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, stubDialogs, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { seedFiles, seedPaths } from './support/spans';

const executable = process.env.EMIC_PACKAGED;

test('the packaged application does the main job', async ({ launch, folder }) => {
  test.skip(!executable, 'the package was not made: EMIC_PACKAGED is not set');
  const emic = await launch({ executable, firstRun: true });
  const window = new EmicWindow(emic);
  const isPackaged = await emic.app.evaluate(({ app }) => app.isPackaged);
  expect(isPackaged).toBe(true);
  await window.page.getByRole('textbox', { name: 'Name' }).fill('Alva');
  await window.page.getByRole('button', { name: 'Start' }).click();

  await test.step('the sample is in it', async () => {
    await window.page.getByRole('button', { name: 'Open the sample' }).click();
    await window.isOpen('Netroots');
    await window.cooccurrence.open();
    await expect(window.cooccurrence.grid).toBeVisible();
    expect(existsSync(join(emic.documents, 'Emic', 'Netroots.emic'))).toBe(true);
  });

  await test.step('a project of one’s own: import, code, close, reopen', async () => {
    const path = join(folder, 'Packaged.emic');
    await stubDialogs(emic.app, { save: path });
    await window.press('Control+n');
    await window.isOpen('Packaged');
    await window.importFiles(seedPaths());
    await expect.poll(() => window.documents.names()).toEqual([...seedFiles]);
    const view = await window.openDocument(seedFiles[0]);
    await view.select('Netroots movement faces its biggest challenge');
    await view.chooseByMouse('movement', 'Create “movement”');
    await expect(window.codes.count('movement')).toHaveText('1');
    await window.noErrors();
    await emic.close();
    const next = new EmicWindow(await launch({ executable, userData: emic.userData, project: path }));
    await next.isOpen('Packaged');
    await expect(next.codes.count('movement')).toHaveText('1');
  });
});
