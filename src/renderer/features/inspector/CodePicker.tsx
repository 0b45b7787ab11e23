import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { QuotationDetail } from '../../../contract/queries';
import { useTranslation } from '../../i18n';
import { applyCodes } from '../coding/coding-commands';
import { PaletteList } from '../coding/PaletteList';
import { type PaletteRow, paletteRows } from '../coding/palette-rows';
import { recentCodesStore } from '../coding/recent-codes';
import { useCodes } from '../coding/use-codes';
import '../coding/CodePalette.css';
import { CodeField } from '../coding/CodeField';

/** Type two letters of a code, Enter applies it to the quotation; a new name makes a new code. */
export function CodePicker({
  quotation,
  onDone,
}: {
  readonly quotation: QuotationDetail;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const listId = useId();
  const codes = useCodes();
  const recent = recentCodesStore((store) => store.recent);
  const [query, setQuery] = useState('');
  const [newName, setNewName] = useState<string | null>(null);
  const [wantedActive, setActive] = useState(0);
  const rows = useMemo(
    () => paletteRows({ codes, query, recent, newName, canCreate: true }),
    [codes, query, recent, newName],
  );
  const present = useMemo(() => new Set(quotation.codings.map(({ codeId }) => codeId)), [quotation.codings]);
  const active = Math.min(wantedActive, rows.length - 1);
  const { sourceId, start, end } = quotation;
  const choose = (row: PaletteRow | undefined) => {
    if (!row) return;
    if (row.kind === 'createBeneath') {
      setNewName(row.name);
      setQuery('');
      setActive(0);
      return;
    }
    onDone();
    void applyCodes({
      sourceId,
      span: { start, end },
      codeIds: row.kind === 'code' ? [row.code.id] : [],
      newCode: row.kind === 'create' ? { name: row.name, parentId: row.parent?.id ?? null } : undefined,
      newPath: row.kind === 'createPath' ? row.path : undefined,
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setActive((active + 1) % Math.max(1, rows.length));
    else if (event.key === 'ArrowUp') setActive((active - 1 + rows.length) % Math.max(1, rows.length));
    else if (event.key === 'Enter') choose(rows[active]);
    else return;
    event.preventDefault();
  };
  const label = newName === null ? t('coding:paletteField') : t('coding:parentField', { name: newName });
  return (
    <div className="code-picker">
      <CodeField
        className="code-picker__field"
        label={label}
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
        present={present}
        onChoose={choose}
        onActive={setActive}
      />
    </div>
  );
}
