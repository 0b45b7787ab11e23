import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { axeViolations } from './support/axe';
import { emicPrints } from './support/command-line';
import { type Emic, expect, stubDialogs, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { findWords } from './support/pages/find-words.mjs';
import { makeProject } from './support/projects';
import { seedText } from './support/spans';

const post = '000_4a41a69cea41d9c1';
const whole = 'Individuals outside the area where the election occurs can become involved';
const group = 'A small cohesive group';
const challenge = 'Netroots movement faces its biggest challenge';
const plan = {
  documents: [post],
  codings: [
    { document: post, code: 'movement', words: challenge },
    { document: post, code: 'group', words: group },
    { document: post, code: 'local', words: whole },
  ],
};

interface Listed {
  readonly text: string;
  readonly code_path: string;
}

function codingsOnDisk(path: string): string[] {
  const rows: Listed[] = JSON.parse(emicPrints('list', path, 'codings', '--json'));
  return rows.map(({ code_path, text }) => `${code_path}: ${text}`).sort();
}

const expected = (...rows: [code: string, words: string][]) =>
  rows.map(([code, words]) => `${code}: ${words}`).sort();

/** The text of a document while it is corrected. */
class EditView {
  readonly section: Locator;
  readonly text: Locator;
  readonly bar: Locator;
  readonly losses: Locator;

  constructor(private readonly page: Page) {
    this.section = page.getByRole('region', { name: `Correcting ${post}` });
    this.text = this.section.getByRole('textbox', { name: `${post}, text to correct` });
    this.bar = this.section.getByRole('toolbar', { name: 'Correcting the text' });
    this.losses = this.section.getByRole('list', { name: 'Quotations that lose words' });
  }

  private place(words: string) {
    return this.section.evaluate(findWords, { words, occurrence: 1 });
  }

  /** Puts the caret right before or after the words. */
  async caret(words: string, side: 'before' | 'after'): Promise<void> {
    const { from, to } = await this.place(words);
    const at = side === 'before' ? from : to;
    await this.page.mouse.click(at.x + (side === 'before' ? 1 : -1), at.y);
  }

  async select(words: string): Promise<void> {
    const { from, to } = await this.place(words);
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 4 });
    await mouse.up();
    await expect.poll(() => this.page.evaluate(() => String(getSelection()))).toBe(words);
  }

  async isKept(): Promise<void> {
    await expect(this.section.getByText(/^Draft kept/)).toBeVisible();
  }

  save(): Promise<void> {
    return this.bar.getByRole('button', { name: 'Save' }).click();
  }
}

async function beginEditing(window: EmicWindow): Promise<EditView> {
  await window.openDocument(post);
  await window.press('F4');
  const edit = new EditView(window.page);
  await expect(edit.text).toBeFocused();
  return edit;
}

test('typing before, inside, over and across passages takes the codings along, as one step', async ({
  launch,
  folder,
}) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  const { page } = window;
  const edit = await beginEditing(window);

  await edit.caret(challenge, 'before');
  await page.keyboard.type('The ');
  await edit.caret('cohesive', 'before');
  await page.keyboard.type('and ');
  await expect(edit.bar).toContainText('1 reworded');

  // Over a whole passage: it keeps what is typed.
  await edit.select(whole);
  await page.keyboard.type('People elsewhere can help');
  await expect(edit.bar).toContainText('2 reworded');

  // Across the end of a passage, and back by the edit’s own undo.
  await edit.select('biggest challenge');
  await page.keyboard.press('Backspace');
  await expect(edit.bar).toContainText('3 reworded');
  await page.keyboard.press('Control+z');
  await expect(edit.bar).toContainText('2 reworded');

  // Paragraphs are split and joined, and what is pasted is plain.
  await edit.caret('People elsewhere', 'before');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.evaluate(() => navigator.clipboard.writeText('Pasted, '));
  await expect.poll(() => window.emic.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('Pasted, ');
  await page.keyboard.press('Control+v');
  await expect(edit.text).toContainText('Pasted, People elsewhere can help');

  await window.press('Control+s');
  await expect(edit.section).toBeHidden();
  await expect(window.messages.filter({ hasText: 'The text is corrected.' })).toBeVisible();
  await expect.poll(() => window.undoLabel()).toContain(`correct the text of ${post}`);
  const corrected = expected(
    ['movement', challenge],
    ['group', 'A small and cohesive group'],
    ['local', 'People elsewhere can help'],
  );
  expect(codingsOnDisk(path)).toEqual(corrected);
  await window.press('Control+z');
  await expect(window.document(post).text).toContainText(whole);
  expect(codingsOnDisk(path)).toEqual(
    expected(...plan.codings.map(({ code, words }): [string, string] => [code, words])),
  );
  await window.press('Control+Shift+z');
  await expect(window.document(post).text).toContainText('People elsewhere can help');
  expect(codingsOnDisk(path)).toEqual(corrected);
  expect(emicPrints('check', path)).toContain('all is well');
  await window.noErrors();
});

