import type { DraftAnswer } from '../../../contract/editing';
import { changesInUtf16, diffText, explains, type Version } from '../../../core/anchoring';
import { createPositionMap, type PositionMap } from '../../../core/text';

/** The text of a draft, with what differs in UTF-16 units. */
export function draftedText(
  base: string,
  positions: PositionMap,
  { start, removed, inserted, changes }: DraftAnswer,
): Version {
  const text =
    base.slice(0, positions.toUtf16(start)) + inserted + base.slice(positions.toUtf16(start + removed));
  const inUnits = changesInUtf16(changes, { before: positions, after: createPositionMap(text) });
  return { text, changes: explains(base, text, inUnits) ? inUnits : diffText(base, text) };
}
