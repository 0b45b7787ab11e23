import { type DraftOptions, TextDraft } from './text-draft';

/**
 * One draft a text, however many editors show it: the memo in the inspector and in its own tab are the same
 * letters. A draft whose last editor has gone is flushed and let go; one that could not be saved is kept, so that
 * its words are there when its target is opened again.
 */
const drafts = new Map<string, { readonly draft: TextDraft; editors: number }>();

export function draftFor(key: string, options: DraftOptions): TextDraft {
  const known = drafts.get(key);
  if (known) return known.draft;
  const draft = new TextDraft(options);
  drafts.set(key, { draft, editors: 0 });
  return draft;
}

/** An editor has come; the answer is called when it goes. */
export function attachEditor(key: string, draft: TextDraft): () => void {
  const entry = drafts.get(key) ?? { draft, editors: 0 };
  drafts.set(key, entry);
  entry.editors += 1;
  return () => {
    entry.editors -= 1;
    void entry.draft.flush().then(() => {
      const isDone = entry.editors === 0 && entry.draft.read().state === 'saved';
      if (isDone && drafts.get(key) === entry) drafts.delete(key);
    });
  };
}

const others = new Set<() => Promise<void>>();

/** What else is being written somewhere, and has to be saved with it. */
export function flushWith(flush: () => Promise<void>): void {
  others.add(flush);
}

/** Saves everything that is being written: before a project closes, before something is undone, when the window goes. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([
    ...[...drafts.values()].map(({ draft }) => draft.flush()),
    ...[...others].map((flush) => flush()),
  ]);
}

for (const moment of ['pagehide', 'blur'] as const) window.addEventListener(moment, () => void flushDrafts());
