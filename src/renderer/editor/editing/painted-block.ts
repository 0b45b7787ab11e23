import type { Theme } from '../../../core/colors';
import { createDomPlaces, type DomPlaces } from '../dom-places';
import { type Bands, planBands } from '../model/bands';
import { createDocumentText, type DocumentText } from '../model/document-text';
import { BandTints, type HeldTint } from '../paint/band-tints';
import { bandsBetween } from '../paint/bands-in-view';
import { type CodingModel, lookOf } from '../paint/coding-model';
import { type DrawnBand, drawBand, type MarginWords } from '../paint/draw-band';
import { type LeftNotes, leftNotes, noLeftNotes } from '../paint/left-notes';
import { type BandGeometry, measureBand, type Numbers } from '../paint/measure-band';
import type { PageColumns } from '../paint/page-columns';
import type { EditBlock } from './edit-blocks';
import { type LiveMarks, modelWithin, notesWithin } from './live-model';

/** How the page is set. */
export interface EditLook {
  readonly columns: PageColumns;
  readonly theme: Theme;
  readonly numbers: Numbers;
}

interface PaintedBand {
  readonly drawn: DrawnBand;
  readonly tints: readonly HeldTint[];
  top: number;
}

/** What of a block has to be drawn, measured from the page. */
export interface MeasuredBand {
  readonly band: number;
  readonly geometry: BandGeometry;
  readonly top: number;
}

export interface BlockWindow {
  /** Client coordinates. */
  readonly top: number;
  readonly bottom: number;
  readonly pageBox: DOMRect;
}

/** A block of an edited text with its codings painted. Long paragraphs are painted piece by piece, as they are seen. */
export class PaintedBlock {
  private readonly document: DocumentText;
  private readonly places: DomPlaces;
  private readonly plan: Bands;
  private readonly tints: BandTints;
  private readonly bands = new Map<number, PaintedBand>();
  private model: CodingModel | null = null;
  private notes: LeftNotes = noLeftNotes;
  private look = '';
  private of: { readonly marks: LiveMarks; readonly start: number } | null = null;

  constructor(
    private readonly block: EditBlock,
    private readonly setting: EditLook,
  ) {
    this.document = createDocumentText(block.nodes.map(({ textContent }) => textContent).join('\n'));
    const root = block.elements[0]?.parentElement ?? window.document.body;
    this.places = createDomPlaces(root, this.document, () => [...block.elements]);
    this.plan = planBands(this.document);
    this.tints = new BandTints(this.places);
  }

  /** Whether it is this block, and nothing of its text, its numbers or its setting is otherwise now. */
  shows({ nodes, elements, linesBefore, paragraphsBefore }: EditBlock, setting: EditLook): boolean {
    const { block } = this;
    return (
      setting === this.setting &&
      linesBefore === block.linesBefore &&
      paragraphsBefore === block.paragraphsBefore &&
      nodes.length === block.nodes.length &&
      nodes.every((node, index) => node === block.nodes[index]) &&
      elements.every((element, index) => element === block.elements[index])
    );
  }

  /** Reads from the page what is to be drawn, and moves what is drawn to where its lines are now. `start`: of the block. */
  measure(marks: LiveMarks, start: number, { top, bottom, pageBox }: BlockWindow): MeasuredBand[] {
    const { document, places, plan: bands, setting, block } = this;
    const model = this.modelOf(marks, start);
    const seen =
      bands.count === 1 ? { first: 0, last: 0 } : bandsBetween(top, bottom, { document, places, bands });
    const measured: MeasuredBand[] = [];
    for (let band = seen.first; band <= seen.last; band += 1) {
      const line = document.lineAt(bands.start(band));
      const originY = places.lineElement(line)?.getBoundingClientRect().top ?? 0;
      const painted = this.bands.get(band);
      if (painted) {
        align(painted, originY - pageBox.top);
        continue;
      }
      const geometry = measureBand(band, {
        document,
        places,
        bands,
        model,
        numbers: setting.numbers,
        notes: this.notes,
        originX: pageBox.left,
        originY,
      });
      const before = setting.numbers === 'lines' ? block.linesBefore : block.paragraphsBefore;
      const numbers = geometry.numbers.map((each) => ({ ...each, number: each.number + before }));
      measured.push({ band, geometry: { ...geometry, numbers }, top: originY - pageBox.top });
    }
    return measured;
  }

  /** Puts what was measured into the layer. */
  draw(measured: readonly MeasuredBand[], layer: HTMLElement, words: MarginWords): void {
    const { model } = this;
    if (!model) return;
    const { columns, theme } = this.setting;
    for (const { band, geometry, top } of measured) {
      const drawn = drawBand(geometry, { model, columns, theme, words });
      const painted = { drawn, tints: this.tints.add(geometry, model, theme), top: Number.NaN };
      align(painted, top);
      layer.append(drawn.element);
      this.bands.set(band, painted);
    }
  }

  private modelOf(marks: LiveMarks, start: number): CodingModel {
    if (this.model && this.of?.marks === marks && this.of.start === start) return this.model;
    const { positions } = this.document;
    const model = modelWithin(marks, start, positions);
    const notes = notesWithin(marks, start, positions);
    const look = `${lookOf(model, 0, Math.max(1, positions.length))}\n${JSON.stringify(notes)}`;
    if (look !== this.look) this.release();
    this.notes = leftNotes(notes);
    this.look = look;
    this.model = model;
    this.of = { marks, start };
    return model;
  }

  release(): void {
    for (const { drawn, tints } of this.bands.values()) {
      drawn.element.remove();
      this.tints.remove(tints);
    }
    this.bands.clear();
  }
}

function align(painted: PaintedBand, top: number): void {
  if (Math.abs(top - painted.top) < 0.5) return;
  painted.top = top;
  painted.drawn.element.style.transform = `translateY(${top}px)`;
}
