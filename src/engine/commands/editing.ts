import type { CheckedArgs } from '../../contract/commands';
import {
  changesInCodePoints,
  changesInUtf16,
  createChangeMap,
  explains,
  mapSpan,
  type TextChange,
} from '../../core/anchoring';
import type { QuotationId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import { createPositionMap, normalizeText, type TextSpan } from '../../core/text';
import { deleteDraft } from '../../storage/repositories/drafts';
import type { ChangeHandlers } from '../context';
import { correctText } from '../editing/correct-text';
import { knownText, prepareReplacement, type Replacement } from '../editing/replacement';
import { knownSource } from './sources';

export const editingHandlers: ChangeHandlers<'source.editText' | 'source.replaceText'> = {
  'source.editText': (args, context) => {
    const base = knownText(context.database, args.id);
    refuseOtherBase(base.sha256, args.baseSha256);
    checkTyped(base.text, args);
    const sha256 = context.platform.sha256([args.text]);
    const map = createChangeMap(args.changes);
    return (change) => {
      const source = knownSource(change.database, args.id);
      refuseOtherBase(knownText(change.database, args.id).sha256, args.baseSha256);
      deleteDraft(change.database, args.id);
      const mayGo = new Set<QuotationId>(args.deleteIds ?? []);
      const value = correctText(change, {
        source,
        text: args.text,
        sha256,
        changes: args.changes,
        placeOf: (quotation) => {
          const place = mapSpan(quotation, map);
          if (!place && !mayGo.has(quotation.id)) throw new ExpectedError('conflict', emptied);
          return place;
        },
      });
      return { value, label: labelOf('source.editText', source.name, value.moved) };
    };
  },

  'source.replaceText': async (args, context) => {
    const replacement = await prepareReplacement(args, context);
    if (args.baseSha256 !== undefined) refuseOtherBase(replacement.base.sha256, args.baseSha256);
    const sha256 = context.platform.sha256([replacement.text]);
    const places = decided(args, replacement);
    await context.storing();
    return (change) => {
      const source = knownSource(change.database, args.id);
      refuseOtherBase(knownText(change.database, args.id).sha256, replacement.base.sha256);
      const value = correctText(change, {
        source,
        text: replacement.text,
        sha256,
        changes: replacement.changes,
        placeOf: (quotation) => {
          const known = places.get(quotation.id);
          if (known && known.old.start === quotation.start && known.old.end === quotation.end)
            return known.place;
          throw new ExpectedError('conflict', changedMeanwhile);
        },
      });
      return { value, label: labelOf('source.replaceText', source.name, value.moved) };
    };
  },
};

const emptied =
  'Of a quotation nothing would be left, and nobody agreed to delete it. Nothing was changed; look at what would be emptied and save again.';
const changedMeanwhile =
  'The document was changed meanwhile. Nothing was changed; compare the newer text again.';

function labelOf(key: 'source.editText' | 'source.replaceText', name: string, count: number) {
  return { key, values: { name, count } } as const;
}

function refuseOtherBase(now: string, expected: string): void {
  if (now === expected) return;
  throw new ExpectedError(
    'conflict',
    'The text was changed elsewhere since this correction was begun. Nothing was changed.',
  );
}

/** The text has to be as it would be stored, and the changes all of the difference, so that no passage shifts. */
function checkTyped(base: string, { text, changes }: CheckedArgs<'source.editText'>): void {
  if (text === '') {
    throw new ExpectedError('invalid', 'Nothing would be left of the text. Nothing was changed.');
  }
  if (normalizeText(text).text !== text) {
    throw new ExpectedError(
      'invalid',
      'The text holds characters that can’t be stored. Nothing was changed.',
    );
  }
  const maps = { before: createPositionMap(base), after: createPositionMap(text) };
  const units = isInOrder(changes, maps.before.length) ? changesInUtf16(changes, maps) : null;
  const isExact =
    units !== null &&
    explains(base, text, units) &&
    changesInCodePoints(units, maps).every((change, index) => isSame(change, changes[index]));
  if (!isExact) {
    throw new ExpectedError(
      'invalid',
      'The changes do not lead from the one text to the other. Nothing was changed.',
    );
  }
}

function isInOrder(changes: readonly TextChange[], length: number): boolean {
  let at = 0;
  return changes.every(({ from, to }) => {
    const isRight = from >= at && to >= from && to <= length;
    at = to;
    return isRight;
  });
}

function isSame(one: TextChange, other: TextChange | undefined): boolean {
  return one.from === other?.from && one.to === other.to && one.length === other.length;
}

interface Decided {
  readonly old: TextSpan;
  readonly place: TextSpan | null;
}

/** Every quotation's place, by what was found and what was said. Throws ExpectedError where somebody has to say more. */
function decided(
  { decisions = [], undecided = {} }: CheckedArgs<'source.replaceText'>,
  { found }: Replacement,
): ReadonlyMap<QuotationId, Decided> {
  const said = new Map(decisions.map(({ id, place }) => [id, place]));
  const places = new Map<QuotationId, Decided>();
  const open = { doubtful: 0, lost: 0 };
  for (const { id, outcome, place, old } of found) {
    const decision = said.get(id);
    said.delete(id);
    if (decision !== undefined) places.set(id, { old, place: decision });
    else if (outcome === 'kept' || outcome === 'moved') places.set(id, { old, place });
    else if (undecided[outcome] === undefined) open[outcome] += 1;
    else places.set(id, { old, place: undecided[outcome] === 'accept' ? place : null });
  }
  if (said.size > 0) {
    throw new ExpectedError(
      'notFound',
      'A quotation of which was said where it stands is not in the document (any more). Nothing was changed.',
    );
  }
  if (open.doubtful + open.lost > 0) throw new ExpectedError('conflict', undecidedSentence(open));
  return places;
}

function undecidedSentence({ doubtful, lost }: { doubtful: number; lost: number }): string {
  const parts = [
    ...(doubtful > 0
      ? [`of ${doubtful} ${doubtful === 1 ? 'quotation' : 'quotations'} the place is doubtful`]
      : []),
    ...(lost > 0 ? [`${lost} ${lost === 1 ? 'quotation was' : 'quotations were'} not found`] : []),
  ];
  const sentence = parts.join(', and ');
  return `In the newer text ${sentence}. Say of each where it stands, or that it goes. Nothing was changed.`;
}
