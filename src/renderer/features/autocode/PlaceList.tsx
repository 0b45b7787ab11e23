import { placeStates } from '../../../contract/autocode';
import type { SourceId } from '../../../core/ids';
import { useTranslation } from '../../i18n';
import { PlaceTree } from '../find/PlaceTree';
import type { OnePlaceRow, PlaceRow } from '../find/place-rows';
import type { TickState } from '../find/Tick';
import { type AutocodeResult, type TickedPlaces, tick, toggleClosed } from './autocode-store';
import { PlaceWords } from './PlaceWords';

interface PlaceListProps {
  readonly result: AutocodeResult;
  readonly names: ReadonlyMap<SourceId, string>;
}

/** What is going to be coded, by document, in its surroundings, each place with its tick. */
export function PlaceList({ result, names }: PlaceListProps) {
  const { t } = useTranslation();
  return (
    <PlaceTree<TickedPlaces>
      label={t('autocode:list')}
      className="place-list"
      found={result.found}
      closed={result.closed}
      names={names}
      question={JSON.stringify(result.rule)}
      tickOf={tickOf}
      tickedIn={({ ticked }) => ticked}
      isDone={isCoded}
      onToggle={toggle}
      onToggleClosed={toggleClosed}
    >
      {(row) => <PlaceWords row={row} />}
    </PlaceTree>
  );
}

function tickOf(row: PlaceRow<TickedPlaces>): TickState {
  const { ticks, ticked } = row.found;
  if (row.kind === 'place') return ticks[row.place] === 1;
  return ticked === 0 ? false : ticked === ticks.length ? true : 'mixed';
}

function isCoded({ found, place }: OnePlaceRow<TickedPlaces>): boolean {
  return placeStates[found.states[place] ?? 0] === 'coded';
}

function toggle(row: PlaceRow<TickedPlaces>): void {
  const isIn = tickOf(row) !== true;
  tick(isIn, row.found.sourceId, row.kind === 'place' ? row.place : undefined);
}
