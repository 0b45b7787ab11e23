import {
  Combine,
  Heading,
  MessagesSquare,
  PencilLine,
  RotateCcw,
  Split,
  Tag,
  TextSelect,
  UserPen,
  X,
} from 'lucide-react';
import type { Segment } from '../../../core/structure';
import { segmentAt } from '../../../core/structure';
import { t } from '../../i18n';
import type { MenuEntry } from '../../ui';
import type { OpenDocument } from '../coding/open-documents';
import { selectedPassage } from '../coding/passage';
import { heldStructure, turnAt } from './here';
import {
  addHere,
  codeTurn,
  joinTurn,
  recogniseAnew,
  removeSegment,
  selectTurn,
  splitTurn,
} from './structure-commands';
import { askStructure } from './structure-store';

export interface TurnMenuQuestion {
  readonly open: OpenDocument;
  /** Where in the text the menu was asked for; null: beside it. */
  readonly position: number | null;
  readonly canChange: boolean;
}

/** What can be done with the turn or heading at a position, as one submenu; empty where there is nothing. */
export function turnEntries(question: TurnMenuQuestion): MenuEntry[] {
  const { open, position, canChange } = question;
  const structure = heldStructure(open.sourceId);
  if (!structure) return [];
  const at = position ?? open.surface.selection().start;
  const turn = turnAt(structure.segments, open, at);
  const heading = segmentAt(structure.segments, 'heading', at);
  const isSelected = selectedPassage(open) !== null;
  const correct: MenuEntry[] = [
    ...(isSelected && !turn
      ? [item(t('structure:menu.makeTurn'), MessagesSquare, canChange, () => addHere(open, 'turn'))]
      : []),
    ...(isSelected && !heading
      ? [item(t('structure:menu.makeHeading'), Heading, canChange, () => addHere(open, 'heading'))]
      : []),
    ...(structure.mode === 'corrected'
      ? [item(t('structure:menu.recognise'), RotateCcw, canChange, () => void recogniseAnew(open.sourceId))]
      : []),
  ];
  const entries: MenuEntry[] = [
    ...(turn ? [...turnItems(question, turn, at), ...separated(correct)] : []),
    ...(heading && !turn ? [...headingItems(question, heading), ...separated(correct)] : []),
    ...(!turn && !heading ? correct : []),
  ];
  if (entries.length === 0) return [];
  const label = turn
    ? t('structure:menu.turn', { speaker: turn.speaker || t('structure:unknownSpeaker') })
    : t(heading ? 'structure:menu.heading' : 'structure:menu.title');
  return [{ type: 'submenu', label, icon: heading && !turn ? Heading : MessagesSquare, items: entries }];
}

function turnItems({ open, canChange }: TurnMenuQuestion, turn: Segment, at: number): MenuEntry[] {
  const { sourceId } = open;
  const isFirst = heldStructure(sourceId)?.segments.find(({ kind }) => kind === 'turn') === turn;
  return [
    item(t('structure:menu.select'), TextSelect, true, () => later(() => selectTurn(open, turn))),
    item(t('structure:menu.code'), Tag, canChange, () => later(() => codeTurn(open, turn))),
    { type: 'separator' },
    item(t('structure:menu.correct'), PencilLine, canChange, () =>
      later(() => askStructure({ kind: 'change', sourceId, segment: turn })),
    ),
    item(
      turn.speaker ? t('structure:menu.rename', { speaker: turn.speaker }) : t('structure:menu.nameUnknown'),
      UserPen,
      canChange,
      () => later(() => askStructure({ kind: 'rename', sourceId, speaker: turn.speaker })),
    ),
    item(
      t('structure:menu.split'),
      Split,
      canChange && at > turn.start && at < turn.end,
      () => void splitTurn(sourceId, turn, at),
    ),
    item(t('structure:menu.join'), Combine, canChange && !isFirst, () => void joinTurn(sourceId, turn)),
    item(t('structure:menu.removeTurn'), X, canChange, () => void removeSegment(sourceId, turn)),
  ];
}

function headingItems({ open, canChange }: TurnMenuQuestion, heading: Segment): MenuEntry[] {
  const { sourceId } = open;
  return [
    item(t('structure:menu.correct'), PencilLine, canChange, () =>
      later(() => askStructure({ kind: 'change', sourceId, segment: heading })),
    ),
    item(t('structure:menu.removeHeading'), X, canChange, () => void removeSegment(sourceId, heading)),
  ];
}

function item(
  label: string,
  icon: NonNullable<Extract<MenuEntry, { onSelect: unknown }>['icon']>,
  isEnabled: boolean,
  onSelect: () => void,
): MenuEntry {
  return { label, icon, isEnabled, onSelect };
}

function separated(entries: readonly MenuEntry[]): readonly MenuEntry[] {
  return entries.length === 0 ? [] : [{ type: 'separator' }, ...entries];
}

/** After the menu has given the focus back. */
function later(act: () => void): void {
  setTimeout(act, 0);
}
