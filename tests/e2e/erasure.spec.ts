import { readFileSync } from 'node:fs';
import { axeViolations } from './support/axe';
import { emicPrints } from './support/command-line';
import { expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { makeProject } from './support/projects';

const post = '000_4a41a69cea41d9c1';
const words = 'A small cohesive group';

const plan = {
  documents: [post, '003_fce9ceef5ec29ab1'],
  codings: [
    { document: post, code: 'movement', words },
    { document: post, code: 'clout', words: 'they will be a force to be reckoned with' },
  ],
};
const understood = 'I understand that nothing brings it back';

test.describe('erase for good', () => {
  test('a passage is blanked in the open document, and no undo brings it back', async ({
    launch,
    folder,
  }) => {
    const { path } = makeProject(folder, plan);
    const emic = await launch({ project: path });
    const window = new EmicWindow(emic);
    const view = await window.openDocument(post);
    await view.select(words);
    const { from } = await view.wordsOnScreen(words);
    await window.page.mouse.click(from.x + 10, from.y, { button: 'right' });
    await window.page.getByRole('menuitem', { name: 'Erase passage for good…' }).click();
    const dialog = window.page.getByRole('dialog', { name: 'Erase this passage for good' });
    await expect(dialog).toContainText(words);
    await expect(dialog).toContainText('1 quotation keeps its codes and loses these words');
    const erase = dialog.getByRole('button', { name: 'Erase for good' });
    await expect(erase).toBeDisabled();
    expect(await axeViolations(window.page)).toEqual([]);
    await dialog.getByRole('checkbox', { name: understood }).click();
    await erase.click();
    const done = window.page.getByRole('dialog', { name: 'Erased' });
    await expect(done).toContainText('22 characters are gone');
    await window.press('Enter');
    await expect(done).toBeHidden();
    await expect(view.text).toContainText('▇▇▇▇▇');
    await expect(view.text).not.toContainText(words);
    await view.click('Lamont');
    await window.press('Control+z');
    await expect.poll(() => window.undoLabel()).toContain('apply movement');
    await expect(view.text).not.toContainText(words);
    await window.noErrors();
    await emic.app.close();
    expect(readFileSync(path).includes(Buffer.from(words))).toBe(false);
    expect(emicPrints('check', path)).toContain('all is well');
  });

  test('a document that was deleted is erased from the history', async ({ launch, folder }) => {
    const { path } = makeProject(folder, plan);
    expect(readFileSync(path).includes(Buffer.from('Lamont'))).toBe(true);
    const emic = await launch({ project: path });
    const window = new EmicWindow(emic);
    await window.documents.choose(post, 'Delete…');
    await window.dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(window.documents.row(post)).toBeHidden();
    await window.runFromPalette('Erase for good…');
    const dialog = window.page.getByRole('dialog', { name: 'Erase documents for good' });
    await dialog.getByRole('checkbox', { name: `${post} (deleted; the history still holds it)` }).click();
    await expect(dialog).toContainText('2 quotations, 2 codings');
    await dialog.getByRole('checkbox', { name: understood }).click();
    expect(await axeViolations(window.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await expect(window.page.getByRole('dialog', { name: 'Erased' })).toContainText('characters are gone');
    await window.press('Enter');
    await window.noErrors();
    await emic.app.close();
    expect(readFileSync(path).includes(Buffer.from('Lamont'))).toBe(false);
    expect(emicPrints('check', path)).toContain('all is well');
  });
});
