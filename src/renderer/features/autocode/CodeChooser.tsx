import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { pathSeparator } from '../../../core/code-tree';
import { useTranslation } from '../../i18n';
import { Popover, Swatch } from '../../ui';
import { CodeField } from '../coding/CodeField';
import { PaletteList } from '../coding/PaletteList';
import { type PaletteRow, paletteRows } from '../coding/palette-rows';
import { recentCodesStore } from '../coding/recent-codes';
import { useCodes } from '../coding/use-codes';
import '../coding/CodePalette.css';
import type { WantedCode } from './autocode-options';

interface CodeChooserProps {
  readonly code: WantedCode | null;
  readonly onChange: (code: WantedCode) => void;
}

const none: ReadonlySet<never> = new Set();

/** The code to be given: one that is there, or the path of a new one. */
export function CodeChooser({ code, onChange }: CodeChooserProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const codes = useCodes();
  const chosen = code && 'id' in code ? codes.find(({ id }) => id === code.id) : undefined;
  const isNew = code !== null && 'path' in code;
  const name = chosen?.name ?? (isNew ? code.path.join(pathSeparator) : t('autocode:code.choose'));
  return (
    <Popover
      label={t('autocode:code.label')}
      width={320}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className="select autocode-code" title={chosen?.path}>
          <span className="select__label">{t('autocode:code.label')} </span>
          {chosen && <Swatch color={chosen.color} />}
          <span className="select__value">{isNew ? t('autocode:code.new', { name }) : name} </span>
          <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
        </button>
      }
    >
      <Chooser
        onChoose={(next) => {
          setOpen(false);
          onChange(next);
        }}
      />
    </Popover>
  );
}

function Chooser({ onChoose }: { readonly onChoose: (code: WantedCode) => void }) {
  const { t } = useTranslation();
  const listId = useId();
  const codes = useCodes();
  const recent = recentCodesStore((store) => store.recent);
  const [query, setQuery] = useState('');
  const [wanted, setActive] = useState(0);
  const rows = useMemo(
    () =>
      paletteRows({ codes, query, recent, newName: null, canCreate: true }).filter(
        ({ kind }) => kind !== 'createBeneath',
      ),
    [codes, query, recent],
  );
  const active = Math.min(wanted, rows.length - 1);
  const choose = (row: PaletteRow | undefined) => {
    const code = row && codeOf(row);
    if (code) onChoose(code);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setActive((active + 1) % Math.max(1, rows.length));
    else if (event.key === 'ArrowUp') setActive((active - 1 + rows.length) % Math.max(1, rows.length));
    else if (event.key === 'Enter') choose(rows[active]);
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
        onChoose={choose}
        onActive={setActive}
      />
    </div>
  );
}

function codeOf(row: PaletteRow): WantedCode | null {
  switch (row.kind) {
    case 'code':
      return { id: row.code.id };
    case 'create':
      return { path: [...(row.parent?.path.split(pathSeparator) ?? []), row.name] };
    case 'createPath':
      return { path: row.path };
    default:
      return null;
  }
}