test('what would be emptied or cut is told before it is saved, and asked about', async ({
  launch,
  folder,
}) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  const { page } = window;
  const edit = await beginEditing(window);
  await edit.select(group);
  await page.keyboard.press('Delete');
  await edit.select('can become involved through');
  await page.keyboard.press('Delete');
  const summary = edit.bar.getByRole('button', { name: '1 quotation emptied · 1 cut' });
  await expect(summary).toBeVisible();
  await summary.click();
  await expect(edit.losses.getByRole('listitem')).toHaveText([
    new RegExp(`Emptied.*${group}.*group`),
    /Cut.*Individuals outside.*local/,
  ]);
  await edit.losses.getByRole('button', { name: /Cut/ }).click();
  await expect
    .poll(() => page.evaluate(() => String(getSelection())))
    .toContain('Individuals outside the area');

  await edit.save();
  await expect(window.dialog).toContainText('Save, and delete 1 emptied quotation?');
  await window.dialog.getByRole('button', { name: 'Keep correcting' }).click();
  await expect(edit.text).toBeVisible();
  await edit.save();
  await window.dialog.getByRole('button', { name: 'Save and delete' }).click();
  await expect(edit.section).toBeHidden();
  expect(codingsOnDisk(path)).toEqual(
    expected(['movement', challenge], ['local', whole.replace('can become involved', '')]),
  );
  await window.press('Control+z');
  await expect(window.counts()).toHaveText(/^3 quotations/);
  await window.noErrors();
});

test('an edit survives a kill, is offered again, and goes on', async ({ launch, folder }) => {
  const { path } = makeProject(folder, plan);
  const emic = await launch({ project: path });
  const window = new EmicWindow(emic);
  const edit = await beginEditing(window);
  await edit.caret('cohesive', 'before');
  await window.page.keyboard.type('and 🙂 ');
  await edit.isKept();
  await kill(emic);

  const next = new EmicWindow(await launch({ userData: emic.userData, project: path }));
  await next.isOpen('Study');
  // The tab is there again as well.
  await expect(next.page.getByRole('tab', { name: post, selected: true })).toBeVisible();
  const note = next.page.getByRole('region', { name: 'An unfinished correction' });
  await expect(note).toContainText('You were correcting this text');
  await expect(next.document(post).text).toContainText(group);
  await note.getByRole('button', { name: 'Continue' }).click();
  const again = new EditView(next.page);
  await expect(again.text).toContainText('A small and 🙂 cohesive group');
  await again.caret('and 🙂', 'before');
  await next.page.keyboard.type('tight ');
  await again.save();
  await expect(again.section).toBeHidden();
  expect(codingsOnDisk(path)).toContain('group: A small tight and 🙂 cohesive group');
  await expect(note).toBeHidden();
  await next.noErrors();
});

