import { placeStates } from '../../../contract/autocode';
import type { FlatSpans } from '../../../core/text';
import { useEngineQuery } from '../../client';
import { formatNumber, useTranslation } from '../../i18n';
import { chunkOf, inOneLine, type OnePlaceRow } from '../find/place-rows';
import type { TickedPlaces } from './autocode-store';
import { besideHit } from './beside-hit';

/** Code points of a hit that a line may show: what is hit may be a whole section. */
const shownLength = 240;

/** A place with the words around it: what is coded apart from what is not, and the hit in it. */
export function PlaceWords({ row }: { readonly row: OnePlaceRow<TickedPlaces> }) {
  const { t } = useTranslation();
  const { found, place } = row;
  const { spans, index } = chunkOf(found.hits, place, shortened);
  const { data } = useEngineQuery('find.passages', { sourceId: found.sourceId, spans });
  const passage = data?.[index];
  const start = found.hits[place * 2] ?? 0;
  const shownEnd = spans[index * 2 + 1] ?? start;
  const beside =
    passage &&
    besideHit(passage, {
      before: start - (found.spans[place * 2] ?? start),
      after: Math.max(0, (found.spans[place * 2 + 1] ?? shownEnd) - shownEnd),
    });
  const state = placeStates[found.states[place] ?? 0] ?? 'new';
  const count = found.counts[place] ?? 1;
  const words = passage ? inOneLine(passage.text) : '…';
  const isAlone = isWhole(found, place);
  return (
    <>
      <span className="hit__paragraph" title={t('autocode:paragraph')}>
        {passage ? formatNumber(passage.paragraph) : ''}
      </span>
      {isAlone ? (
        <span className="place__whole" dir="auto">
          <span className="place__own">{words}</span>
        </span>
      ) : (
        <>
          <span className="hit__before" dir="auto">
            <span>
              {beside?.outsideBefore}
              {beside && beside.before !== '' && <span className="place__own">{beside.before}</span>}
            </span>
          </span>
          <span className="hit__rest" dir="auto">
            <mark>{words}</mark>
            {beside && beside.after !== '' && <span className="place__own">{beside.after}</span>}
            {beside?.outsideAfter}
          </span>
        </>
      )}
      {!isAlone && count > 1 && <span className="place__about">{t('autocode:hitsHere', { count })}</span>}
      {state !== 'new' && <span className="place__about">{t(`autocode:state.${state}`)}</span>}
    </>
  );
}

/** A turn or the like that is the hit itself: there is nothing in it to point at. */
function isWhole({ find, spans, hits }: TickedPlaces, place: number): boolean {
  return (
    find !== 'words' && spans[place * 2] === hits[place * 2] && spans[place * 2 + 1] === hits[place * 2 + 1]
  );
}

function shortened(spans: FlatSpans): FlatSpans {
  return spans.map((position, at) =>
    at % 2 === 0 ? position : Math.min(position, (spans[at - 1] ?? 0) + shownLength),
  );
}
