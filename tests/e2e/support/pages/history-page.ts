import { expect, type Locator, type Page } from '@playwright/test';
import type { EmicWindow } from './emic-window';

/** The history: its filters, its lines and what is done with them. */
export class HistoryPage {
  readonly list: Locator;
  readonly filters: Locator;
  readonly search: Locator;
  /** “3 of 12 entries” */
  readonly count: Locator;

  constructor(private readonly page: Page) {
    this.list = page.getByRole('region', { name: 'Changes, newest first' });
    this.filters = page.getByRole('search', { name: 'Narrow the history down' });
    this.search = page.getByRole('searchbox', { name: 'Words of an entry' });
    this.count = page.locator('.history .page__note');
  }

  async open(window: EmicWindow): Promise<void> {
    await window.press('Control+Shift+H');
    await expect(this.list.locator('.history__line').first()).toBeVisible();
  }

  /** The entry whose sentence begins with these words; an undo of it has others. */
  entry(words: string | RegExp): Locator {
    return this.list.locator('.history__entry').filter({
      has: this.page.locator('.history__what', {
        hasText: typeof words === 'string' ? new RegExp(`^${words}`) : words,
      }),
    });
  }

  line(words: string | RegExp): Locator {
    return this.entry(words).locator('.history__line');
  }

  /** What the entries in sight say, newest first. */
  async sentences(): Promise<string[]> {
    await expect(this.list.locator('.history__waiting')).toHaveCount(0);
    return this.list.locator('.history__entry').evaluateAll((entries) =>
      entries
        .map((entry) => ({
          top: entry.getBoundingClientRect().top,
          said: entry.querySelector('.history__what')?.textContent ?? '',
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ said }) => said),
    );
  }

  /** Narrows down by typing some letters of a name. */
  async pick(chip: 'Code' | 'Document', letters: string): Promise<void> {
    await this.filters.getByRole('button', { name: new RegExp(`^${chip}`) }).click();
    const field = this.page.getByRole('combobox', { name: `Find a ${chip.toLowerCase()}` });
    await field.fill(letters);
    await field.press('Enter');
    await expect(field).toBeHidden();
  }

  /** Chooses from the menu of an entry, by a right click. */
  async choose(words: string, action: string): Promise<void> {
    await this.line(words).last().click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: action }).click();
  }
}
