import { join } from 'node:path';
import { emicPrints } from './support/command-line';
import { type Emic, expect, stubDialogs, test } from './support/emic';
import type { DocumentView } from './support/pages/document-view';
import { EmicWindow } from './support/pages/emic-window';
import { article, comments, type Passage, post, postText, wordsOf } from './support/seed-passages';
import { seedPath } from './support/spans';

/** The keyboard of a person who codes; nothing else touches the application. */
class Coder {
  presses = 0;
  /** Presses from a selected passage to its code, for passages coded with codes that were there. */
  readonly ofKnownCodes: number[] = [];
  private codings = 0;
  private readonly known = new Set<string>();

  constructor(
    readonly window: EmicWindow,
    readonly view: DocumentView,
  ) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.presses += 1;
      await this.window.press(key);
    }
  }

  async type(words: string): Promise<void> {
    this.presses += Array.from(words).length;
    await this.window.page.keyboard.type(words);
  }

  async find(words: string): Promise<void> {
    await this.press('Control+f');
    await expect(this.window.page.getByRole('textbox', { name: 'Find in this document' })).toBeFocused();
    await this.type(words);
    await expect(this.window.page.getByRole('search').getByRole('status')).toHaveText(/\d of \d/);
    await this.press('Escape');
  }

  /** By the first letters of a line, as menus go. */
  async chooseInMenu(letters: string, name: string): Promise<void> {
    await this.press('Shift+F10');
    const item = this.window.page.getByRole('menuitem', { name });
    await expect(item).toBeVisible();
    await this.type(letters);
    await expect(item).toBeFocused();
    await this.press('Enter');
  }

  async selected(words: string): Promise<void> {
    // The browser writes an empty line between paragraphs.
    await expect.poll(async () => (await this.view.selected()).replace(/\n+/g, '\n')).toBe(words);
  }

  /** By the list of codes, or by a key that means a code without it. */
  private async choose(keys: string): Promise<void> {
    if (/^[.1-9"]$/.test(keys)) return this.press(keys);
    const [, isTurn, names = ''] = /^(turn: )?(.*)$/.exec(keys) ?? [];
    if (isTurn) await this.press('Alt+Enter');
    for (const [index, name] of names.split(' & ').entries()) {
      if (index > 0) await this.press('Control+Enter');
      await this.type(name);
    }
    await this.press('Enter');
  }

  async code({ go, words, code, codes }: Passage): Promise<void> {
    if (go.length === 0) await this.find(words);
    else await this.press(...go);
    await this.selected(words);
    const isKnown = codes.every((path) => this.known.has(path));
    const before = this.presses;
    for (const keys of code) {
      await this.choose(keys);
      this.codings += code.length > 1 ? 1 : codes.length;
      await expect(this.window.documents.count(post)).toHaveText(String(this.codings));
    }
    if (isKnown) this.ofKnownCodes.push((this.presses - before) / codes.length);
    for (const path of codes) this.known.add(path);
  }
}

interface Listed {
  readonly start_position: number;
  readonly end_position: number;
  readonly text: string;
  readonly code_path: string;
}

function codingsOnDisk(path: string): string[] {
  const rows: Listed[] = JSON.parse(emicPrints('list', path, 'codings', '--json'));
  const characters = Array.from(postText);
  return rows.map((row) => {
    expect(characters.slice(row.start_position, row.end_position).join('')).toBe(row.text);
    return `${row.code_path}: ${row.text}`;
  });
}

/** A project of one's own with the text in it, by the keys of the welcome screen; the file dialogs are answered. */
async function beginStudy(emic: Emic, path: string): Promise<Coder> {
  const window = new EmicWindow(emic);
  await expect(emic.page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await emic.page.keyboard.type('Mira');
  await window.press('Enter');
  await expect(emic.page.getByRole('button', { name: /New project/ })).toBeVisible();
  await stubDialogs(emic.app, { save: path, open: [seedPath(post)] });
  await window.press('Control+n');
  await window.isOpen('Netroots');
  await window.press('Control+i');
  const view = window.document(post);
  await view.isOpen();
  return new Coder(window, view);
}

test('a whole text is coded by keyboard alone, from an empty project to the words behind a number', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'Netroots.emic');
  const coder = await beginStudy(await launch({ firstRun: true }), path);
  const { window, view } = coder;
  const { page } = window;

  await test.step('the article, sentence by sentence', async () => {
    for (const passage of article) {
      await coder.code(passage);
      if (passage.words === 'small, vocal force') await moveBeneath(coder, 'small, vocal force', 'power');
    }
  });
  await test.step('the comments, turn by turn', async () => {
    for (const passage of comments) await coder.code(passage);
  });

  await test.step('one is recoded, shortened, removed, and given back', async () => {
    const last = wordsOf('This is just an extension … election is held.');
    await coder.press('Shift+F8');
    await coder.selected(last);
    await coder.press('Control+r');
    await coder.type('fee');
    await coder.press('Enter');
    await expect(window.codes.count('feet on the ground')).toHaveText('2');
    await coder.press('F2', 'Tab', 'Control+ArrowRight', 'Control+ArrowRight', 'Enter');
    await coder.selected(last.slice('This is '.length));
    await coder.press('Delete');
    await expect(window.codes.count('feet on the ground')).toHaveText('1');
    await coder.press('Control+z');
    await expect(window.codes.count('feet on the ground')).toHaveText('2');
    await expect(page.getByRole('status', { name: 'Announcements' })).toContainText(
      /^(?:Undone: remove|Coded)/,
    );
  });

  await test.step('memos on the passage and on the coding stay beside the text; keys lead to and fro', async () => {
    await coder.press('Control+m');
    await expect(page.getByRole('textbox', { name: /^Memo on just an extension/ })).toBeFocused();
    await coder.type('External people come in like an army.');
    await coder.press('Control+3');
    await expect(view.text).toBeFocused();
    // At the end of the text still, not at its beginning.
    const scroller = view.section.getByTestId('document-scroller');
    expect(await scroller.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    await coder.press('Control+3');
    await expect(page.getByRole('textbox', { name: /^Memo on just an extension/ })).toBeFocused();
    await coder.press('Control+3', 'Control+Alt+m');
    await expect(page.getByRole('textbox', { name: /^Memo on .*feet on the ground here/ })).toBeFocused();
    await coder.type('A metaphor of war.');
    await coder.press('Control+4');
    await expect(window.inspector.getByRole('textbox', { name: /^Memo on quotation/ })).toBeFocused();
    await expect(window.inspector).toContainText('M.L. Schneider, November 2, 2006 11:18 AM');
  });

  await test.step('a code is found in the tree by its letters, and defined', async () => {
    await coder.press('Control+2');
    await coder.type('clo');
    await expect(window.codes.row('clout')).toBeFocused();
    await coder.chooseInMenu('def', 'Definition');
    await expect(page.getByRole('textbox', { name: 'clout: Definition' })).toBeFocused();
    await coder.type('Being reckoned with by those who decide.');
    // Its quotations, from the tree.
    await coder.press('Control+2', 'Enter');
    await expect(page.getByRole('tree', { name: 'Quotations' }).getByRole('treeitem')).toHaveCount(4);
  });

  await test.step('two codes meet; the words behind the cell', async () => {
    await coder.press('Control+Shift+o');
    await expect(page.locator(':focus')).toHaveAttribute('role', /gridcell/);
    await coder.press('ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    await expect(window.inspector).toContainText('future×two futures');
    await expect(window.inspector).toContainText('This will have far reaching effects');
  });

  await test.step('all of it is in the file', async () => {
    await window.isSaved();
    const planned = [...article, ...comments].flatMap(({ words, codes }) =>
      codes.map((code) => `${code}: ${words}`),
    );
    const recoded = planned.map((line) =>
      line.replace('Place > outsiders: This is just', 'Strategy > feet on the ground: just'),
    );
    expect(codingsOnDisk(path).toSorted()).toEqual(recoded.toSorted());
    const codes: { path: string; definition: string }[] = JSON.parse(
      emicPrints('list', path, 'codes', '--json'),
    );
    expect(codes.length).toBe(38);
    const memos = emicPrints('list', path, 'memos', '--json');
    expect(memos).toContain('External people come in like an army.');
    expect(memos).toContain('A metaphor of war.');
    // KB4: from the selected passage to its code.
    expect(coder.ofKnownCodes).toHaveLength(20);
    expect(Math.max(...coder.ofKnownCodes)).toBeLessThanOrEqual(4);
  });
  await window.noErrors();
});

/** A code at the top gets its place in the codebook; back to the text. */
async function moveBeneath(coder: Coder, name: string, above: string): Promise<void> {
  const { page, codes, inspector } = coder.window;
  await expect(inspector).toContainText(name);
  await coder.press('Control+2');
  await expect(codes.row(name)).toBeFocused();
  await coder.chooseInMenu('mov', 'Move beneath…');
  await expect(page.getByRole('dialog', { name: `Move “${name}” beneath` })).toBeVisible();
  await coder.type(above);
  await coder.press('Enter');
  await expect.poll(() => codes.level(name)).toBe('2');
  await coder.press('Control+3');
}
