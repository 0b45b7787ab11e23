import { MessagesSquare } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Segment } from '../../../core/structure';
import { formatNumber, useTranslation } from '../../i18n';
import { Button, Menu } from '../../ui';
import type { OpenDocument } from '../coding/open-documents';
import type { DocumentViewStore } from '../document/view-store';
import { turnAt } from './here';
import { turnEntries } from './turn-menu';
import { useSegments } from './use-structure';
import './TurnHere.css';

interface TurnHereProps {
  readonly open: OpenDocument;
  readonly view: DocumentViewStore;
  readonly canChange: boolean;
}

/** Who speaks at the caret, and what can be done with the turn: the keyboard's way to the menu of the margin. */
export function TurnHere({ open, view, canChange }: TurnHereProps) {
  const { t } = useTranslation();
  const segments = useSegments(open.sourceId);
  const turns = useMemo(() => segments.filter(({ kind }) => kind === 'turn'), [segments]);
  const start = useStore(view, (state) => state.selection.start);
  if (turns.length === 0) return null;
  const turn = turnAt(turns, open, start);
  if (!turn) return null;
  const items = () => {
    const [only] = turnEntries({ open, position: open.surface.selection().start, canChange });
    return only?.type === 'submenu' ? [...only.items] : [];
  };
  const number = turns.indexOf(turn) + 1;
  const speaker = turn.speaker || t('structure:unknownSpeaker');
  return (
    <Menu
      align="start"
      trigger={
        <Button
          variant="quiet"
          size="small"
          icon={MessagesSquare}
          className="turn-here"
          aria-label={t('structure:here', { speaker, number, all: turns.length })}
          title={turnTitle(turn)}
        >
          <span className="turn-here__name">{speaker}</span>
          {/* Said in words by the button's name, so it is written by the style sheet. */}
          <span
            className="turn-here__number"
            data-number={`${formatNumber(number)}/${formatNumber(turns.length)}`}
          />
        </Button>
      }
      items={items}
    />
  );
}

function turnTitle({ speaker, time }: Segment): string {
  return time === '' ? speaker : `${speaker}, ${time}`;
}
