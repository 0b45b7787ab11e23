import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useTranslation } from '../../i18n';
import { CodeField } from './CodeField';
import './CodePalette.css';
import { PaletteList } from './PaletteList';
import { type PaletteRow, paletteRows } from './palette-rows';
import { recentCodesStore } from './recent-codes';
import { useCodes } from './use-codes';

interface CodeChoiceProps {
  /** Whether a name that is not there yet can be chosen as well. */
  readonly canCreate: boolean;
  readonly onChoose: (row: PaletteRow) => void;
}

const none: ReadonlySet<never> = new Set();

/** One code, by typing some of its letters; for a popover. */
export function CodeChoice({ canCreate, onChoose }: CodeChoiceProps) {
  const { t } = useTranslation();
  const listId = useId();
  const codes = useCodes();
  const recent = recentCodesStore((store) => store.recent);
  const [query, setQuery] = useState('');
  const [wanted, setActive] = useState(0);
  const rows = useMemo(
    () =>
      // “Beneath which code” is a second question, which only the palette asks.
      paletteRows({ codes, query, recent, newName: null, canCreate }).filter(
        ({ kind }) => kind !== 'createBeneath',
      ),
    [codes, query, recent, canCreate],
  );
  const active = Math.min(wanted, rows.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const row = rows[active];
    if (event.key === 'ArrowDown') setActive((active + 1) % Math.max(1, rows.length));
    else if (event.key === 'ArrowUp') setActive((active - 1 + rows.length) % Math.max(1, rows.length));
    else if (event.key !== 'Enter') return;
    else if (row) onChoose(row);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="code-picker">
      <CodeField
        className="code-picker__field"
        label={t('coding:paletteField')}
        value={query}
        onChange={(next) => {
          setQuery(next);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        listId={listId}
        rows={rows.length}
        active={active}
      />
      <PaletteList
        id={listId}
        rows={rows}
        active={active}
        marked={[]}
        present={none}
        onChoose={onChoose}
        onActive={setActive}
      />
    </div>
  );
}
