import { useLayoutEffect } from 'react';
import { emphasisStore } from '../../app/emphasis-store';
import { type Inspected, inspectorStore } from '../../app/inspector-store';
import type { CodingModel } from '../../editor/paint/coding-model';
import type { OpenDocument } from '../coding/open-documents';

const nothing: ReadonlySet<string> = new Set();

/**
 * Text and margin show what is meant: the one coding that is pointed at or focused anywhere, or else what the
 * inspector shows.
 */
export function useEmphasis(open: OpenDocument | null, model: CodingModel | null): void {
  useLayoutEffect(() => {
    if (!open || !model) return;
    const show = () => {
      const { id } = emphasisStore.getState();
      const isHere = id !== null && model.placeOf(id) !== undefined;
      const meant = isHere ? new Set([id]) : codingsOf(model, inspectorStore.getState().inspected);
      open.surface.emphasise(meant, meant);
    };
    show();
    const stops = [emphasisStore.subscribe(show), inspectorStore.subscribe(show)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [open, model]);
}

/** The coding that the inspector shows, or all of the quotation where none of them was meant. */
function codingsOf(model: CodingModel, inspected: Inspected): ReadonlySet<string> {
  if (inspected.kind !== 'quotation') return nothing;
  const { id, codingId } = inspected;
  const place = codingId === undefined ? undefined : model.placeOf(codingId);
  if (codingId !== undefined && place !== undefined && model.quotationId(place) === id)
    return new Set([codingId]);
  const chosen = new Set<string>();
  for (let at = 0; at < model.store.size; at += 1) if (model.quotationId(at) === id) chosen.add(model.id(at));
  return chosen;
}
