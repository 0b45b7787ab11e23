import { expect, type Locator, type Page } from '@playwright/test';

/** The co-occurrence view: matrix, network and list over one question. */
export class CooccurrenceView {
  readonly grid: Locator;
  readonly toolbar: Locator;

  constructor(private readonly page: Page) {
    this.grid = page.getByRole('grid', { name: 'Co-occurrence matrix' });
    this.toolbar = page.getByRole('toolbar', { name: 'What is counted and how it is shown' });
  }

  async open(): Promise<void> {
    await expect(this.page.getByRole('banner')).toBeVisible();
    await this.page.keyboard.press('Control+Shift+O');
    await expect(this.toolbar).toBeVisible();
  }

  /** Chooses `option` where the control says `label …` now. */
  async choose(label: string, option: string): Promise<void> {
    const control = this.toolbar.getByRole('button', { name: new RegExp(`^${label}\\b`) });
    await control.click();
    await this.page
      .getByRole('menuitemradio', { name: new RegExp(`^${escapedForRegExp(option)}(?![,\\w])`) })
      .click();
    await expect(control).toHaveText(new RegExp(`^${label} ?${escapedForRegExp(option)}$`));
  }

  /** Switches one of the ways of counting codes, which stand in their filter. */
  async toggleCodes(label: string): Promise<void> {
    await this.toolbar.getByRole('button', { name: /^Codes\b/ }).click();
    await this.page.getByRole('checkbox', { name: label }).click();
    await this.page.keyboard.press('Escape');
  }

  async show(view: 'Matrix' | 'Network' | 'List'): Promise<void> {
    await this.page.getByRole('radio', { name: view, exact: true }).click();
  }

  /** Names of the rows, from top to bottom. */
  names(): Promise<string[]> {
    return this.grid
      .getByRole('rowheader')
      .evaluateAll((heads) => heads.map((head) => head.getAttribute('aria-label') ?? ''));
  }

  /** What the cells show: the counts, `''` where it is none. */
  texts(): Promise<string[][]> {
    return this.grid
      .getByRole('row')
      .evaluateAll((rows) =>
        rows
          .filter((row) => row.querySelector('[role="gridcell"]'))
          .map((row) => [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent ?? '')),
      );
  }

  /** The cells as numbers; what is empty counts 0. */
  async counts(): Promise<number[][]> {
    return (await this.texts()).map((row) => row.map((text) => (text === '' ? 0 : Number(text))));
  }

  cell(row: string, column: string): Locator {
    return this.grid.getByRole('gridcell', {
      name: new RegExp(`^${escapedForRegExp(row)} × ${escapedForRegExp(column)}: `),
    });
  }
}

function escapedForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
