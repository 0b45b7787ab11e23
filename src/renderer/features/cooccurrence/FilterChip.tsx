import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, Search, X } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from '../../i18n';
import { Button, Checkbox, IconButton, Popover, TextField } from '../../ui';

export interface FilterItem<T extends string> {
  readonly id: T;
  readonly name: string;
  /** What is searched too: the names above it. */
  readonly path?: string;
  readonly count?: number;
  readonly leading?: ReactNode;
  /** Levels below the top, for the indent. */
  readonly depth?: number;
}

export interface FilterChipProps<T extends string> {
  /** `Documents` */
  readonly label: string;
  readonly searchLabel: string;
  readonly items: readonly FilterItem<T>[];
  /** Null: all. */
  readonly chosen: readonly T[] | null;
  /** What the active filter hides: “12 codings hidden”. */
  readonly hiddenText: string | null;
  /** Further words on the chip: “with subcodes”. */
  readonly note?: string | null;
  /** Above the list: switches that belong to it. */
  readonly children?: ReactNode;
  readonly onChange: (chosen: readonly T[] | null) => void;
}

/** A filter that is always to be seen: what is let through, what is hidden, and the way to lift it. */
export function FilterChip<T extends string>(props: FilterChipProps<T>) {
  const { label, searchLabel, items, chosen, hiddenText, note, children, onChange } = props;
  const { t } = useTranslation();
  const isActive = chosen !== null;
  const which = isActive
    ? t('cooccurrence:filter.some', { count: chosen.length, total: items.length })
    : t('cooccurrence:filter.all');
  const value = note ? `${which}, ${note}` : which;
  return (
    <span className="filter-chip" data-active={isActive || undefined}>
      <Popover
        label={label}
        width={320}
        trigger={
          <button type="button" className="select">
            <span className="select__label">{label} </span>
            <span className="select__value">{value} </span>
            {isActive && hiddenText && <span className="filter-chip__hidden">{hiddenText}</span>}
            <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
          </button>
        }
      >
        {children && <div className="filter-list__switches">{children}</div>}
        <FilterList searchLabel={searchLabel} items={items} chosen={chosen} onChange={onChange} />
      </Popover>
      {isActive && (
        <IconButton
          icon={X}
          size="small"
          label={t('cooccurrence:filter.lift', { name: label })}
          onClick={() => onChange(null)}
        />
      )}
    </span>
  );
}

const rowHeight = 26;

function FilterList<T extends string>({
  searchLabel,
  items,
  chosen,
  onChange,
}: Pick<FilterChipProps<T>, 'searchLabel' | 'items' | 'chosen' | 'onChange'>) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase('en');
    return items.filter(({ name, path }) => (path ?? name).toLocaleLowerCase('en').includes(wanted));
  }, [items, search]);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const isChosen = (id: T) => chosen === null || chosen.includes(id);
  const set = (ids: readonly T[], isIn: boolean) => {
    const moved = new Set(ids);
    const next = items.map(({ id }) => id).filter((id) => (moved.has(id) ? isIn : isChosen(id)));
    onChange(next.length === items.length ? null : next);
  };
  return (
    <div className="filter-list">
      <TextField
        label={searchLabel}
        isLabelHidden
        icon={Search}
        placeholder={searchLabel}
        type="search"
        value={search}
        onChange={setSearch}
      />
      <div ref={scroller} className="filter-list__rows">
        <div className="filter-list__all" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const item = shown[index];
            if (!item) return null;
            return (
              <div
                key={item.id}
                className="filter-list__row"
                style={{
                  height: rowHeight,
                  transform: `translateY(${start}px)`,
                  paddingLeft: search === '' ? (item.depth ?? 0) * 16 : 0,
                }}
              >
                <Checkbox
                  label={item.name}
                  checked={isChosen(item.id)}
                  onChange={(isIn) => set([item.id], isIn)}
                />
                {item.leading}
                {item.count !== undefined && <span className="filter-list__count">{item.count}</span>}
              </div>
            );
          })}
        </div>
      </div>
      <div className="filter-list__foot">
        <Button
          size="small"
          onClick={() =>
            set(
              shown.map(({ id }) => id),
              true,
            )
          }
        >
          {t('cooccurrence:filter.chooseAll')}
        </Button>
        <Button
          size="small"
          onClick={() =>
            set(
              shown.map(({ id }) => id),
              false,
            )
          }
        >
          {t('cooccurrence:filter.chooseNone')}
        </Button>
      </div>
    </div>
  );
}
