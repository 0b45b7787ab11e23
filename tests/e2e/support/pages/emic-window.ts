import { basename } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { type Emic, stubDialogs } from '../emic';
import { CooccurrenceView } from './cooccurrence-view';
import { DocumentView } from './document-view';
import { TreePanel } from './tree-panel';

/** Emic's window, by the names that its controls have for everybody. */
export class EmicWindow {
  readonly page: Page;
  readonly documents: TreePanel;
  readonly codes: TreePanel;
  readonly cooccurrence: CooccurrenceView;
  readonly statusBar: Locator;
  readonly inspector: Locator;
  readonly messages: Locator;
  readonly dialog: Locator;
  readonly codeFilter: Locator;

  constructor(readonly emic: Emic) {
    const { page } = emic;
    this.page = page;
    this.documents = new TreePanel(page, 'Documents');
    this.codes = new TreePanel(page, 'Codes');
    this.cooccurrence = new CooccurrenceView(page);
    this.statusBar = page.locator('footer.status-bar');
    this.inspector = page.getByRole('region', { name: 'Inspector', exact: true });
    this.messages = page.getByTestId('message');
    this.dialog = page.getByRole('dialog');
    this.codeFilter = page.getByRole('textbox', { name: 'Filter or create' });
  }

  document(name: string): DocumentView {
    return new DocumentView(this.page, name);
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Makes a project at `path` from the welcome screen. */
  async newProject(path: string): Promise<void> {
    await stubDialogs(this.emic.app, { save: path });
    await this.page
      .getByRole('button', { name: /New project/ })
      .first()
      .click();
    await this.isOpen(basename(path, '.emic'));
  }

  async isOpen(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  }

  /** Imports files by the menu of the documents; only the native dialog is answered for the person. */
  async importFiles(paths: readonly string[]): Promise<void> {
    await stubDialogs(this.emic.app, { open: paths });
    await this.documents.section.getByRole('button', { name: 'Add documents' }).click();
    await this.page.getByRole('menuitem', { name: /Import documents/ }).click();
  }

  async openDocument(name: string): Promise<DocumentView> {
    await this.documents.row(name).click();
    const view = this.document(name);
    await view.isOpen();
    return view;
  }

  /** Makes a code by writing its name above the tree. */
  async createCode(path: string): Promise<void> {
    await this.codeFilter.fill(path);
    await this.codeFilter.press('Control+Enter');
    await expect(this.codes.row(path.split(' > ').at(-1) ?? path)).toBeVisible();
    await expect(this.codeFilter).toHaveValue('');
  }

  /** What “Undo” at the top would undo; null when there is nothing. */
  async undoLabel(): Promise<string | null> {
    // In one step: the button may go at any moment.
    const buttons = this.page.locator('.top-bar__undo-button');
    return buttons.evaluateAll(([button]) => button?.getAttribute('title') ?? null);
  }

  /** Undoes step by step by the keyboard until nothing is left; gives the labels of the steps. */
  async undoAll(): Promise<string[]> {
    const labels: string[] = [];
    for (let label = await this.undoLabel(); label !== null; label = await this.undoLabel()) {
      labels.push(label);
      await this.press('Control+z');
      await expect.poll(() => this.undoLabel()).not.toBe(label);
    }
    return labels;
  }

  /** Redoes the steps that `undoAll` gave; each must come back under its name. */
  async redoAll(labels: readonly string[]): Promise<void> {
    for (const label of labels.toReversed()) {
      await this.press('Control+Shift+z');
      await expect.poll(() => this.undoLabel()).toBe(label);
    }
  }

  /** Drags a code from the tree onto words of a document. */
  async dropCode(code: string, view: DocumentView, words: string): Promise<void> {
    const { from } = await view.wordsOnScreen(words);
    const row = await this.codes.row(code).boundingBox();
    if (!row) throw new Error(`${code} is not in sight`);
    const { mouse } = this.page;
    await mouse.move(row.x + 70, row.y + row.height / 2);
    await mouse.down();
    await mouse.move(row.x + 90, row.y + row.height / 2, { steps: 2 });
    await mouse.move(from.x + 10, from.y, { steps: 4 });
    await mouse.move(from.x + 14, from.y, { steps: 2 });
    await mouse.up();
  }

  /** Waits until all is on disk. */
  async isSaved(): Promise<void> {
    await expect(this.statusBar.getByText('Saved', { exact: true })).toBeVisible();
  }

  counts(): Locator {
    return this.statusBar.getByText(/quotation.*code.*document/);
  }

  /** Runs a command by the palette: typed, then Enter. */
  async runFromPalette(words: string): Promise<void> {
    await this.press('Control+k');
    const field = this.page.getByRole('combobox', { name: 'Search documents and codes, or run a command' });
    await field.fill(words);
    await expect(this.page.getByRole('option', { name: words }).first()).toBeVisible();
    await field.press('Enter');
    await expect(field).toBeHidden();
  }

  /** Closes the shown message. */
  async closeMessage(text: string | RegExp): Promise<void> {
    const message = this.messages.filter({ hasText: text });
    await message.getByRole('button', { name: 'Close' }).click();
    await expect(message).toBeHidden();
  }

  async noErrors(): Promise<void> {
    expect(this.emic.errors).toEqual([]);
  }
}
