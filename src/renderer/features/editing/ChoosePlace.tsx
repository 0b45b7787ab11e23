import { Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createPositionMap, type TextSpan } from '../../../core/text';
import { useTranslation } from '../../i18n';
import { Button, TextField } from '../../ui';

interface ChoosePlaceProps {
  readonly newer: string;
  /** About where it may stand; code points. */
  readonly around: TextSpan;
  readonly proposed: TextSpan | null;
  readonly onChoose: (place: TextSpan) => void;
  readonly onBack: () => void;
}

/** UTF-16 units of the newer text that are shown at once, on each side. */
const reach = 6000;

/**
 * The newer text, to select a passage in it by mouse or keyboard: a field that can't be written in, since only in a
 * field does the keyboard select.
 */
export function ChoosePlace({ newer, around, proposed, onChoose, onBack }: ChoosePlaceProps) {
  const { t } = useTranslation();
  const positions = useMemo(() => createPositionMap(newer), [newer]);
  const field = useRef<HTMLTextAreaElement>(null);
  const [sought, setSought] = useState('');
  const [hasSelection, setHasSelection] = useState(false);
  const [place, setPlace] = useState(() => ({
    start: positions.toUtf16(Math.min(around.start, positions.length)),
    end: positions.toUtf16(Math.min(proposed?.end ?? around.start, positions.length)),
  }));
  const from = place.start <= reach ? 0 : newer.lastIndexOf('\n', place.start - reach) + 1;
  const lineEnd = newer.indexOf('\n', place.end + reach);
  const shown = newer.slice(from, lineEnd < 0 ? newer.length : lineEnd);

  useEffect(() => {
    const area = field.current;
    if (!area) return;
    area.setSelectionRange(place.start - from, place.end - from);
    setHasSelection(place.end > place.start);
    // The browser brings a selection into view only with a focus.
    area.blur();
    area.focus();
  }, [place, from]);

  const find = () => {
    if (sought === '') return;
    const selected = field.current ? from + field.current.selectionEnd : 0;
    const lower = newer.toLocaleLowerCase();
    const words = sought.toLocaleLowerCase();
    const next = lower.indexOf(words, selected);
    const found = next >= 0 ? next : lower.indexOf(words);
    if (found >= 0) setPlace({ start: found, end: found + sought.length });
  };
  const choose = () => {
    const area = field.current;
    if (!area || area.selectionStart === area.selectionEnd) return;
    onChoose({
      start: positions.toCodePoint(from + area.selectionStart),
      end: positions.toCodePoint(from + area.selectionEnd),
    });
  };
  return (
    <section className="replace__choose" aria-label={t('editing:choosing')}>
      <h3>{t('editing:choosing')}</h3>
      <TextField
        label={t('editing:findInNewer')}
        isLabelHidden
        icon={Search}
        placeholder={t('editing:findInNewer')}
        value={sought}
        onChange={setSought}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          find();
        }}
      />
      <textarea
        ref={field}
        className="replace__newer"
        aria-label={t('editing:newerText')}
        readOnly
        value={shown}
        spellCheck={false}
        onSelect={({ currentTarget }) =>
          setHasSelection(currentTarget.selectionStart < currentTarget.selectionEnd)
        }
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          choose();
        }}
      />
      <div className="replace__buttons">
        <Button variant="primary" disabled={!hasSelection} onClick={choose}>
          {t('editing:useSelection')}
        </Button>
        <Button onClick={onBack}>{t('editing:cancelChoice')}</Button>
      </div>
    </section>
  );
}
