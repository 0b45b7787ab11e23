import { useEffect, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { attachEditor, draftFor } from './draft-registry';
import type { DraftOptions, DraftSnapshot } from './text-draft';

export interface TextDraftHandle extends DraftSnapshot {
  readonly type: (text: string) => void;
  /** Saves now; for blur. */
  readonly flush: () => Promise<void>;
}

/**
 * The draft of one text. `key` names the text (a new key is another text; the former one is flushed first) and
 * must say all that `options.write` depends on; `engineText` is what the engine says of it, undefined while that is
 * not known.
 */
export function useTextDraft(
  key: string,
  engineText: string | undefined,
  options: DraftOptions,
): TextDraftHandle {
  const draft = draftFor(key, options);
  const snapshot = useSyncExternalStore(draft.subscribe, draft.read);
  useEffect(() => attachEditor(key, draft), [key, draft]);
  useLayoutEffect(() => {
    if (engineText !== undefined) draft.receive(engineText);
  }, [draft, engineText]);
  return useMemo(
    () => ({ ...snapshot, type: (text) => draft.type(text), flush: () => draft.flush() }),
    [snapshot, draft],
  );
}
