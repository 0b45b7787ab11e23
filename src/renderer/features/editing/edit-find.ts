import { createStore, type StoreApi } from 'zustand';
import { createChangeMap, type TextChange } from '../../../core/anchoring';
import { createReplacement, type SearchPattern } from '../../../core/search';
import { createPositionMap, type FlatSpans, normalizeText } from '../../../core/text';
import { engine } from '../../client';
import type { Edit } from '../../editor/editing/edit';
import type { EditSurface, StartPlace } from '../../editor/editing/edit-surface';
import { findMemory, keepFind } from '../find/find-options';
import { hitInHand } from '../find/find-steps';
import type { LiveQuotations } from './live-quotations';

/** Words looked for in a text that is being corrected. Offsets are UTF-16 units of the text as it is. */
export interface EditFindState {
  readonly isOpen: boolean;
  readonly text: string;
  /** What is to stand in their place. */
  readonly words: string;
  readonly spans: FlatSpans;
  /** There are more hits than are told. */
  readonly isCut: boolean;
  /** Index of the hit in hand, -1 where there is none. */
  readonly current: number;
  readonly wrapped: 'toStart' | 'toEnd' | null;
  /** Quotations that have a hit in them. */
  readonly touched: number;
  readonly error: string | null;
  /** How many were replaced just now. */
  readonly replaced: number | null;
  /** Grows when a field is to take the keyboard. */
  readonly focus: { readonly field: 'text' | 'words'; readonly count: number };
}

const none = new Int32Array(0);
/** After a key in the text, milliseconds until it is searched again. */
const calm = 200;
/** A longer selection, or one of several paragraphs, is hardly what is looked for. */
const longestSelection = 200;

/** The edit whose text is searched. */
interface Searched {
  readonly edit: Edit;
  readonly quotations: LiveQuotations;
  readonly start: StartPlace;
}

export class EditFind {
  readonly store: StoreApi<EditFindState> = createStore<EditFindState>(() => ({
    isOpen: false,
    text: '',
    words: '',
    spans: none,
    isCut: false,
    current: -1,
    wrapped: null,
    touched: 0,
    error: null,
    replaced: null,
    focus: { field: 'text', count: 0 },
  }));
  private surface: EditSurface | null = null;
  /** Where the person is: the hit in hand is the first from here on. */
  private at = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  /** What was typed since the text was handed over that is being searched. */
  private since: TextChange[] = [];

  constructor(private readonly session: Searched) {}

  /** What is on the screen of it; null while the tab is not shown. */
  showOn(surface: EditSurface | null): void {
    this.surface = surface;
    this.paint();
  }

  /** With the selected words, or those that were looked for last. */
  open(field: 'text' | 'words' = 'text', wanted?: string): void {
    const { text, focus } = this.store.getState();
    this.at = this.surface?.selection().start ?? this.session.start.caret;
    const known = text === '' ? findMemory.getState().words : text;
    const sought = wanted ?? this.selectedWords() ?? known;
    this.store.setState({
      isOpen: true,
      text: sought,
      replaced: null,
      focus: { field, count: focus.count + 1 },
    });
    void this.search(true);
  }

  close(): void {
    const { text, spans, current } = this.store.getState();
    if (text !== '') keepFind({ words: text });
    clearTimeout(this.timer);
    this.asked += 1;
    this.store.setState({ isOpen: false, spans: none, current: -1, replaced: null });
    this.paint();
    this.surface?.focus();
    const [start, end] = [spans[current * 2], spans[current * 2 + 1]];
    if (start !== undefined && end !== undefined) this.surface?.select({ start, end });
  }

  lookFor(text: string): void {
    this.store.setState({ text, replaced: null });
    void this.search(true);
  }

  /** It is looked for in another way now. */
  lookAnew(): void {
    void this.search(true);
  }

  replaceBy(words: string): void {
    this.store.setState({ words, replaced: null });
  }

