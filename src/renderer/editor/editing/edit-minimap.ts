import { type ChangeList, type ChangeMap, createChangeMap, inverted } from '../../../core/anchoring';
import type { Theme } from '../../../core/colors';
import type { FlatSpans, TextSpan } from '../../../core/text';
import { Minimap, type MinimapElements } from '../minimap';
import type { DocumentText } from '../model/document-text';
import type { CodingModel } from '../paint/coding-model';

/** The text with which an edit began, at a glance, and where in it the window is: offsets of the edited text are mapped. */
export class EditMinimap {
  private readonly map: Minimap;
  private back: { readonly changes: ChangeList; readonly map: ChangeMap } | null = null;

  constructor(
    elements: MinimapElements,
    private readonly document: DocumentText,
    private readonly changes: () => ChangeList,
  ) {
    this.map = new Minimap(elements, document);
  }

  setModel(model: CodingModel): void {
    this.map.setModel(model);
  }

  setAppearance(height: number, theme: Theme): void {
    this.map.setAppearance(height, theme);
  }

  showView({ start, end }: TextSpan): void {
    this.map.showView(this.inBase(start), this.inBase(end));
  }

  /** UTF-16 units of the edited text. */
  setFound(spans: FlatSpans | null): void {
    this.map.setFound(spans?.map((offset) => this.inBase(offset)) ?? null);
  }

  /** UTF-16 offset of the edited text at a height of the map, pixels from its top. */
  offsetAt(y: number): number {
    const { positions } = this.document;
    const position = Math.min(positions.length, this.map.positionAt(y));
    return createChangeMap(this.changes()).map(positions.toUtf16(position), -1);
  }

  destroy(): void {
    this.map.destroy();
  }

  private inBase(offset: number): number {
    const changes = this.changes();
    if (this.back?.changes !== changes) this.back = { changes, map: createChangeMap(inverted(changes)) };
    const { positions, text } = this.document;
    return positions.toCodePoint(Math.min(text.length, this.back.map.map(offset, -1)));
  }
}
