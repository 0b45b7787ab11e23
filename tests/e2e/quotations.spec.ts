import { axeViolations } from './support/axe';
import { expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { makeProject } from './support/projects';

const post = '000_4a41a69cea41d9c1';
const plan = {
  documents: [post],
  codings: [
    { document: post, code: 'movement', words: 'Netroots movement faces its biggest challenge' },
    { document: post, code: 'movement', words: 'A small cohesive group' },
    { document: post, code: 'movement', words: 'movement faces its biggest' },
    { document: post, code: 'clout', words: 'they will be a force to be reckoned with' },
    { document: post, code: 'power', words: 'If Lamont wins, they have clout' },
  ],
};

test('QL the quotation list: read, group, choose several, recode, unite', async ({ launch, folder }) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  const { page } = window;
  await window.isOpen('Study');
  await window.press('Control+Shift+l');
  const tree = page.getByRole('tree', { name: 'Quotations' });
  const items = tree.getByRole('treeitem');
  await expect(items).toHaveCount(5);

  await test.step('grouped by code, longest first', async () => {
    await choose('Group', 'by code');
    await expect(items.filter({ hasText: /quotations?$/ })).toHaveCount(3);
    await expect(items).toHaveCount(8);
    await items.filter({ hasText: 'movement' }).first().click();
    await expect(items).toHaveCount(5);
    await items.filter({ hasText: 'movement' }).first().click();
    await choose('Group', 'not at all');
    await choose('Sort', 'longest first');
    await expect(items.first()).toContainText('Netroots movement faces its biggest challenge');
    await choose('Sort', 'document order');
    await choose('Context', 'more');
    expect(await axeViolations(page, '.quotations')).toEqual([]);
  });

  await test.step('several are chosen as in a file manager, and recoded in one step', async () => {
    await passage('A small cohesive group').click();
    await passage('they have clout').click({ modifiers: ['Control'] });
    await expect(page.getByText('2 of 5 quotations chosen')).toBeVisible();
    await page.getByRole('button', { name: 'Recode…' }).click();
    await page.getByRole('dialog', { name: 'Recode…' }).getByRole('combobox').fill('clout');
    await page.getByRole('dialog', { name: 'Recode…' }).getByRole('combobox').press('Enter');
    await expect(window.messages.filter({ hasText: '2 codings are clout now.' })).toBeVisible();
    await expect.poll(() => window.undoLabel()).toContain('recode 2 codings as clout');
    await window.closeMessage('2 codings are clout now.');
  });

  await test.step('by keyboard: all of them, one more code, removed again by undo', async () => {
    await items.first().click();
    await window.press('Shift+ArrowDown');
    await window.press('Shift+ArrowDown');
    await expect(page.getByText('3 of 5 quotations chosen')).toBeVisible();
    await expect(tree).toBeFocused();
    await window.press('Control+a');
    await expect(page.getByText('5 of 5 quotations chosen')).toBeVisible();
    await page.getByRole('button', { name: 'Apply a code…' }).click();
    // A code that is there, and a new one beneath another, in one step.
    const field = page.getByRole('dialog', { name: 'Apply a code…' }).getByRole('combobox');
    await field.fill('power');
    await field.press('Control+Enter');
    await field.fill('power > network');
    await field.press('Enter');
    await expect(
      window.messages.filter({ hasText: 'power, network were applied: 10 new codings.' }),
    ).toBeVisible();
    await expect(window.codes.row('network')).toBeVisible();
    await tree.focus();
    await window.press('Control+z');
    await expect.poll(() => window.undoLabel()).toContain('recode 2 codings');
    await expect(window.codes.row('network')).toBeHidden();
    await window.press('Escape');
    await expect(page.getByText('5 quotations in 1 document')).toBeVisible();
  });

  await test.step('words narrow it, Enter opens the passage in its document', async () => {
    await page.getByRole('searchbox', { name: 'Words in passages and memos' }).fill('LAMONT');
    await expect(items).toHaveCount(1);
    await items.first().dblclick();
    await window.document(post).isOpen();
    await window.press('Control+Shift+l');
    await expect(page.getByRole('searchbox', { name: 'Words in passages and memos' })).toHaveValue('LAMONT');
    await page.getByRole('searchbox', { name: 'Words in passages and memos' }).fill('');
  });

  await test.step('redundant codings are shown before they become one', async () => {
    await choose('Show', 'redundant codings');
    const groups = page.getByRole('list', { name: 'Redundant codings' }).getByRole('listitem');
    await expect(page.getByText('1 group of codings that overlap')).toBeVisible();
    await expect(groups.first()).toContainText('2 codings');
    expect(await axeViolations(page, '.quotations')).toEqual([]);
    await page.getByRole('button', { name: 'Unite all…' }).click();
    await expect(window.dialog).toContainText('One coding will be left');
    await window.dialog.getByRole('button', { name: 'Unite', exact: true }).click();
    await expect(page.getByText('No code is on overlapping passages')).toBeVisible();
    await expect.poll(() => window.undoLabel()).toContain('unite 2 codings with movement');
  });

  await test.step('quotations without a code are listed apart', async () => {
    await choose('Show', 'without a code');
    await expect(page.getByText('Every quotation has a code')).toBeVisible();
  });
  await window.noErrors();

  /** The line of a quotation, by words of its own, not of its context. */
  function passage(words: string) {
    return items.filter({ has: page.locator('mark', { hasText: words }) });
  }

  async function choose(what: string, value: string): Promise<void> {
    await page
      .getByRole('search', { name: 'What is listed, and how' })
      .getByRole('button', { name: new RegExp(`^${what}`) })
      .click();
    await page.getByRole('menuitemradio', { name: value, exact: true }).click();
  }
});
