import type { EditorView } from '@tiptap/pm/view';
import type { Theme } from '../../../core/colors';
import type { FlatSpans, TextSpan } from '../../../core/text';
import { prepareTints } from '../paint/band-tints';
import type { CodingModel } from '../paint/coding-model';
import type { MarginWords } from '../paint/draw-band';
import { blocksBetween, type EditBlock } from './edit-blocks';
import { EditFoundMarks } from './edit-found';
import type { LiveMarks } from './live-model';
import { type EditLook, type MeasuredBand, PaintedBlock } from './painted-block';
import { textLength } from './text-projection';

export interface EditPainterOptions {
  readonly view: EditorView;
  readonly scroller: HTMLElement;
  /** The element in whose coordinates the layer lies; it scrolls with the text. */
  readonly page: HTMLElement;
  readonly layer: HTMLElement;
  readonly words: MarginWords;
  /** Where the codings stand now; null until they are known. */
  readonly marks: () => LiveMarks | null;
  /** Called with the text in view, about, and the first paragraph in it; UTF-16 units. */
  readonly onView: (view: TextSpan, top: number) => void;
}

/** Screens above and below the window that are painted in the spare time of frames, so many milliseconds of each. */
const ahead = 0.75;
const spareTime = 4;

/**
 * Paints the codings of a text while it is typed in, as `CodingPainter` does of one that is read, but block by block:
 * after a key only the block with the letter is measured and drawn anew, what stands below it is moved.
 */
export class EditPainter {
  private readonly found: EditFoundMarks;
  private readonly painted = new Map<object, PaintedBlock>();
  private setting: EditLook | null = null;
  private prepared: { readonly model: CodingModel; readonly theme: Theme } | null = null;
  private frame = 0;
  private isDestroyed = false;

  constructor(private readonly options: EditPainterOptions) {
    this.found = new EditFoundMarks(options.view);
  }

  setLook(setting: EditLook): void {
    this.setting = setting;
    this.later();
  }

  /** Hits of a search, UTF-16 units; null: none is going on. */
  showFound(spans: FlatSpans | null, current: number): void {
    this.found.set(spans, current);
    this.later();
  }

  /** In the next frame, once however often it is asked for. */
  later(): void {
    if (this.frame || this.isDestroyed) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.isDestroyed) this.paint();
    });
  }

  destroy(): void {
    this.isDestroyed = true;
    cancelAnimationFrame(this.frame);
    for (const block of this.painted.values()) block.release();
    this.found.clear();
  }

  private paint(): void {
    const { scroller, view, onView } = this.options;
    const { top, bottom, height } = scroller.getBoundingClientRect();
    // What an input method is just writing is not in the document yet.
    if (!this.setting || height === 0 || view.composing) return;
    const near = blocksBetween(view, top - ahead * height, bottom + ahead * height);
    const isSeen = ({ elements }: EditBlock) =>
      (elements[0]?.getBoundingClientRect().top ?? bottom) < bottom &&
      (elements.at(-1)?.getBoundingClientRect().bottom ?? top) > top;
    const seen = near.filter(isSeen);
    const [first, last] = [seen[0], seen.at(-1)];
    if (!first || !last) return;
    const inView = { start: first.start, end: last.start + lengthOf(last) };
    this.found.show(inView);
    onView(inView, firstSeen(first, top));
    this.paintBlocks(seen, near);
  }

  /** All that is seen, and of what is near as much as there is time for; first all is measured, then all drawn. */
  private paintBlocks(seen: readonly EditBlock[], near: readonly EditBlock[]): void {
    const { scroller, page, layer, words } = this.options;
    const marks = this.options.marks();
    const { setting } = this;
    if (!marks || !setting) return;
    this.prepare(marks.base, setting.theme);
    const { top, bottom, height } = scroller.getBoundingClientRect();
    const pageBox = page.getBoundingClientRect();
    const deadline = performance.now() + spareTime;
    const keys = new Set<object>();
    const measured: { readonly block: PaintedBlock; readonly bands: readonly MeasuredBand[] }[] = [];
    let isAll = true;
    for (const block of new Set([...seen, ...near])) {
      const key = block.nodes[0] ?? block;
      const isAhead = !seen.includes(block);
      let painted = this.painted.get(key);
      if (!painted?.shows(block, setting)) {
        painted?.release();
        this.painted.delete(key);
        if (isAhead && performance.now() > deadline) {
          isAll = false;
          continue;
        }
        painted = new PaintedBlock(block, setting);
        this.painted.set(key, painted);
      }
      keys.add(key);
      const reach = isAhead ? ahead * height : 0;
      const part = { top: top - reach, bottom: bottom + reach, pageBox };
      measured.push({ block: painted, bands: painted.measure(marks, block.start, part) });
    }
    for (const [key, block] of this.painted) {
      if (keys.has(key)) continue;
      block.release();
      this.painted.delete(key);
    }
    for (const { block, bands } of measured) block.draw(bands, layer, words);
    if (!isAll) this.later();
  }

  /** New rules in a style sheet cost a style calculation: better all at once, before anything is measured. */
  private prepare(model: CodingModel, theme: Theme): void {
    if (this.prepared?.model === model && this.prepared.theme === theme) return;
    this.prepared = { model, theme };
    prepareTints(model, theme);
  }
}

/** Offset of the first paragraph of a block that ends below a height. */
function firstSeen({ nodes, elements, start }: EditBlock, top: number): number {
  const index = elements.findIndex((element) => element.getBoundingClientRect().bottom > top);
  return nodes.slice(0, Math.max(0, index)).reduce((offset, node) => offset + textLength(node) + 1, start);
}

function lengthOf({ nodes }: EditBlock): number {
  return nodes.reduce((sum, node) => sum + textLength(node) + 1, -1);
}
