import {
  type ChangeList,
  changesInCodePoints,
  createChangeMap,
  diffText,
  explains,
  type TextChange,
  type Version,
} from '../../../core/anchoring';
import type { DocumentMarks } from '../../../core/document-marks';
import type { QuotationId, SourceId } from '../../../core/ids';
import { createPositionMap } from '../../../core/text';
import { run } from '../../client';
import { Edit } from '../../editor/editing/edit';
import type { StartPlace } from '../../editor/editing/edit-surface';
import type { DocumentText } from '../../editor/model/document-text';
import type { Measure, PageColumns } from '../../editor/paint/page-columns';
import { DraftKeeper } from './draft-keeper';
import { EditFind } from './edit-find';
import { LiveQuotations, type Outcome } from './live-quotations';

export interface SessionStart {
  readonly sourceId: SourceId;
  readonly base: BaseText;
  /**
   * What was corrected already; `isCarried`: it is on disk for an earlier text only. `at`: where to begin, UTF-16 units
   * of it; at the last correction unless said otherwise.
   */
  readonly draft: (Version & { readonly isCarried: boolean; readonly at?: number | undefined }) | null;
  /** Code points: where the reader was. */
  readonly caret: number;
  readonly top: { readonly position: number; readonly below: number } | null;
  readonly columns: ReadingColumns | null;
}

/** The text with which an edit begins. */
export interface BaseText {
  readonly document: DocumentText;
  readonly sha256: string;
}

/** How the page was set while it was read: so wide, with letters so large (pixels). */
export interface ReadingColumns {
  readonly width: number;
  readonly em: number;
  readonly measure: Measure;
  readonly columns: PageColumns;
  /** Its paragraphs follow each other without empty lines, and were set apart. */
  readonly isTight: boolean;
}

/** After a key, what it did to the quotations is told in such a pause (milliseconds). */
const calm = 120;

/** One text that is being corrected: it outlives its tab, and a crash by its draft. */
export class EditSession {
  readonly sourceId: SourceId;
  readonly edit: Edit;
  readonly quotations: LiveQuotations;
  readonly keeper: DraftKeeper;
  readonly find: EditFind;
  /** UTF-16 offsets at which the view begins: where the text was read, later where it was left. */
  start: StartPlace;
  readonly columns: ReadingColumns | null;
  outcome: Outcome = { changed: 0, losses: [] };
  isSaving = false;
  /** In a tab. */
  isShown = false;
  private version = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  readonly base: BaseText;

  constructor({ sourceId, base, draft, caret, top, columns }: SessionStart) {
    this.sourceId = sourceId;
    this.base = base;
    const { positions, text: before } = base.document;
    const { text, changes } = draft ?? { text: base.document, changes: [] };
    this.edit = new Edit(text, changes);
    this.quotations = new LiveQuotations(before, positions);
    this.find = new EditFind(this);
    const last = changes.at(-1);
    const behind = last ? createChangeMap(changes).map(last.to, 1) : positions.toUtf16(caret);
    const at = draft?.at ?? behind;
    this.start = {
      caret: at,
      top: draft || !top ? at : positions.toUtf16(top.position),
      below: draft || !top ? 120 : top.below,
    };
    this.columns = columns;
    this.keeper = new DraftKeeper(() => this.writeDraft(), this.tell);
    if (draft?.isCarried) this.keeper.typed();
    else if (draft) this.keeper.state = 'kept';
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): number => this.version;

  /** Whether the text with which the edit began is the one with this SHA-256. */
  isBasedOn(sha256: string): boolean {
    return sha256 === this.base.sha256;
  }

  get isChanged(): boolean {
    return this.edit.changes.length > 0;
  }

  /** The quotations as the project has them now. */
  takeQuotations(answer: DocumentMarks): void {
    // Those of another text say nothing here.
    if (answer.sha256 !== this.base.sha256) return;
    this.quotations.take(answer);
    this.weigh();
  }

  /** Something was typed. */
  readonly typed = (changes: readonly TextChange[]): void => {
    this.keeper.typed();
    this.find.typed(changes);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.weigh(), calm);
  };

  /** What the edit does to the quotations, as of now. */
  weigh(): void {
    clearTimeout(this.timer);
    this.outcome = this.quotations.outcome(this.edit.changes);
    this.tell();
  }

  /** What is to be saved. */
  corrected(deleteIds: readonly QuotationId[]) {
    const { text, changes } = this.now();
    return {
      id: this.sourceId,
      baseSha256: this.base.sha256,
      text,
      changes: [...changes],
      deleteIds: [...deleteIds],
    };
  }

  /** Where the caret is, for the reading view afterwards; code points of the edited text. */
  caret(offset: number): number {
    return createPositionMap(this.edit.text()).toCodePoint(offset);
  }

  showSaving(isSaving: boolean): void {
    this.isSaving = isSaving;
    this.tell();
  }

  private readonly tell = (): void => {
    this.version += 1;
    for (const listener of this.listeners) listener();
  };

  /** The text with all that differs, in code points. */
  private now(): { text: string; changes: ChangeList } {
    const text = this.edit.text();
    const typed = this.edit.changes;
    // What was noted while typing is more exact than any comparison, but it must lead to the text.
    const { text: before, positions } = this.base.document;
    const changes = explains(before, text, typed) ? typed : diffText(before, text);
    const maps = { before: positions, after: createPositionMap(text) };
    return { text, changes: changesInCodePoints(changes, maps) };
  }

  private async writeDraft(): Promise<boolean> {
    if (!this.isChanged) return (await run('draft.discard', { sourceId: this.sourceId })).ok;
    const { text, changes } = this.now();
    const first = changes[0];
    const last = changes.at(-1);
    if (!first || !last) return true;
    const grown = changes.reduce((sum, { from, to, length }) => sum + length - (to - from), 0);
    const after = createPositionMap(text);
    const inserted = text.slice(after.toUtf16(first.from), after.toUtf16(last.to + grown));
    const result = await run('draft.save', {
      sourceId: this.sourceId,
      baseSha256: this.base.sha256,
      start: first.from,
      removed: last.to - first.from,
      inserted,
      changes: [...changes],
    });
    return result.ok;
  }
}
