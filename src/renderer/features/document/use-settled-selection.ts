import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { TextSpan } from '../../../core/text';
import type { DocumentViewStore } from './view-store';

/** Milliseconds after which a selection made by keyboard counts as meant: moving on by sentences shows nothing. */
const pause = 500;

/** The selection once the person has come to rest: the mouse button is up, or no key was pressed for a moment. */
export function useSettledSelection(view: DocumentViewStore): TextSpan | null {
  const { selection, isByMouse, isPressed } = useStore(view);
  const [settled, setSettled] = useState<TextSpan | null>(null);
  const isEmpty = selection.start === selection.end;
  useEffect(() => {
    if (isEmpty || isPressed) return;
    const timer = setTimeout(() => setSettled(selection), isByMouse ? 0 : pause);
    return () => clearTimeout(timer);
  }, [selection, isByMouse, isPressed, isEmpty]);
  return isEmpty || isPressed ? null : settled;
}
