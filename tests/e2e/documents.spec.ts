import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dropFiles } from './support/drop-files';
import { expect, stubDialogs, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { copyOfSample, makeProject } from './support/projects';
import { seedFiles, seedPath } from './support/spans';

const [post, herd, third] = seedFiles;

test.describe('documents', () => {
  test('files dropped on the window become documents, in one step', async ({ launch, folder }) => {
    const { path } = makeProject(folder, { documents: [] });
    const window = new EmicWindow(await launch({ project: path }));
    await window.isOpen('Study');
    await dropFiles(window.page, window.documents.section, [seedPath(post), seedPath(herd)]);
    await expect.poll(() => window.documents.names()).toEqual([post, herd]);
    await expect.poll(() => window.undoLabel()).toContain('import 2 documents');
    await window.messages.getByRole('button', { name: 'Undo the import' }).click();
    await expect(window.counts()).toHaveText('0 quotations · 0 codes · 0 documents');
    await window.noErrors();
  });

  test('a folder keeps its folders; what can’t be read is reported', async ({ launch, folder }) => {
    const { path } = makeProject(folder, { documents: [] });
    const texts = join(folder, 'interviews');
    mkdirSync(join(texts, 'second wave'), { recursive: true });
    writeFileSync(join(texts, 'anna.txt'), 'I joined because of the money.');
    writeFileSync(join(texts, 'second wave', 'bo.txt'), 'Vi gick med i nätrörelsen.');
    writeFileSync(join(texts, 'empty.txt'), '');
    writeFileSync(join(texts, 'photo.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 1, 2, 3]));
    const window = new EmicWindow(await launch({ project: path }));
    await stubDialogs(window.emic.app, { open: [texts] });
    await window.documents.section.getByRole('button', { name: 'Add documents' }).click();
    await window.page.getByRole('menuitem', { name: 'Import a folder…' }).click();
    const report = window.messages.filter({ hasText: '2 documents were imported; 2 files were skipped' });
    await expect(report).toContainText('photo.jpg');
    await expect(report).toContainText('empty.txt');
    await expect.poll(() => window.documents.names()).toEqual(['interviews', 'anna', 'second wave', 'bo']);
    expect(await window.documents.level('bo')).toBe('3');
    // It offers to undo the import; without the project there is none.
    await window.runFromPalette('Close project');
    await expect(window.page.getByRole('button', { name: 'New project' })).toBeVisible();
    await expect(report).toBeHidden();
  });

  test('a cancelled import leaves nothing behind', async ({ launch, folder }) => {
    const { path } = makeProject(folder, { documents: [] });
    const many = join(folder, 'many');
    mkdirSync(many);
    const text = 'A paragraph of some length, again and again.\n'.repeat(6000);
    for (let number = 0; number < 400; number += 1) writeFileSync(join(many, `text ${number}.txt`), text);
    const window = new EmicWindow(await launch({ project: path }));
    await window.isOpen('Study');
    await stubDialogs(window.emic.app, { open: [many] });
    await window.press('Control+Shift+I');
    const cancel = window.statusBar.getByRole('button', { name: /^Cancel/ });
    await expect(window.statusBar.getByRole('progressbar')).toBeVisible();
    // By key: its place moves with the names of the files.
    await cancel.press('Enter');
    await expect(window.statusBar.getByRole('progressbar')).toBeHidden();
    await expect(window.counts()).toHaveText('0 quotations · 0 codes · 0 documents');
    expect(await window.undoLabel()).toBeNull();
    await window.noErrors();
  });

  test('a document is renamed and put into a folder', async ({ launch, folder }) => {
    const { path } = makeProject(folder, { documents: [post, herd] });
    const window = new EmicWindow(await launch({ project: path }));
    await window.documents.rename(post, 'The Future of The Netroots Movement');
    await expect.poll(() => window.undoLabel()).toContain('rename 000_4a41a69cea41d9c1 to The Future');
    await window.documents.section.getByRole('button', { name: 'Add documents' }).click();
    await window.page.getByRole('menuitem', { name: 'New folder' }).click();
    await window.documents.tree.getByRole('textbox').fill('Blog posts');
    await window.press('Enter');
    await expect(window.documents.row('Blog posts')).toBeVisible();
    await window.documents.drag(herd, 'Blog posts', 0.5);
    await expect.poll(() => window.documents.level(herd)).toBe('2');
    await window.noErrors();
  });

  test('documents are put in order by mouse', async ({ launch, folder }) => {
    const { path } = makeProject(folder, { documents: [post, herd, third] });
    const window = new EmicWindow(await launch({ project: path }));
    await expect.poll(() => window.documents.names()).toEqual([post, herd, third]);
    await window.documents.drag(third, post, 0.1);
    await expect.poll(() => window.documents.names()).toEqual([third, post, herd]);
    await expect.poll(() => window.undoLabel()).toContain(`move ${third}`);
  });

  test('deleting first shows what goes along; undo brings it back', async ({ launch, folder }) => {
    const window = new EmicWindow(await launch({ project: copyOfSample(folder) }));
    const name = 'The Future of The Netroots Movement';
    const before = await window.counts().textContent();
    const codings = await window.documents.count(name).textContent();
    await window.documents.choose(name, 'Delete…');
    const question = window.page.getByRole('dialog', { name: `Delete “${name}”?` });
    await expect(question).toContainText(`${codings} codings`);
    await expect(question).toContainText('This can be undone.');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(window.counts()).toHaveText(before ?? '');

    await window.documents.choose(name, 'Delete…');
    await question.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(window.documents.row(name)).toBeHidden();
    await expect.poll(() => window.undoLabel()).toContain(`delete ${name}`);
    await window.page.locator('.top-bar__undo-button').click();
    await expect(window.documents.count(name)).toHaveText(codings ?? '');
    await expect(window.counts()).toHaveText(before ?? '');
    await window.noErrors();
  });
});
