import { create } from 'zustand';
import type { CodeId, QuotationId } from '../../../core/ids';
import { openTab } from '../../app/workspace-store';

/** A code that quotations are sorted into: a subcode to be made, or one that is there. */
export interface SplitPart {
  readonly key: string;
  readonly name: string;
  /** Null: is made by the split. */
  readonly codeId: CodeId | null;
}

/** A split that is being prepared. Nothing of it is in the project before it is carried out. */
export interface SplitDraft {
  readonly parts: readonly SplitPart[];
  /** The key of the part that a quotation goes to; absent: it stays where it is. */
  readonly places: ReadonlyMap<QuotationId, string>;
}

export const emptyDraft: SplitDraft = { parts: [], places: new Map() };

/** By code, kept while the window is open: a tab may be left and come back. */
interface SplitStore {
  readonly drafts: ReadonlyMap<CodeId, SplitDraft>;
  /** Whose view was just asked for, and is to have the keyboard. */
  readonly wantedId: CodeId | null;
}

export const splitStore = create<SplitStore>(() => ({ drafts: new Map(), wantedId: null }));

export function openSplit(codeId: CodeId): void {
  splitStore.setState({ wantedId: codeId });
  openTab({ kind: 'split', codeId });
}

let lastPart = 0;

function change(codeId: CodeId, next: (draft: SplitDraft) => SplitDraft): void {
  splitStore.setState(({ drafts }) => ({
    drafts: new Map(drafts).set(codeId, next(drafts.get(codeId) ?? emptyDraft)),
  }));
}

/** Returns the key of the new part. */
export function addPart(codeId: CodeId, part: Omit<SplitPart, 'key'>): string {
  lastPart += 1;
  const key = `part-${lastPart}`;
  change(codeId, (draft) => ({ ...draft, parts: [...draft.parts, { ...part, key }] }));
  return key;
}

export function renamePart(codeId: CodeId, key: string, name: string): void {
  change(codeId, (draft) => ({
    ...draft,
    parts: draft.parts.map((part) => (part.key === key ? { ...part, name } : part)),
  }));
}

/** What was in the part stays with the code again. */
export function removePart(codeId: CodeId, key: string): void {
  change(codeId, (draft) => ({
    parts: draft.parts.filter((part) => part.key !== key),
    places: new Map([...draft.places].filter(([, place]) => place !== key)),
  }));
}

/** `key` null: back to what stays. */
export function place(codeId: CodeId, quotationId: QuotationId, key: string | null): void {
  change(codeId, (draft) => {
    const places = new Map(draft.places);
    if (key === null) places.delete(quotationId);
    else places.set(quotationId, key);
    return { ...draft, places };
  });
}

export function forgetDraft(codeId: CodeId): void {
  splitStore.setState(({ drafts }) => {
    const left = new Map(drafts);
    left.delete(codeId);
    return { drafts: left };
  });
}
