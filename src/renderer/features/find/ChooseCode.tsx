import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { CodeRow } from '../../../contract/queries';
import { useTranslation } from '../../i18n';
import { CodeField } from '../coding/CodeField';
import { PaletteList } from '../coding/PaletteList';
import { paletteRows } from '../coding/palette-rows';
import { recentCodesStore } from '../coding/recent-codes';
import { useCodes } from '../coding/use-codes';
import '../coding/CodePalette.css';

const none: ReadonlySet<never> = new Set();

/** One of the codes, by typing some of its letters; in a popover. */
export function ChooseCode({ onChoose }: { readonly onChoose: (code: CodeRow) => void }) {
  const { t } = useTranslation();
  const listId = useId();
  const codes = useCodes();
  const recent = recentCodesStore((store) => store.recent);
  const [query, setQuery] = useState('');
  const [wanted, setActive] = useState(0);
  const rows = useMemo(
    () => paletteRows({ codes, query, recent, newName: null, canCreate: false }),
    [codes, query, recent],
  );
  const active = Math.min(wanted, rows.length - 1);
  const choose = (index: number) => {
    const row = rows[index];
    if (row?.kind === 'code') onChoose(row.code);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setActive((active + 1) % Math.max(1, rows.length));
    else if (event.key === 'ArrowUp') setActive((active - 1 + rows.length) % Math.max(1, rows.length));
    else if (event.key === 'Enter') choose(active);
    else return;
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
        onChoose={(row) => {
          if (row.kind === 'code') onChoose(row.code);
        }}
        onActive={setActive}
      />
    </div>
  );
}
