import { expect, type Locator, type Page } from '@playwright/test';
import { findWords, type WordsOnScreen } from './find-words.mjs';

/** A document in the dock, as a reader has it before the eyes. */
export class DocumentView {
  readonly section: Locator;
  readonly text: Locator;
  /** What can be done with the selection. */
  readonly toolbar: Locator;
  /** The type-ahead list of codes. */
  readonly palette: Locator;
  readonly paletteField: Locator;

  constructor(
    private readonly page: Page,
    readonly name: string,
  ) {
    this.section = page.getByRole('region', { name, exact: true });
    this.text = this.section.getByRole('textbox', { name, exact: true });
    this.toolbar = this.section.getByRole('toolbar', { name: 'Selected passage' });
    this.palette = page.getByRole('dialog', { name: 'Apply a code' });
    this.paletteField = this.palette.getByRole('combobox');
  }

  async isOpen(): Promise<void> {
    await expect(this.text).toBeVisible();
  }

  wordsOnScreen(words: string, occurrence = 1): Promise<WordsOnScreen> {
    return this.section.evaluate(findWords, { words, occurrence });
  }

  /** Drags the mouse over the words. */
  async select(words: string, occurrence = 1): Promise<void> {
    // Speakers and lanes that come beside the text may move it while the mouse is on its way.
    await expect(async () => {
      await this.drag(words, occurrence);
      await expect.poll(() => this.selected(), { timeout: 2000 }).toBe(words);
    }).toPass({ timeout: 10_000 });
    await expect(this.toolbar).toBeVisible();
  }

  /** Drags the mouse over words, once. */
  async drag(words: string, occurrence = 1): Promise<void> {
    const { mouse } = this.page;
    const { from, to } = await this.wordsOnScreen(words, occurrence);
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
    await mouse.move(to.x, to.y, { steps: 3 });
    await mouse.up();
  }

  /** Puts the caret into the words by a click. */
  async click(words: string, occurrence = 1): Promise<void> {
    const { from } = await this.wordsOnScreen(words, occurrence);
    await this.page.mouse.click(from.x + 2, from.y);
  }

  /** What is selected, as plain text. */
  selected(): Promise<string> {
    return this.page.evaluate(() => String(getSelection()));
  }

  /** Codes whose codings are at the caret or in the selection, as the foot of the view lists them. */
  get codesHere(): Locator {
    return this.section.getByRole('list', { name: 'Codings at the caret' }).getByRole('listitem');
  }

  /** With a passage selected: opens the palette by its button, types, and chooses the first line. */
  async chooseByMouse(query: string, option: string): Promise<void> {
    await this.toolbar.getByRole('button', { name: /^Code…/ }).click();
    await this.paletteField.fill(query);
    await this.palette.getByRole('option', { name: option }).first().click();
    await expect(this.palette).toBeHidden();
  }
}
