import { Wand2 } from 'lucide-react';
import type { SourceId } from '../../../core/ids';
import { type Segment, speakersOf } from '../../../core/structure';
import { openTab } from '../../app/workspace-store';
import { formatNumber, useTranslation } from '../../i18n';
import { classNames, IconButton } from '../../ui';
import { openAutocode } from '../autocode/autocode-wish';
import { activeDocument } from '../coding/open-documents';
import { Section } from '../inspector/Section';
import { chooseSpeaker, speakerStore } from './speaker-store';
import { askStructure } from './structure-store';
import { useSegments } from './use-structure';
import './SpeakersSection.css';

/** Who speaks in a document, how often and how much; a click marks what they say and goes to it. */
export function SpeakersSection({ id, canChange }: { readonly id: SourceId; readonly canChange: boolean }) {
  const { t } = useTranslation();
  const segments = useSegments(id);
  const chosen = speakerStore((store) => (store.chosen?.sourceId === id ? store.chosen.speaker : null));
  const speakers = speakersOf(segments);
  const all = speakers.reduce((sum, { characters }) => sum + characters, 0);
  if (speakers.length === 0) return null;
  return (
    <Section
      title={t('structure:speakers')}
      aside={<span className="inspector__aside">{formatNumber(speakers.length)}</span>}
    >
      <ul className="speakers" aria-label={t('structure:speakers')}>
        {speakers.map(({ name, turns, characters }) => {
          const shown = name || t('structure:unknownSpeaker');
          const isChosen = chosen === name;
          return (
            <li key={name} className={classNames('speakers__row', isChosen && 'is-chosen')}>
              <button
                type="button"
                className="speakers__face"
                aria-pressed={isChosen}
                title={t('structure:speakerHow', { speaker: shown })}
                onClick={() => {
                  chooseSpeaker(isChosen ? null : { sourceId: id, speaker: name });
                  if (!isChosen) showTurn(id, segments, name);
                }}
                onDoubleClick={() => {
                  if (canChange) askStructure({ kind: 'rename', sourceId: id, speaker: name });
                }}
              >
                <span className="speakers__name">{shown}</span>
                <span className="speakers__share">
                  {t('structure:percent', { value: Math.round((100 * characters) / Math.max(1, all)) })}
                </span>
                <span className="speakers__about">
                  {t('structure:turns', { count: turns })}, {t('characters', { count: characters })}
                </span>
              </button>
              <IconButton
                icon={Wand2}
                size="small"
                label={t('structure:autocodeSpeaker', { speaker: shown })}
                onClick={() => openAutocode({ kind: 'speakers', speakers: [name], sourceId: id })}
              />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** The next turn of a speaker after what is read, else their first. */
function showTurn(sourceId: SourceId, segments: readonly Segment[], name: string): void {
  const own = segments.filter(({ kind, speaker }) => kind === 'turn' && speaker === name);
  const open = activeDocument();
  const from = open?.sourceId === sourceId ? open.surface.caret() : 0;
  const next = own.find(({ end }) => end > from) ?? own[0];
  if (next) openTab({ kind: 'document', sourceId }, { reveal: next });
}
