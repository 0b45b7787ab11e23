import { useLayoutEffect } from 'react';
import type { TextSpan } from '../../../core/text';
import { emphasisStore } from '../../app/emphasis-store';
import { type Inspected, inspectorStore } from '../../app/inspector-store';
import type { CodingModel } from '../../editor/paint/coding-model';
import type { OpenDocument } from '../coding/open-documents';
import type { DocumentViewStore } from './view-store';

const nothing: ReadonlySet<string> = new Set();

/**
 * Text and margin show what is meant: the one coding that is pointed at or focused anywhere, or else what the
 * inspector shows. Of that the text says nothing while another passage is selected: the eye is to find the selection.
 */
export function useEmphasis(
  open: OpenDocument | null,
  model: CodingModel | null,
  view: DocumentViewStore,
): void {
  useLayoutEffect(() => {
    if (!open || !model) return;
    let meant = nothing;
    let isPointed = false;
    let isInText = true;
    const show = () => {
      isInText = isPointed || !isElsewhere(model, meant, view.getState().selection);
      open.surface.emphasise(meant, isInText ? meant : nothing);
    };
    const look = () => {
      const { id } = emphasisStore.getState();
      isPointed = id !== null && model.placeOf(id) !== undefined;
      meant = isPointed && id ? new Set([id]) : codingsOf(model, inspectorStore.getState().inspected);
      show();
    };
    // The selection changes with every key: what is meant is not looked for anew, nor painted where nothing changes.
    const follow = () => {
      const { selection } = view.getState();
      if (isInText === (isPointed || !isElsewhere(model, meant, selection))) return;
      show();
    };
    look();
    const stops = [emphasisStore.subscribe(look), inspectorStore.subscribe(look), view.subscribe(follow)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [open, model, view]);
}

/** Something is selected, and it is not the passage of these codings. */
function isElsewhere(model: CodingModel, ids: ReadonlySet<string>, { start, end }: TextSpan): boolean {
  const [id] = ids;
  const place = id === undefined ? undefined : model.placeOf(id);
  if (place === undefined || start === end) return false;
  return model.store.starts[place] !== start || model.store.ends[place] !== end;
}

/** The coding that the inspector shows, or all of the quotation where none of them was meant. */
function codingsOf(model: CodingModel, inspected: Inspected): ReadonlySet<string> {
  if (inspected.kind !== 'quotation') return nothing;
  const { id, codingId } = inspected;
  const place = codingId === undefined ? undefined : model.placeOf(codingId);
  if (codingId !== undefined && place !== undefined && model.quotationId(place) === id)
    return new Set([codingId]);
  return new Set(model.placesOf(id).map(model.id));
}
