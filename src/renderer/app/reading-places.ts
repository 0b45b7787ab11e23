import type { SourceId } from '../../core/ids';
import type { TextSpan } from '../../core/text';
import type { ReadingPlace } from '../editor/scrolling';
import { keepLayout, layoutStore } from './layout-store';

/** Where somebody was in a document: what stood at the window's upper edge, and caret or selection. */
export interface PlaceInDocument {
  readonly reading: ReadingPlace;
  readonly selection: TextSpan;
}

/** Documents that were not looked at for long begin at their beginning again. */
const most = 200;

export function placeIn(sourceId: SourceId): PlaceInDocument | null {
  const place = layoutStore.getState().layout.places[sourceId];
  return isPlace(place) ? place : null;
}

/** Remembered with the layout of tabs and panels, by the project, on this machine. */
export function keepPlaceIn(sourceId: SourceId, place: PlaceInDocument): void {
  const { [sourceId]: _, ...others } = layoutStore.getState().layout.places;
  const kept = Object.entries(others).slice(1 - most);
  keepLayout({ places: Object.fromEntries([...kept, [sourceId, place]]) });
}

/** Whatever stands in the settings' file. */
function isPlace(value: unknown): value is PlaceInDocument {
  const { reading, selection } = { ...(value as Partial<PlaceInDocument> | undefined) };
  const numbers = [reading?.position, reading?.below ?? 0, selection?.start, selection?.end];
  return numbers.every((number) => Number.isFinite(number));
}
