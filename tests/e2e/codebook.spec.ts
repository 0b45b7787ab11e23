import { expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { makeProject } from './support/projects';

const post = '000_4a41a69cea41d9c1';

const plan = {
  documents: [post],
  codings: [
    { document: post, code: 'movement', words: 'Netroots movement faces its biggest challenge' },
    { document: post, code: 'movement', words: 'A small cohesive group' },
    { document: post, code: 'movement', words: 'they will be a force to be reckoned with' },
    { document: post, code: 'clout', words: 'If Lamont wins, they have clout' },
    { document: post, code: 'clout', words: 'A small cohesive group' },
  ],
};

test('a code is split by keyboard, side by side, in one step', async ({ launch, folder }) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  const { page, codes } = window;
  await codes.choose('movement', /Split into/);
  const board = page.locator('.split');
  await expect(board.getByRole('heading', { name: 'Split “movement”' })).toBeVisible();
  const column = (name: string | RegExp) => board.getByRole('region', { name });
  await expect(column(/Stays with/).locator('.split-card')).toHaveCount(3);
  await expect(board.locator('.split-card').first()).toBeFocused();
  await board.getByRole('button', { name: 'Make the first subcode' }).click();
  await page.keyboard.type('force');
  await window.press('Enter');
  // In the document’s order: challenge, force, cohesive group.
  await window.press('ArrowDown');
  await window.press('1');
  await expect(column('force').locator('.split-card')).toHaveText([/force to be reckoned/]);
  await expect(board.getByRole('button', { name: 'Split', exact: true })).toBeEnabled();
  await window.press('n');
  await page.keyboard.type('strength');
  await window.press('Enter');
  await window.press('ArrowDown');
  await window.press('2');
  await expect(column('strength').locator('.split-card')).toHaveText([/A small cohesive group/]);
  // Taken back, and sorted again by mouse.
  await window.press('ArrowRight');
  await window.press('ArrowRight');
  await window.press('0');
  await expect(column(/Stays with/).locator('.split-card')).toHaveCount(2);
  await column(/Stays with/)
    .locator('.split-card', { hasText: 'A small cohesive' })
    .dragTo(column('strength'));
  await expect(column('strength').locator('.split-card')).toHaveCount(1);
  await board.getByRole('button', { name: 'Split', exact: true }).click();
  await expect(board).toHaveCount(0);
  await expect(codes.row('force')).toBeVisible();
  expect(await codes.level('strength')).toBe('2');
  await expect(codes.count('movement')).toHaveText('1');
  await expect.poll(() => window.undoLabel()).toContain('split movement into force, strength');
  await codes.row('movement').click();
  await expect(page.getByText('split into force, strength, 2 quotations sorted')).toBeVisible();
  await window.press('Control+z');
  await expect(codes.row('strength')).toHaveCount(0);
  await expect(codes.count('movement')).toHaveText('3');
  await window.noErrors();
});

test('merging says what moves; status, sets and order shape the tree', async ({ launch, folder }) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  const { page, codes } = window;
  await codes.choose('clout', /Merge into/);
  await page.getByRole('button', { name: 'movement' }).last().click();
  const question = page.getByRole('dialog', { name: /Merge/ });
  await expect(question).toContainText('1 coding, on 1 quotation in 1 document');
  await expect(question).toContainText('1 coding that “movement” has already becomes one with it');
  await question.getByRole('button', { name: 'Cancel' }).click();

  const submenu = async (row: string, item: string, line: string | RegExp) => {
    await codes.row(row).click({ button: 'right' });
    await page.getByRole('menuitem', { name: item, exact: true }).hover();
    await page
      .getByRole('menuitemcheckbox', { name: line })
      .or(page.getByRole('menuitem', { name: line }))
      .first()
      .click();
  };
  await submenu('clout', 'Status', 'Retired');
  await expect(codes.row('clout')).toContainText('retired');
  await submenu('movement', 'Sets', 'New set of this…');
  const dialog = page.getByRole('dialog', { name: 'Code sets' });
  await expect(dialog.getByRole('textbox').first()).toBeFocused();
  await expect(dialog.getByRole('checkbox', { name: 'movement' })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'clout' })).not.toBeChecked();
  await window.press('Escape');

  const panelMenu = async (item: string, line: string) => {
    await codes.section.getByRole('button', { name: 'More for codes' }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).hover();
    await page.getByRole('menuitemcheckbox', { name: line }).click();
  };
  await panelMenu('Code sets', 'New set');
  await expect.poll(() => codes.names()).toEqual(['movement']);
  await expect(codes.section.getByText('Set: New set (1 code)')).toBeVisible();
  await codes.section.getByRole('button', { name: 'Show all codes' }).click();
  await expect.poll(() => codes.names()).toEqual(['movement', 'clout']);
  await panelMenu('Sort', 'By name');
  await expect.poll(() => codes.names()).toEqual(['clout', 'movement']);
  await window.noErrors();
});
