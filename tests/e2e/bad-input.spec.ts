import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, stubDialogs, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { copyOfSample } from './support/projects';

/** SQLite keeps `user_version` big-endian at byte 60 of the file. */
function makeNewer(path: string): void {
  const bytes = readFileSync(path);
  bytes.writeUInt32BE(9999, 60);
  writeFileSync(path, bytes);
}

test.describe('a project that can’t be opened', () => {
  test('is no project: a message says so and can be closed', async ({ launch, folder }) => {
    const path = join(folder, 'not a project.emic');
    writeFileSync(path, 'These are only words, many of them. '.repeat(200));
    const window = new EmicWindow(await launch());
    await stubDialogs(window.emic.app, { open: [path] });
    await window.page.getByRole('button', { name: 'Open a project' }).click();
    await expect(window.messages).toContainText('not a project.emic');
    await window.closeMessage('not a project.emic');
    await expect(window.page.getByRole('button', { name: 'New project' })).toBeVisible();
    expect(readFileSync(path, 'utf8')).toContain('These are only words');
  });

  test('was written by a newer version: refused, and left as it is', async ({ launch, folder }) => {
    const path = copyOfSample(folder, 'from the future.emic');
    makeNewer(path);
    const before = readFileSync(path);
    const window = new EmicWindow(await launch({ project: path }));
    await expect(window.messages).toContainText(/newer version/i);
    await window.closeMessage(/newer version/i);
    await window.emic.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('has vanished', async ({ launch, folder }) => {
    const window = new EmicWindow(await launch({ project: join(folder, 'gone.emic') }));
    await expect(window.messages).toContainText('gone.emic');
    await window.closeMessage('gone.emic');
  });
});

test('a second opener reads along, says why, and can change nothing', async ({ launch, folder }) => {
  const path = copyOfSample(folder);
  const first = new EmicWindow(await launch({ project: path }));
  await expect(first.counts()).toBeVisible();
  const second = new EmicWindow(await launch({ project: path }));
  await expect(second.statusBar.getByText('Read-only')).toBeVisible();
  await expect(second.documents.section.getByRole('button', { name: 'Add documents' })).toBeDisabled();
  expect(await second.undoLabel()).toBeNull();
  // A window that has just come up may miss the first movement of the mouse.
  await expect(async () => {
    await second.page.mouse.move(400, 300);
    await second.statusBar.getByText('Read-only').hover();
    await expect(second.page.getByRole('tooltip')).toContainText(/open|use|another/i, { timeout: 1500 });
  }).toPass();
  await second.page.mouse.move(400, 300);

  const view = await second.openDocument('The Future of The Netroots Movement');
  await view.click('no election is local');
  await expect(view.codesHere.filter({ hasText: 'no election is local' })).toBeVisible();
  await expect(view.toolbar).toBeHidden();
  // What can't be done is told, in the words of the status bar.
  await second.press('Enter');
  await expect(second.messages).toContainText('Nothing can be changed in this project.');
  await second.noErrors();
});

test('an empty, a binary and a vanished file are refused one by one', async ({ launch, folder }) => {
  const path = copyOfSample(folder);
  const files = ['empty.txt', 'noise.txt', 'vanished.txt'].map((name) => join(folder, name));
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(
    join(folder, 'noise.txt'),
    Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 89) % 256)),
  );
  const window = new EmicWindow(await launch({ project: path }));
  const before = await window.counts().textContent();
  await window.importFiles(files);
  const report = window.messages.filter({ hasText: 'None of the 3 files could be imported' });
  await expect(report).toBeVisible();
  for (const name of ['empty.txt', 'noise.txt', 'vanished.txt']) await expect(report).toContainText(name);
  await window.closeMessage('None of the 3 files');
  await expect(window.counts()).toHaveText(before ?? '');
});
