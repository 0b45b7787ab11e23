import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emicPrints } from './support/command-line';
import { expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { makeProject } from './support/projects';

const post = '000_4a41a69cea41d9c1';

const plan = {
  documents: [post],
  codings: [
    { document: post, code: 'movement', words: 'Netroots movement faces its biggest challenge' },
    { document: post, code: 'movement', words: 'A small cohesive group' },
    { document: post, code: 'clout', words: 'they will be a force to be reckoned with' },
    { document: post, code: 'power', words: 'If Lamont wins, they have clout' },
  ],
};

test.describe('the codebook, by hand', () => {
  test('a code is made, renamed and recoloured', async ({ launch, folder }) => {
    const { path } = makeProject(folder, plan);
    const window = new EmicWindow(await launch({ project: path }));
    await window.isOpen('Study');
    await window.createCode('fundraising');
    await window.codes.rename('fundraising', 'raising money');
    await expect.poll(() => window.undoLabel()).toContain('rename fundraising to raising money');

    await window.page.getByRole('button', { name: 'Colour of raising money' }).click();
    const colors = window.page.getByRole('dialog', { name: 'Colour of raising money' });
    await colors.getByRole('button', { name: 'Ochre' }).click();
    await expect.poll(() => window.undoLabel()).toContain('recolour raising money');
    await expect(colors.getByRole('button', { name: 'Ochre' })).toHaveAttribute('aria-pressed', 'true');
    await window.press('Escape');

    await window.codes.row('raising money').click();
    await window.press('Control+z');
    await window.press('Control+z');
    await expect(window.codes.row('fundraising')).toBeVisible();
    await window.noErrors();
  });

  test('a name that is taken is refused with a message that can be closed', async ({ launch, folder }) => {
    const { path } = makeProject(folder, plan);
    const window = new EmicWindow(await launch({ project: path }));
    await window.codes.row('clout').click();
    await window.press('F2');
    await window.codes.tree.getByRole('textbox').fill('movement');
    await window.press('Enter');
    await expect(window.messages.filter({ hasText: 'movement' })).toBeVisible();
    await window.closeMessage('movement');
    await expect(window.codes.row('clout')).toBeVisible();
  });

  test('codes are nested and put in order by mouse', async ({ launch, folder }) => {
    const { path } = makeProject(folder, plan);
    const window = new EmicWindow(await launch({ project: path }));
    await expect.poll(() => window.codes.names()).toEqual(['movement', 'clout', 'power']);
    await window.codes.drag('power', 'clout', 0.1);
    await expect.poll(() => window.codes.names()).toEqual(['movement', 'power', 'clout']);
    await window.codes.drag('clout', 'power', 0.5);
    await expect.poll(() => window.codes.level('clout')).toBe('2');
    await expect.poll(() => window.undoLabel()).toContain('move clout');
    await window.codes.row('power').click();
    await window.press('Control+z');
    await expect.poll(() => window.codes.level('clout')).toBe('1');
    await window.noErrors();
  });

  test('and by keyboard alone', async ({ launch, folder }) => {
    const { path } = makeProject(folder, plan);
    const window = new EmicWindow(await launch({ project: path }));
    await expect(window.codes.row('power')).toBeVisible();
    await window.press('Control+2');
    await window.press('End');
    await expect(window.codes.row('power')).toBeFocused();
    // Picked up, three places up to before “movement”, put down.
    await window.press('Control+Shift+D');
    const said = window.codes.section.locator('[aria-live]');
    for (let step = 0; step < 12; step += 1) {
      const words = await said.first().textContent();
      if (words?.includes('place 1')) break;
      await window.press('ArrowUp');
      await expect(said.first()).not.toHaveText(words ?? '');
    }
    await window.press('Enter');
    await expect.poll(() => window.codes.names()).toEqual(['power', 'movement', 'clout']);
    await window.noErrors();
  });

  test('deleting says what goes and offers to merge instead', async ({ launch, folder }) => {
    const { path } = makeProject(folder, plan);
    const window = new EmicWindow(await launch({ project: path }));
    await window.codes.row('movement').click();
    await window.press('Delete');
    const question = window.page.getByRole('dialog', { name: 'Delete “movement”?' });
    await expect(question).toContainText('2 codings');
    await expect(question).toContainText('Coded by Robin.');
    await question.getByRole('button', { name: 'Merge instead…' }).click();

    const choice = window.page.getByRole('dialog', { name: 'Merge “movement” into' });
    await choice.getByRole('textbox', { name: 'Search a code' }).fill('pow');
    await choice.getByRole('button', { name: /^power/ }).click();
    await window.page
      .getByRole('dialog', { name: 'Merge “movement” into “power”?' })
      .getByRole('button', { name: 'Merge' })
      .click();
    await expect(window.codes.count('power')).toHaveText('3');
    await expect(window.codes.row('movement')).toBeHidden();

    await window.codes.row('power').click();
    await window.press('Control+z');
    await expect(window.codes.count('movement')).toHaveText('2');
    await expect(window.codes.count('power')).toHaveText('1');

    await window.codes.choose('clout', 'Delete…');
    await window.page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(window.codes.row('clout')).toBeHidden();
    await expect(window.counts()).toHaveText('3 quotations · 2 codes · 1 document');
    await window.noErrors();
  });

  test('the filter finds by a part of the name and makes what is missing', async ({ launch, folder }) => {
    const { path } = makeProject(folder, plan);
    const window = new EmicWindow(await launch({ project: path }));
    await expect(window.codes.row('clout')).toBeVisible();
    await window.press('Control+Shift+E');
    await expect(window.codeFilter).toBeFocused();
    await window.page.keyboard.type('MOVE');
    await expect.poll(() => window.codes.names()).toEqual(['movement']);
    await window.codeFilter.fill('party > vs. network');
    await window.codeFilter.press('Enter');
    await expect(window.codes.row('vs. network')).toBeVisible();
    expect(await window.codes.level('vs. network')).toBe('2');
  });

  test('definitions are written in the codebook and kept', async ({ launch, folder }) => {
    const { path } = makeProject(folder, plan);
    const window = new EmicWindow(await launch({ project: path }));
    await window.isOpen('Study');
    await window.press('Control+Shift+B');
    const entry = window.page.getByRole('region', { name: 'clout', exact: true });
    await entry.getByRole('textbox', { name: /definition/i }).pressSequentially('Weight in the party.');
    await entry.getByRole('button', { name: 'When to use' }).click();
    await entry.getByRole('textbox', { name: /when to use/i }).pressSequentially('Who is reckoned with?');
    const onDisk = () => emicPrints('list', path, 'codes', '--json');
    await expect.poll(onDisk).toContain('Weight in the party.');
    const file = join(folder, 'codebook.json');
    await expect
      .poll(() => {
        emicPrints('export', path, '--what', 'codebook', '--to', file);
        return readFileSync(file, 'utf8');
      })
      .toContain('Who is reckoned with?');
    await expect.poll(() => window.undoLabel()).toContain('edit the description of clout');
    await window.noErrors();
  });

  test('hidden codes are left out of the text and can be shown again', async ({ launch, folder }) => {
    const { path } = makeProject(folder, plan);
    const window = new EmicWindow(await launch({ project: path }));
    const view = await window.openDocument(post);
    await view.click('biggest challenge');
    await expect(view.codesHere.filter({ hasText: 'movement' })).toBeVisible();
    await window.codes.choose('movement', 'Hide in the text');
    await expect(view.codesHere).toHaveText('No coding here');
    await view.section.getByRole('button', { name: /2 codings hidden/ }).click();
    await expect(view.codesHere.filter({ hasText: 'movement' })).toBeVisible();
  });
});
