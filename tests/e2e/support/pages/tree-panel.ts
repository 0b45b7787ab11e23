import { expect, type Locator, type Page } from '@playwright/test';

/** The tree of documents or of codes in the side bar. */
export class TreePanel {
  readonly section: Locator;
  readonly tree: Locator;

  constructor(
    protected readonly page: Page,
    readonly name: 'Documents' | 'Codes',
  ) {
    this.section = page.getByRole('region', { name, exact: true });
    this.tree = this.section.getByRole('tree', { name, exact: true });
  }

  row(name: string): Locator {
    return this.tree.getByRole('treeitem', { name, exact: true });
  }

  /** Names of the rows from top to bottom. */
  async names(): Promise<string[]> {
    const rows = this.tree.getByRole('treeitem');
    const named = await rows.evaluateAll((items) =>
      items.map((item) => ({
        top: item.getBoundingClientRect().top,
        name: item.querySelector('.row__name')?.textContent ?? '',
      })),
    );
    return named.sort((a, b) => a.top - b.top).map(({ name }) => name);
  }

  /** The number at the end of a row. */
  count(name: string): Locator {
    return this.row(name).locator('.row__count');
  }

  level(name: string): Promise<string | null> {
    return this.row(name).getAttribute('aria-level');
  }

  /** Chooses a line of the row's context menu. */
  async choose(name: string, item: string | RegExp): Promise<void> {
    await this.row(name).click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async rename(name: string, to: string): Promise<void> {
    await this.row(name).click();
    await this.page.keyboard.press('F2');
    const field = this.tree.getByRole('textbox');
    await field.fill(to);
    await field.press('Enter');
    await expect(this.row(to)).toBeVisible();
  }

  /** Drags a row by the mouse, to a share of the height of another one: 0.5 onto it, 0.05 before it. */
  async drag(name: string, onto: string, share: number): Promise<void> {
    const target = await this.row(onto).boundingBox();
    if (!target) throw new Error(`${onto} is not in sight`);
    await this.row(name).dragTo(this.row(onto), {
      sourcePosition: { x: 60, y: 10 },
      targetPosition: { x: 60, y: Math.max(1, target.height * share) },
    });
  }
}
