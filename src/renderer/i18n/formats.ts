import { once } from '../../core/once';

/** Numbers and times as the window writes them. */
const numberFormat = once(() => new Intl.NumberFormat('en'));
const dateTimeFormat = once(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }),
);
const timeFormat = once(() => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }));
const relativeFormat = once(() => new Intl.RelativeTimeFormat('en', { numeric: 'auto' }));

/** `12,345` */
export function formatNumber(value: number): string {
  return Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : numberFormat().format(value);
}

/** An ISO time as `21 Nov 2026, 14:02`, in local time. */
export function formatDateTime(iso: string): string {
  return dateTimeFormat().format(new Date(iso));
}

/** An ISO time of today as `14:02`, of another day as `21 Nov 2026, 14:02`, in local time. */
export function formatTime(iso: string, now = Date.now()): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return at.toDateString() === new Date(now).toDateString() ? timeFormat().format(at) : formatDateTime(iso);
}

const steps = [
  { unit: 'minute', milliseconds: 60_000 },
  { unit: 'hour', milliseconds: 3_600_000 },
  { unit: 'day', milliseconds: 86_400_000 },
] as const;

/** An ISO time as `5 minutes ago`, `yesterday`; a date where it is more than a week ago. */
export function formatAgo(iso: string, now = Date.now()): string {
  const age = now - new Date(iso).getTime();
  if (age > 7 * 86_400_000) return formatDateTime(iso).split(',')[0] ?? '';
  const step = steps.findLast(({ milliseconds }) => age >= milliseconds);
  if (!step) return relativeFormat().format(0, 'second');
  return relativeFormat().format(-Math.floor(age / step.milliseconds), step.unit);
}
