import type { DraftAnswer } from '../../../contract/editing';
import type { QueryResult } from '../../../contract/queries';
import {
  type ChangeList,
  changesInCodePoints,
  changesInUtf16,
  diffText,
  explains,
} from '../../../core/anchoring';
import type { QuotationId, SourceId } from '../../../core/ids';
import { createPositionMap, type PositionMap } from '../../../core/text';
import { run } from '../../client';
import { Edit } from '../../editor/editing/edit';
import { DraftKeeper } from './draft-keeper';
import { LiveQuotations, type Outcome } from './live-quotations';

export interface SessionStart {
  readonly sourceId: SourceId;
  readonly base: { readonly text: string; readonly sha256: string };
  readonly draft: DraftAnswer | null;
  /** Code points: where the reader was. */
  readonly caret: number;
  readonly top: { readonly position: number; readonly below: number } | null;
  readonly columns: ReadingColumns | null;
}

/** Where the text stood while it was read, pixels: in a view so wide, with letters so large. */
export interface ReadingColumns {
  readonly viewWidth: number;
  readonly em: number;
  readonly textLeft: number;
  readonly textWidth: number;
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
  /** UTF-16 offsets at which the view begins. */
  readonly start: {
    readonly caret: number;
    readonly top: number;
    readonly below: number;
    readonly columns: ReadingColumns | null;
  };
  outcome: Outcome = { changed: 0, losses: [] };
  isSaving = false;
  private version = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly positions: PositionMap;
  private readonly listeners = new Set<() => void>();
  private readonly base: { readonly text: string; readonly sha256: string };

  constructor({ sourceId, base, draft, caret, top, columns }: SessionStart) {
    this.sourceId = sourceId;
    this.base = base;
    this.positions = createPositionMap(base.text);
    const { text, changes } = draft
      ? drafted(base.text, this.positions, draft)
      : { text: base.text, changes: [] };
    this.edit = new Edit(text, changes);
    this.quotations = new LiveQuotations(base.text, this.positions);
    const at = draft ? (changes.at(-1)?.from ?? 0) : this.positions.toUtf16(caret);
    this.start = {
      caret: at,
      top: draft || !top ? at : this.positions.toUtf16(top.position),
      below: draft || !top ? 120 : top.below,
      columns,
    };
    this.keeper = new DraftKeeper(() => this.writeDraft(), this.tell);
    if (draft) this.keeper.state = 'kept';
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
  takeQuotations(answer: Pick<QueryResult<'source.codings'>, 'quotations' | 'codings' | 'sha256'>): void {
    // Those of another text say nothing here.
    if (answer.sha256 !== this.base.sha256) return;
    this.quotations.take(answer);
    this.weigh();
  }

  /** Something was typed. */
  readonly typed = (): void => {
    this.keeper.typed();
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
    const changes = explains(this.base.text, text, typed) ? typed : diffText(this.base.text, text);
    const maps = { before: this.positions, after: createPositionMap(text) };
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

/** The text of a draft, with what differs in UTF-16 units. */
function drafted(
  base: string,
  positions: PositionMap,
  { start, removed, inserted, changes }: DraftAnswer,
): { text: string; changes: ChangeList } {
  const text =
    base.slice(0, positions.toUtf16(start)) + inserted + base.slice(positions.toUtf16(start + removed));
  const inUnits = changesInUtf16(changes, { before: positions, after: createPositionMap(text) });
  return { text, changes: explains(base, text, inUnits) ? inUnits : diffText(base, text) };
}
