import { expect, type Locator, type Mouse } from '@playwright/test';
import type { How, Move } from '../seed-moves';
import { ownWords, seedText } from '../spans';
import type { DocumentView } from './document-view';
import type { EmicWindow } from './emic-window';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A hand that codes a document with the mouse; the keyboard is for names only. */
export class MouseCoder {
  private readonly mouse: Mouse;
  private readonly text: string;

  constructor(
    private readonly window: EmicWindow,
    private readonly view: DocumentView,
  ) {
    this.mouse = window.page.mouse;
    this.text = seedText(view.name);
  }

  /** Codes a passage, and sees in the window that it was done. */
  async perform([how, plain, ...codes]: Move): Promise<void> {
    const words = ownWords(this.text, plain);
    const before = await this.codingCount();
    await this.ways[how](words, codes);
    await expect.poll(() => this.codingCount()).toBe(before + codes.length);
  }

  private readonly ways: Readonly<Record<How, (words: string, codes: readonly string[]) => Promise<void>>> = {
    palette: async (words, codes) => {
      await this.select(words);
      await this.pickByToolbar(codes);
    },
    'palette upwards': async (words, codes) => {
      await this.select(words, { isUpwards: true });
      await this.pickByToolbar(codes);
    },
    recent: async (words, [code = '']) => {
      await this.select(words);
      await this.view.toolbar.getByRole('button', { name: `Apply ${code}`, exact: true }).click();
    },
    'in vivo': async (words) => {
      await this.select(words);
      await this.view.toolbar.getByRole('button', { name: 'Code in vivo' }).click();
    },
    'triple click': async (words, codes) => {
      await this.clickInto(words, 3);
      await this.pickByToolbar(codes);
    },
    'double click': async (words, codes) => {
      await this.clickInto(words, 2);
      await this.pickByToolbar(codes);
    },
    'onto the code': async (words, [code = '']) => {
      await this.select(words);
      const grip = await middle(this.view.toolbar.getByTitle('Drag onto a code'));
      await this.drag(grip, await this.pointOfCode(code));
    },
    'onto the selection': async (words, [code = '']) => {
      await this.select(words);
      const { from } = await this.view.wordsOnScreen(words);
      await this.drag(await this.pointOfCode(code), { x: from.x + 12, y: from.y });
    },
    'onto the sentence': async (words, [code = '']) => {
      const { from } = await this.view.wordsOnScreen(words);
      await this.drag(await this.pointOfCode(code), { x: from.x + 12, y: from.y });
    },
    menu: async (words, codes) => {
      await this.select(words);
      const { from } = await this.view.wordsOnScreen(words);
      await this.mouse.click(from.x + 8, from.y, { button: 'right' });
      await this.window.page.getByRole('menuitem', { name: 'Apply code…' }).click();
      await this.pick(codes);
    },
    'menu of the code': async (words, [code = '']) => {
      await this.select(words);
      await this.window.codes.choose(code, 'Apply to the selected passage');
    },
  };

  /** Presses, drags, scrolls on where the end is out of sight, and lets go. */
  async select(words: string, { isUpwards = false } = {}): Promise<void> {
    await this.untilSelected(words, async () => {
      const { from, to } = await this.view.wordsOnScreen(words);
      const [begin, end] = isUpwards ? [to, from] : [from, to];
      await this.mouse.move(begin.x, begin.y);
      await this.mouse.down();
      await this.mouse.move((begin.x + end.x) / 2, begin.y, { steps: 2 });
      const seen = words.length < 400 ? end : (await this.view.wordsOnScreen(words.slice(-24))).to;
      await this.mouse.move(seen.x, seen.y, { steps: 2 });
      await this.mouse.up();
    });
  }

  private async clickInto(words: string, clickCount: number): Promise<void> {
    await this.untilSelected(words, async () => {
      const { from } = await this.view.wordsOnScreen(words);
      await this.mouse.click(from.x + 10, from.y, { clickCount });
    });
  }

  private async untilSelected(words: string, gesture: () => Promise<void>): Promise<void> {
    const bare = (text: string) => text.replace(/\s+/g, ' ').trim();
    // Lanes that come beside the text may move it while the mouse is on its way.
    await expect(async () => {
      await gesture();
      await expect.poll(async () => bare(await this.view.selected()), { timeout: 1500 }).toBe(bare(words));
    }).toPass({ timeout: 8000 });
    await expect(this.view.toolbar).toBeVisible();
  }

  private async pickByToolbar(codes: readonly string[]): Promise<void> {
    await this.view.toolbar.getByRole('button', { name: /^Code…/ }).click();
    await this.pick(codes);
  }

  /** Types each name and clicks its line; of several the “+” of the line, then “Apply 2 codes”. */
  private async pick(codes: readonly string[]): Promise<void> {
    const { palette, paletteField } = this.view;
    for (const code of codes) {
      await paletteField.fill(code);
      const there = palette.getByRole('option', {
        name: new RegExp(`^(Create “)?${escaped(code)}(”$|$| |\\d)`),
      });
      const line = there.first();
      if (codes.length === 1) await line.click();
      else await this.mark(line);
    }
    if (codes.length > 1) await palette.getByRole('button', { name: /^Apply \d codes$/ }).click();
    await expect(palette).toBeHidden();
  }

  private async mark(line: Locator): Promise<void> {
    await line.hover();
    await line.getByTitle(/^One more/).click();
  }

  /** The row of a code in the tree, scrolled to by the wheel. */
  async pointOfCode(name: string): Promise<Point> {
    const row = this.window.codes.row(name);
    await row.scrollIntoViewIfNeeded();
    const { x, y } = await middle(row);
    return { x: x - 30, y };
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.mouse.move(from.x, from.y);
    await this.mouse.down();
    await this.mouse.move(from.x + 5, from.y + 2, { steps: 2 });
    await this.mouse.move(to.x, to.y, { steps: 3 });
    await this.mouse.move(to.x + 2, to.y + 1, { steps: 2 });
    await this.mouse.up();
  }

  /** How many codings the tree of documents counts. */
  private async codingCount(): Promise<number> {
    return Number(await this.window.documents.count(this.view.name).textContent());
  }
}

async function middle(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not in sight.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
