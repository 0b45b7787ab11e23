import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { exporterFor, type HistoryExport, type HistoryRow } from '../../../src/formats';
import { HISTORY_STYLE, HISTORY_STYLE_HASH } from '../../../src/formats/html/history-style';
import { parseCsv } from './read-back';

const hostile = [
  '=HYPERLINK("http://evil.example","x")',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'two\nlines, "quoted"',
  '@SUM(A1)',
  'a\u0000b\u202ec 🏳️‍🌈 & ’',
];

function row(sequence: number, text: string, at = '2026-11-21T23:30:00.000Z'): HistoryRow {
  return {
    sequence,
    at,
    coder: text,
    action: 'coding.apply',
    what: `applied ${text} to “${text}”`,
    state: sequence % 2 === 0 ? 'undone' : '',
    why: text,
    document: text,
    code: text,
  };
}

const trail: HistoryExport = {
  projectName: '<b>Study</b>',
  rows: hostile.map((text, index) => row(index + 1, text)),
};

async function write(ending: string, input: HistoryExport, bom = false): Promise<string> {
  const exporter = exporterFor('history', ending);
  if (!exporter.ok) throw new Error(exporter.error.message);
  const written = await exporter.value.write(input, { bom });
  if (!written.ok) throw new Error(written.error.message);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(written.value.bytes);
}

describe('AT the audit trail as a file', () => {
  it('AT1 as CSV gives back every text, and no cell that a spreadsheet would run', async () => {
    const csv = await write('csv', trail);
    const [header, ...rows] = parseCsv(csv);
    expect(header).toEqual(['sequence', 'at', 'coder', 'action', 'what', 'state', 'why', 'document', 'code']);
    expect(rows).toHaveLength(hostile.length);
    rows.forEach((cells, index) => {
      const text = hostile[index] ?? '';
      const guarded = /^[=@]/.test(text) ? `'${text}` : text;
      expect(cells).toEqual([
        String(index + 1),
        '2026-11-21T23:30:00.000Z',
        guarded,
        'coding.apply',
        `applied ${text} to “${text}”`,
        index % 2 === 1 ? 'undone' : '',
        guarded,
        guarded,
        guarded,
      ]);
      for (const cell of cells) expect(cell).not.toMatch(/^[=+@]/);
    });
    expect((await write('csv', trail, true)).startsWith('\uFEFFsequence,')).toBe(true);
  });

  it('AT2 as HTML escapes every text, runs nothing and allows nothing but its own style sheet', async () => {
    const page = await write('html', trail);
    expect(page).not.toMatch(/<script|<img|<b>|\sstyle=/);
    // What is left of the page without its own tags holds no markup at all.
    const bare = page
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replace(
        /<!doctype html>|<\/?(?:html|head|body|main|section|table|thead|tbody|tr|th|td|h1|h2|p|i|small|title|meta|time)(?: (?:lang|charset|http-equiv|content|name|scope|class|datetime)="[^"<>]*")*>/g,
        '',
      );
    expect(bare).not.toMatch(/[<>]/);
    expect(bare).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain(`content="default-src 'none'; style-src '${HISTORY_STYLE_HASH}'; `);
    expect(HISTORY_STYLE_HASH).toBe(`sha256-${createHash('sha256').update(HISTORY_STYLE).digest('base64')}`);
  });

  it('AT3 as HTML puts days as headings, by the reader’s time zone', async () => {
    const rows = [
      row(1, 'a', '2026-11-20T12:00:00.000Z'),
      row(2, 'b', '2026-11-20T23:30:00.000Z'),
      row(3, 'c', '2026-11-21T10:00:00.000Z'),
    ];
    const headings = (page: string) => [...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, day]) => day);
    const utc = await write('html', { projectName: 'P', rows });
    expect(headings(utc)).toEqual(['Friday, 20 November 2026', 'Saturday, 21 November 2026'].map(inThisIntl));
    expect(utc).toContain('Times are those of UTC.');
    const stockholm = await write('html', { projectName: 'P', rows, timeZone: 'Europe/Stockholm' });
    const secondDay = stockholm.slice(stockholm.lastIndexOf('<h2>'));
    expect(secondDay).toContain('>00:30<');
    expect(secondDay).toContain('>11:00<');
    const exporter = exporterFor('history', 'html');
    if (!exporter.ok) throw new Error('no exporter');
    expect((await exporter.value.write({ projectName: 'P', rows, timeZone: 'Middle/Earth' })).ok).toBe(false);
  });

  it('AT4 says what was selected, and writes an empty trail too', async () => {
    const page = await write('html', { projectName: 'P', rows: [], selection: 'Only entries by <Anna>.' });
    expect(page).toContain('Only entries by &lt;Anna&gt;. 0 entries, oldest first.');
    expect(parseCsv(await write('csv', { projectName: 'P', rows: [] }))).toHaveLength(1);
    expect(exporterFor('history', 'docx').ok).toBe(false);
  });
});

/** ICU versions differ in the comma after the weekday. */
function inThisIntl(day: string): string {
  const sample = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date('2026-11-20T12:00:00Z'));
  return sample.includes(',') ? day : day.replace(',', '');
}
