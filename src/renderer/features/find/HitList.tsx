import type { FoundIn } from '../../../contract/find';
import type { SourceId } from '../../../core/ids';
import { useEngineQuery } from '../../client';
import { formatNumber, useTranslation } from '../../i18n';
import { chooseHits, type FindViewState, toggleClosed } from './find-view-store';
import { PlaceTree } from './PlaceTree';
import { chunkOf, inOneLine, type OnePlaceRow, type PlaceRow, spanOf } from './place-rows';
import type { TickState } from './Tick';

interface HitListProps {
  readonly state: FindViewState;
  readonly names: ReadonlyMap<SourceId, string>;
}

type Left = FindViewState['left'];

/** Hits by document, in their surroundings. */
export function HitList({ state, names }: HitListProps) {
  const { t } = useTranslation();
  const { found, closed, left, asked } = state;
  return (
    <PlaceTree<FoundIn>
      label={t('find:list')}
      found={found}
      closed={closed}
      names={names}
      question={asked}
      tickOf={(row) => tickOf(row, left)}
      tickedIn={({ sourceId, spans }) => spans.length / 2 - (left.get(sourceId)?.size ?? 0)}
      onToggle={(row) => toggle(row, left)}
      onToggleClosed={toggleClosed}
    >
      {(row) => <Words row={row} />}
    </PlaceTree>
  );
}

function tickOf(row: PlaceRow<FoundIn>, left: Left): TickState {
  const { sourceId, spans } = row.found;
  const out = left.get(sourceId);
  if (row.kind === 'place') return !out?.has(spanOf(row.found, row.place).start);
  if (!out || out.size === 0) return true;
  return out.size === spans.length / 2 ? false : 'mixed';
}

function toggle(row: PlaceRow<FoundIn>, left: Left): void {
  const { sourceId } = row.found;
  const out = left.get(sourceId);
  if (row.kind === 'document') chooseHits(sourceId, (out?.size ?? 0) > 0);
  else {
    const { start } = spanOf(row.found, row.place);
    chooseHits(sourceId, out?.has(start) ?? false, start);
  }
}

function Words({ row }: { readonly row: OnePlaceRow<FoundIn> }) {
  const { t } = useTranslation();
  const { found, place } = row;
  const { spans, index } = chunkOf(found.spans, place);
  const { data } = useEngineQuery('find.passages', { sourceId: found.sourceId, spans });
  const passage = data?.[index];
  return (
    <>
      <span className="hit__paragraph" title={t('find:paragraph')}>
        {passage ? formatNumber(passage.paragraph) : ''}
      </span>
      <span className="hit__before" dir="auto">
        <span>{passage ? inOneLine(passage.before) : ''}</span>
      </span>
      <span className="hit__rest" dir="auto">
        <mark>{passage ? inOneLine(passage.text) : '…'}</mark>
        {passage ? inOneLine(passage.after) : ''}
      </span>
    </>
  );
}
