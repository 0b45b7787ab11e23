import { useState } from 'react';
import type { HistoryEntry } from '../../../contract/history';
import { runOrTell } from '../../client';
import { useTranslation } from '../../i18n';

const longest = 500;

/** One line that says why; Enter keeps it, Escape leaves it as it was, an empty one takes it off. */
export function WhyField({ entry, onDone }: { readonly entry: HistoryEntry; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [why, setWhy] = useState(entry.why);
  const save = async () => {
    onDone();
    const line = why.replace(/\s+/gu, ' ').trim();
    if (line !== entry.why) await runOrTell('history.explain', { sequence: entry.sequence, why: line });
  };
  return (
    <input
      className="history__why-field"
      aria-label={t('history:whyOf', { number: entry.sequence })}
      placeholder={t('history:whyHint')}
      value={why}
      maxLength={longest}
      // biome-ignore lint/a11y/noAutofocus: it was asked for just now
      autoFocus
      onChange={({ target }) => setWhy(target.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          event.preventDefault();
          setWhy(entry.why);
          onDone();
        }
      }}
    />
  );
}
