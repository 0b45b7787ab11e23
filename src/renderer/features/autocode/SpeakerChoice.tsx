import type { SpeakerRow } from '../../../contract/structure';
import { useTranslation } from '../../i18n';

/** More than anybody chooses from by looking; the chip above has a field to search in. */
const mostShown = 200;

/** Who speaks, to begin with one of them; more are added by the chip above. */
export function SpeakerChoice({
  speakers,
  onChoose,
}: {
  readonly speakers: readonly SpeakerRow[];
  readonly onChoose: (speaker: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="speaker-choice">
      <p className="speaker-choice__title" id="speaker-choice-title">
        {t('autocode:chooseSpeaker')}
      </p>
      <ul className="speaker-choice__list" aria-labelledby="speaker-choice-title">
        {speakers.slice(0, mostShown).map(({ name, turns, characters, documents }) => (
          <li key={name}>
            <button type="button" className="speaker-choice__row" onClick={() => onChoose(name)}>
              <span>{name || t('structure:unknownSpeaker')}</span>
              <span className="speaker-choice__about">
                {t('structure:turns', { count: turns })}, {t('characters', { count: characters })},{' '}
                {t('documents', { count: documents })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