test('a newer version takes the place of the text, with a decision on each doubtful quotation', async ({
  launch,
  folder,
}) => {
  const { path } = makeProject(folder, plan);
  const newer = join(folder, 'corrected.txt');
  writeFileSync(
    newer,
    `Corrected in 2007.\n\n${seedText(post)}`
      .replace(challenge, 'netroots movement faces the greatest of all its challenges now')
      .replace(`${group} in a primary can produce unexpected results. `, ''),
  );
  const window = new EmicWindow(await launch({ project: path }));
  const { page } = window;
  await window.openDocument(post);
  await stubDialogs(window.emic.app, { open: [newer] });
  await window.runFromPalette('Replace with a newer version…');
  await expect(window.dialog).toContainText('1 quotation found · 1 doubtful · 1 not found');
  const questions = window.dialog.getByRole('listbox', { name: 'Quotations to decide' });
  await expect(questions.getByRole('option')).toHaveCount(2);
  const replace = window.dialog.getByRole('button', { name: 'Replace the text' });
  await expect(replace).toBeDisabled();
  await questions.focus();
  await page.keyboard.press('a');
  await expect(window.dialog.getByRole('status')).toHaveText('1 still to decide');
  await page.keyboard.press('c');
  await window.dialog
    .getByRole('textbox', { name: 'Find in the newer version' })
    .fill('democratic primary in connecticut');
  await page.keyboard.press('Enter');
  const field = window.dialog.getByRole('textbox', { name: /^Text of the newer version/ });
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(replace).toBeEnabled();
  await replace.click();
  await expect(window.dialog).toBeHidden();
  await expect(window.document(post).text).toContainText('Corrected in 2007.');
  const [first, ...rest] = codingsOnDisk(path);
  expect(first).toBe('group: Democratic primary in Connecticut');
  expect(rest).toContain(`local: ${whole}`);
  expect(rest.join()).toContain('movement faces the greatest of all its');
  expect(emicPrints('check', path)).toContain('all is well');
  await expect.poll(() => window.undoLabel()).toContain(`replace the text of ${post}`);
  await window.noErrors();
});

async function kill(emic: Emic): Promise<void> {
  const ended = emic.app.waitForEvent('close');
  emic.app.process().kill('SIGKILL');
  await ended;
}

test('a name is corrected throughout, and a draft is carried over to a text that was changed elsewhere', async ({
  launch,
  folder,
}) => {
  const { path } = makeProject(folder, plan);
  const emic = await launch({ project: path });
  const window = new EmicWindow(emic);
  const { page } = window;
  const edit = await beginEditing(window);
  // The margin is that of the text that is read, and follows the typing.
  const margin = edit.section.locator('.document-layer');
  await expect(margin.getByText('movement', { exact: true })).toBeVisible();
  await expect(margin.locator('.band-bracket')).not.toHaveCount(0);

  await window.press('Control+h');
  const find = edit.section.getByRole('search', { name: 'Find and replace in this text' });
  await find.getByRole('textbox', { name: 'Find in this text' }).fill('NETROOTS');
  await expect(find.getByRole('status').first()).toHaveText('1 of 12');
  await find.getByRole('textbox', { name: 'Replace with' }).fill('Grassroots');
  await page.keyboard.press('Enter');
  await expect(find.getByRole('status').first()).toHaveText('1 of 11');
  await page.keyboard.press('Control+Enter');
  await expect(find.getByText('11 replaced.')).toBeVisible();
  await expect(edit.text).not.toContainText('Netroots');
  await expect(edit.bar).toContainText('1 reworded');
  await page.keyboard.press('Control+z');
  await expect(find.getByRole('status').first()).toHaveText('1 of 11');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await expect(edit.text).toBeFocused();
  await edit.select('biggest');
  await page.keyboard.type('greatest');
  await edit.isKept();
  await emic.close();

  const newer = join(folder, 'corrected.txt');
  const elsewhere = seedText(post).replace('biggest', 'hardest').replace('small cohesive', 'small, cohesive');
  writeFileSync(newer, elsewhere);
  emicPrints('replace-text', path, '--document', post, '--file', newer, '--doubtful', 'accept');
  const next = new EmicWindow(await launch({ userData: emic.userData, project: path }));
  await next.openDocument(post);
  const note = next.page.getByRole('region', { name: 'An unfinished correction' });
  await note.getByRole('button', { name: 'Carry over' }).click();
  await expect(next.dialog).toContainText('At one place both changed the same words');
  const list = next.dialog.getByRole('listbox', { name: 'Places that both changed' });
  await expect(list.getByRole('option')).toHaveText([/biggest/]);
  const carry = next.dialog.getByRole('button', { name: 'Carry over' });
  await expect(carry).toBeDisabled();
  expect(await axeViolations(next.page)).toEqual([]);
  await list.focus();
  await next.press('a');
  await carry.click();
  const again = new EditView(next.page);
  await expect(again.text).toContainText('A small, cohesive group');
  await expect(again.text).toContainText('greatest challenge');
  await expect(again.text).not.toContainText('Netroots');
  await again.isKept();
  await again.save();
  await expect(again.section).toBeHidden();
  const codings = codingsOnDisk(path);
  expect(codings).toContain('movement: Grassroots movement faces its greatest challenge');
  expect(codings).toContain('group: A small, cohesive group');
  await expect(note).toBeHidden();
  expect(emicPrints('check', path)).toContain('all is well');
  await next.noErrors();
});
