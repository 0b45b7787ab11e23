import { ChevronDown, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { folded } from '../../../core/text';
import { useTranslation } from '../../i18n';
import { classNames, hasMoved, IconButton, Popover } from '../../ui';
import { CodeField } from '../coding/CodeField';

export interface PickItem<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** What is said of it, quietly. */
  readonly note?: string;
  readonly leading?: ReactNode;
}

export interface PickChipProps<Id extends string> {
  /** `Code` */
  readonly label: string;
  readonly searchLabel: string;
  readonly items: readonly PickItem<Id>[];
  readonly chosen: Id | undefined;
  readonly onChange: (id: Id | undefined) => void;
}

/** More than anybody reads; typing narrows them. */
const mostShown = 100;

/** One of many, by typing some of its letters. */
export function PickChip<Id extends string>(props: PickChipProps<Id>) {
  const { label, searchLabel, items, chosen, onChange } = props;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const item = items.find(({ id }) => id === chosen);
  return (
    <span className="history-chip" data-active={chosen !== undefined || undefined}>
      <Popover
        label={label}
        width={300}
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <button type="button" className="select">
            <span className="select__label">{label} </span>
            {item?.leading}
            <span className="select__value">
              {chosen === undefined ? t('history:any') : (item?.name ?? t('history:gone'))}
            </span>
            <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
          </button>
        }
      >
        <PickList
          searchLabel={searchLabel}
          items={items}
          onPick={(id) => {
            setOpen(false);
            onChange(id);
          }}
        />
      </Popover>
      {chosen !== undefined && (
        <IconButton
          icon={X}
          size="small"
          label={t('history:lift', { name: label })}
          onClick={() => onChange(undefined)}
        />
      )}
    </span>
  );
}

function PickList<Id extends string>({
  searchLabel,
  items,
  onPick,
}: Pick<PickChipProps<Id>, 'searchLabel' | 'items'> & { readonly onPick: (id: Id) => void }) {
  const { t } = useTranslation();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [wanted, setActive] = useState(0);
  const activeElement = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => {
    const words = folded(query).split(/\s+/).filter(Boolean);
    return items.filter(({ name }) => words.every((word) => folded(name).includes(word))).slice(0, mostShown);
  }, [items, query]);
  const active = Math.min(wanted, shown.length - 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row became the active one
  useLayoutEffect(() => activeElement.current?.scrollIntoView({ block: 'nearest' }), [active, shown]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const picked = shown[active];
    if (event.key === 'ArrowDown') setActive((active + 1) % Math.max(1, shown.length));
    else if (event.key === 'ArrowUp') setActive((active - 1 + shown.length) % Math.max(1, shown.length));
    else if (event.key === 'Enter' && picked) onPick(picked.id);
    else return;
    event.preventDefault();
  };
  return (
    <div className="pick-list">
      <CodeField
        className="pick-list__field"
        label={searchLabel}
        value={query}
        onChange={(next) => {
          setQuery(next);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        listId={listId}
        rows={shown.length}
        active={active}
      />
      {shown.length > 0 ? (
        <div id={listId} className="pick-list__rows" role="listbox" aria-label={searchLabel}>
          {shown.map(({ id, name, note, leading }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
            <div
              key={id}
              id={`${listId}-${index}`}
              ref={index === active ? activeElement : undefined}
              className={classNames('pick-list__row', index === active && 'is-active')}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={(event) => {
                if (index !== active && hasMoved(event)) setActive(index);
              }}
              onClick={() => onPick(id)}
            >
              {leading}
              <span className="pick-list__name">{name}</span>
              {note && <span className="pick-list__note">{note}</span>}
            </div>
          ))}
        </div>
      ) : (
        <p className="pick-list__none">{t('history:noSuch')}</p>
      )}
    </div>
  );
}
