import { ChevronDown, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from '../../i18n';
import { Button, IconButton, Popover, PopoverClose } from '../../ui';
import { dayText, type HistoryChoices } from './history-store';

type Days = Pick<HistoryChoices, 'from' | 'to'>;

const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** From one day to another, both included. */
export function DayChip({ from, to, onChange }: Days & { readonly onChange: (days: Days) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const isActive = Boolean(from || to);
  const label = t('history:filter.day');
  const said = (day: string) => shortDay.format(new Date(`${day}T12:00:00`));
  const value = !isActive
    ? t('history:any')
    : from === to
      ? said(from ?? '')
      : from && to
        ? t('history:fromTo', { from: said(from), to: said(to) })
        : from
          ? t('history:since', { day: said(from) })
          : t('history:until', { day: said(to ?? '') });
  const daysAgo = (days: number) => {
    const date = new Date();
    date.setDate(date.getDate() - days);
    return dayText(date);
  };
  const presets: readonly (readonly [string, Days])[] = [
    ['today', { from: daysAgo(0), to: daysAgo(0) }],
    ['yesterday', { from: daysAgo(1), to: daysAgo(1) }],
    ['week', { from: daysAgo(6), to: daysAgo(0) }],
    ['month', { from: daysAgo(29), to: daysAgo(0) }],
  ];
  return (
    <span className="history-chip" data-active={isActive || undefined}>
      <Popover
        label={label}
        width={264}
        trigger={
          <button type="button" className="select">
            <span className="select__label">{label} </span>
            <span className="select__value">{value}</span>
            <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
          </button>
        }
      >
        <div className="day-chip">
          <div className="day-chip__presets">
            {presets.map(([name, days]) => (
              <PopoverClose asChild key={name}>
                <Button size="small" onClick={() => onChange(days)}>
                  {t(`history:days.${name}`)}
                </Button>
              </PopoverClose>
            ))}
          </div>
          {(['from', 'to'] as const).map((side) => (
            <div key={side} className="day-chip__side">
              <label htmlFor={`${id}-${side}`}>{t(`history:days.${side}`)}</label>
              <input
                id={`${id}-${side}`}
                type="date"
                className="day-chip__field"
                value={(side === 'from' ? from : to) ?? ''}
                onChange={({ target }) => onChange({ from, to, [side]: target.value || undefined })}
              />
            </div>
          ))}
        </div>
      </Popover>
      {isActive && (
        <IconButton
          icon={X}
          size="small"
          label={t('history:lift', { name: label })}
          onClick={() => onChange({ from: undefined, to: undefined })}
        />
      )}
    </span>
  );
}