  /** The text was changed: hits go along, and what is new is looked through in the next pause. */
  typed(changes: readonly TextChange[]): void {
    const { isOpen, spans, current } = this.store.getState();
    this.since.push(...changes);
    if (!isOpen) return;
    const start = spans[current * 2];
    if (start !== undefined) this.at = start;
    for (const change of changes) this.at = createChangeMap([change]).map(this.at, 1);
    this.take(changes.reduce(following, spans));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.search(false), calm);
  }

  /** To the next or previous hit; opens the bar where it is not open. */
  step(by: 1 | -1): void {
    if (!this.store.getState().isOpen) {
      this.open();
      return;
    }
    const { spans, current } = this.store.getState();
    const from = spans[current * 2] ?? this.at;
    const { index, wrapped } = hitInHand(spans, { at: from, steps: current < 0 ? 0 : by, last: by });
    this.at = spans[index * 2] ?? this.at;
    this.store.setState({ current: index, wrapped, replaced: null });
    this.paint();
    this.show();
  }

  /** Replaces the hit in hand, and goes on to the next. */
  replace(): void {
    const { spans, current } = this.store.getState();
    const [from, to] = [spans[current * 2], spans[current * 2 + 1]];
    if (from === undefined || to === undefined || !this.surface) return;
    const words = this.replacement()(this.session.edit.text(), from, to);
    this.surface.replace([{ from, to, words }]);
    this.at = from + words.length;
    this.take(this.store.getState().spans);
    this.show();
  }

  /** Replaces all hits as one step. */
  replaceAll(): void {
    const { spans } = this.store.getState();
    if (spans.length === 0 || !this.surface) return;
    const text = this.session.edit.text();
    const wordsOf = this.replacement();
    const all = Array.from({ length: spans.length / 2 }, (_, hit) => {
      const [from = 0, to = 0] = [spans[hit * 2], spans[hit * 2 + 1]];
      return { from, to, words: wordsOf(text, from, to) };
    });
    this.surface.replace(all);
    this.store.setState({ replaced: all.length });
  }

  /** Takes back what was replaced just now. */
  undo(): void {
    this.surface?.undo();
    this.store.setState({ replaced: null });
  }

  private pattern(): SearchPattern {
    const { options } = findMemory.getState();
    const kind = options.kind === 'terms' ? 'text' : options.kind;
    return { ...options, kind, text: this.store.getState().text };
  }

  private replacement() {
    return createReplacement(this.pattern(), normalizeText(this.store.getState().words).text);
  }

  /** `isNew`: other words are looked for, so the hit in hand comes into view. */
  private async search(isNew: boolean): Promise<void> {
    clearTimeout(this.timer);
    this.asked += 1;
    const { asked } = this;
    const pattern = this.pattern();
    if (pattern.text === '') {
      this.store.setState({ error: null, isCut: false });
      this.take(none);
      return;
    }
    this.since = [];
    const text = this.session.edit.text();
    const result = await engine.query('find.inText', { pattern, text });
    if (asked !== this.asked) return;
    if (!result.ok) {
      this.store.setState({ error: result.error.message });
      this.take(none);
      return;
    }
    const { spans, isCut } = result.value;
    const positions = createPositionMap(text);
    const inUnits = positions.isIdentity ? spans : spans.map((position) => positions.toUtf16(position));
    this.store.setState({ error: null, isCut });
    this.take(this.since.reduce(following, inUnits));
    if (isNew) this.show();
  }

  private take(spans: FlatSpans): void {
    const { index } = hitInHand(spans, { at: this.at, steps: 0, last: 0 });
    const touched = this.session.quotations.countTouched(this.session.edit.changes, spans);
    this.store.setState({ spans, current: index, wrapped: null, touched });
    this.paint();
  }

  private paint(): void {
    const { isOpen, spans, current } = this.store.getState();
    this.surface?.showFound(isOpen ? spans : null, current);
  }

  private show(): void {
    const { spans, current } = this.store.getState();
    const start = spans[current * 2];
    if (start !== undefined) void this.surface?.bringIntoView(start);
  }

  private selectedWords(): string | null {
    const selection = this.surface?.selection();
    if (!selection || selection.start === selection.end) return null;
    if (selection.end - selection.start > longestSelection) return null;
    const words = this.session.edit.text().slice(selection.start, selection.end);
    return words.includes('\n') ? null : words;
  }
}

/** Hits after a change: those that it touches are none any more. */
function following(spans: FlatSpans, { from, to, length }: TextChange): FlatSpans {
  const kept = new Int32Array(spans.length);
  let count = 0;
  const by = length - (to - from);
  for (let at = 0; at < spans.length; at += 2) {
    const [start = 0, end = 0] = [spans[at], spans[at + 1]];
    const isBefore = end <= from;
    const isBehind = start >= to;
    if (!isBefore && !isBehind) continue;
    const shift = isBefore ? 0 : by;
    kept[count] = start + shift;
    kept[count + 1] = end + shift;
    count += 2;
  }
  return kept.subarray(0, count);
}
