import { labelInEnglish } from '../../contract/labels';
import type { QuotationId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import { changeSetAt, changesOf } from '../../storage/change-log/change-sets';
import { entriesTouching, rowsInTheWay, textsInTheWay } from '../../storage/change-log/dependents';
import { recorded } from '../../storage/change-log/recording';
import { type RowState, statesAfter, statesBefore, statesNow } from '../../storage/change-log/row-states';
import { besideSiblings } from '../../storage/change-log/sibling-places';
import { deleteQuotationIfBare } from '../../storage/repositories/codings';
import { codedFolders, namesGivenTwice, treesWithRings } from '../../storage/repositories/trees';
import { type Changed, type ChangePath, inOneStep, joinedCoder, labelOf } from './entries';
import { putAsChange } from './restore';

/**
 * Takes one old entry back alone, as a change of its own. Throws ExpectedError `conflict` where something later
 * depends on it, and says what.
 */
export function revert(path: ChangePath, args: { readonly sequence: number }): Changed<null> {
  const { database, platform } = path;
  const now = platform.clock();
  return inOneStep(path, () => {
    const entry = changeSetAt(database, args.sequence);
    if (!entry) {
      throw new ExpectedError('notFound', `The history has no entry ${args.sequence}. Nothing was changed.`);
    }
    if (entry.kind !== 'change' || entry.state !== 'done') {
      throw new ExpectedError(
        'invalid',
        'Only a change that is in force can be taken back alone. Nothing was changed.',
      );
    }
    const changes = changesOf(database, entry.sequence);
    const states = statesBefore(changes);
    refuseWhereNeeded(path, entry.sequence, states, statesAfter(changes));
    const coder = joinedCoder(path, now);
    const label = labelOf(entry);
    const quotations = quotationsOf(states, statesAfter(changes));
    const changed = putAsChange(
      path,
      besideSiblings(database, states),
      {
        command: 'history.revert',
        label: { key: 'history.revert', values: { ...label.values, what: label.key } },
        target: entry,
        coder,
        now,
      },
      // What a coding or memo was taken from must not stay behind as a mark without meaning.
      (sequence) =>
        recorded(database, sequence, () => {
          for (const id of quotations) deleteQuotationIfBare(database, id);
        }),
    );
    refuseBrokenTrees(path);
    return changed;
  });
}

/** What no foreign key holds. */
function refuseBrokenTrees({ database }: ChangePath): void {
  const [ring] = treesWithRings(database);
  if (ring) {
    throw new ExpectedError(
      'conflict',
      `Later moves depend on this one: the ${ring.what} “${ring.name}” would lie beneath itself. Nothing was changed.`,
    );
  }
  const [name] = namesGivenTwice(database);
  if (name !== undefined) {
    throw new ExpectedError(
      'conflict',
      `The name “${name}” has been given to another meanwhile. Nothing was changed.`,
    );
  }
  const [folder] = codedFolders(database);
  if (folder !== undefined) {
    throw new ExpectedError(
      'conflict',
      `“${folder}” is a folder now, and this would put codings on it. Nothing was changed.`,
    );
  }
}

const namedAtMost = 3;

function refuseWhereNeeded(
  { database }: ChangePath,
  sequence: number,
  before: readonly RowState[],
  after: readonly RowState[],
): void {
  const now = statesNow(database, after);
  const changedLater = after.flatMap(({ row_id, image }, index) =>
    now[index]?.image === image ? [] : [row_id],
  );
  const inTheWay = new Set([
    ...changedLater,
    ...rowsInTheWay(database, before),
    ...textsInTheWay(database, sequence, before),
  ]);
  if (inTheWay.size === 0) return;
  const entries = entriesTouching(database, sequence, inTheWay);
  const named = entries.slice(0, namedAtMost).map((each) => {
    const entry = changeSetAt(database, each);
    return entry ? `${each} (${labelInEnglish(labelOf(entry))})` : String(each);
  });
  const more = entries.length - named.length;
  const what = `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  throw new ExpectedError(
    'conflict',
    `${entries.length === 1 ? 'A later change depends' : 'Later changes depend'} on this one${
      entries.length > 0 ? `: ${what}` : ''
    }. Take ${entries.length === 1 ? 'it' : 'them'} back first, or go back to the point before. Nothing was changed.`,
    // For the window, which can show these entries.
    entries.join(' '),
  );
}

/** Quotations that lose a coding or a memo. */
function quotationsOf(before: readonly RowState[], after: readonly RowState[]): Set<QuotationId> {
  const found = new Set<QuotationId>();
  before.forEach(({ table_name }, index) => {
    if (table_name !== 'coding' && table_name !== 'memo') return;
    const image = after[index]?.image;
    const id = image ? (JSON.parse(image) as { quotation_id: QuotationId | null }).quotation_id : null;
    if (id !== null) found.add(id);
  });
  return found;
}
