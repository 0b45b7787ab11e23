import { fail, ok, type Result } from '../../core/result';
import type { HistoryExport, HistoryRow, WrittenFile } from '../exporter';
import { escapeHtml } from './escape-html';
import { HISTORY_STYLE, HISTORY_STYLE_HASH } from './history-style';
import { writeHtmlPage } from './page';

/**
 * The audit trail as one page for an appendix: days as headings, a line an entry, its reason beneath. It needs nothing
 * else and runs nothing; every text of the project is escaped. Refuses (`invalid`) an unknown time zone.
 */
export function writeHistoryHtml(input: HistoryExport): Result<WrittenFile> {
  const zone = input.timeZone ?? 'UTC';
  const clock = clockOf(zone);
  if (clock === null) return fail('invalid', `There is no time zone ${zone}. Nothing was written.`);
  const name = escapeHtml(input.projectName);
  const main = `<h1><small>Audit trail</small>${name}</h1>
<p class="summary">${escapeHtml(summary(input, zone))}</p>
${byDay(input.rows, clock)
  .map(
    ([day, rows]) => `<section>
<h2>${escapeHtml(day)}</h2>
<table>
<thead><tr><th scope="col">No.</th><th scope="col">Time</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Document</th></tr></thead>
<tbody>
${rows.map((row) => writeRow(row, clock)).join('\n')}
</tbody>
</table>
</section>`,
  )
  .join('\n')}`;
  return ok(
    writeHtmlPage({ title: `${name}: history`, style: HISTORY_STYLE, styleHash: HISTORY_STYLE_HASH, main }),
  );
}

function writeRow(row: HistoryRow, clock: Clock): string {
  const state = row.state === '' ? '' : ` <i class="state">${escapeHtml(row.state)}</i>`;
  const why = row.why === '' ? '' : `<p class="why">${escapeHtml(row.why)}</p>`;
  return `<tr${row.state === '' ? '' : ' class="past"'}><td>${row.sequence}</td><td><time datetime="${escapeHtml(row.at)}">${escapeHtml(clock.time(row.at))}</time></td><td>${escapeHtml(row.coder)}</td><td>${escapeHtml(sentence(row.what))}${state}${why}</td><td>${escapeHtml(row.document)}</td></tr>`;
}

function sentence(what: string): string {
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
}

function summary({ rows, selection, exportedAt }: HistoryExport, zone: string): string {
  const entries = `${rows.length.toLocaleString('en-US')} ${rows.length === 1 ? 'entry' : 'entries'}, oldest first.`;
  const exported = exportedAt === undefined ? '' : `Exported on ${exportedAt.slice(0, 10)}.`;
  return [selection ?? '', entries, `Times are those of ${zone}.`, exported]
    .filter((part) => part !== '')
    .join(' ');
}

interface Clock {
  day(at: string): string;
  time(at: string): string;
}

/** Days and times as they were in a time zone; null where there is no such zone. */
function clockOf(timeZone: string): Clock | null {
  try {
    const day = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
    return { day: (at) => day.format(new Date(at)), time: (at) => time.format(new Date(at)) };
  } catch {
    return null;
  }
}

/** Rows under their days, in order; a clock that ran backwards may bring a day twice. */
function byDay(rows: readonly HistoryRow[], clock: Clock): [day: string, rows: HistoryRow[]][] {
  const days: [string, HistoryRow[]][] = [];
  for (const row of rows) {
    const day = clock.day(row.at);
    const last = days.at(-1);
    if (last?.[0] === day) last[1].push(row);
    else days.push([day, [row]]);
  }
  return days;
}
