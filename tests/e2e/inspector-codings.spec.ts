import { axeViolations } from './support/axe';
import { expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { makeProject } from './support/projects';

const post = '000_4a41a69cea41d9c1';
const words = 'A small cohesive group';
const plan = {
  documents: [post],
  codings: [
    { document: post, code: 'movement', words },
    { document: post, code: 'clout', words },
  ],
};

test('a coding in the inspector is recoded, moved, copied and removed by menu and by keyboard', async ({
  launch,
  folder,
}) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  const { page } = window;
  await window.isOpen('Study');
  await window.press('Control+Shift+l');
  const items = page.getByRole('tree', { name: 'Quotations' }).getByRole('treeitem');
  await items.first().click();
  const chips = page.getByRole('list', { name: 'Codes', exact: true });
  const chip = (name: string) => chips.getByRole('button', { name, exact: true });
  const menu = page.getByRole('menu');
  await expect(chips.getByRole('listitem')).toHaveCount(3);

  await test.step('by mouse: a new code beneath another, in one step', async () => {
    await chip('movement').click({ button: 'right' });
    await expect(menu.getByRole('menuitem')).toHaveText([
      'Show the code',
      'Select the passage',
      'Recode…',
      'Adjust the quotation',
      'Adjust this coding alone',
      'Copy the codes of the quotation',
      'Memo on the passage',
      /^Memo on .*movement/,
      'Remove movement',
      'Remove all 2 codings here',
    ]);
    expect(await axeViolations(page, '[role="menu"]')).toEqual([]);
    await menu.getByRole('menuitem', { name: 'Recode…' }).click();
    const field = page.getByRole('dialog', { name: 'Choose another code' }).getByRole('combobox');
    await expect(field).toBeFocused();
    await field.fill('Power > net');
    await window.press('Enter');
    await expect(chip('net')).toBeVisible();
    await expect(chip('movement')).toBeHidden();
    await expect.poll(() => window.undoLabel()).toContain('recode');
  });

  await test.step('by keyboard: the ends of this coding alone, in the text', async () => {
    await chip('net').focus();
    await window.press('Shift+F10');
    await expect(menu).toBeVisible();
    await page.keyboard.type('adjust this');
    await expect(menu.getByRole('menuitem', { name: 'Adjust this coding alone' })).toBeFocused();
    await window.press('Enter');
    await window.document(post).isOpen();
    await expect(page.getByText('Only net')).toBeVisible();
    await window.press('Control+ArrowRight');
    await window.press('Enter');
    await expect.poll(() => window.undoLabel()).toContain('move net off');
    await expect(chips.getByRole('listitem')).toHaveCount(2);
    await window.press('Control+z');
    await expect.poll(() => window.undoLabel()).toContain('recode');
  });

  await test.step('by keyboard: codes are copied, one is removed, the keyboard stays', async () => {
    await window.press('Control+Shift+l');
    await items.first().click();
    await chip('clout').focus();
    await window.press('Shift+F10');
    await menu.getByRole('menuitem', { name: 'Copy the codes of the quotation' }).click();
    await expect(window.messages.filter({ hasText: /^2 codes copied/ })).toBeVisible();
    await chip('net').focus();
    await window.press('Delete');
    await expect(chip('net')).toBeHidden();
    await expect(page.locator(':focus')).toHaveAccessibleName(/clout|Add a code/);
    await window.press('Control+z');
    await expect(chip('net')).toBeVisible();
  });
  await window.noErrors();
});
