import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CodebookExport, exporterFor } from '../../../src/formats';
import { CODEBOOK_STYLE, CODEBOOK_STYLE_HASH } from '../../../src/formats/html/codebook-style';
import { escapeHtml } from '../../../src/formats/html/escape-html';
import { escapeMarkdownBlock, escapeMarkdownLine } from '../../../src/formats/markdown/escape-markdown';
import { SAMPLE, sampleCode } from './codebook-sample';

async function write(ending: string, input: CodebookExport = SAMPLE): Promise<string> {
  const exporter = exporterFor('codebook', ending);
  if (!exporter.ok) throw new Error(exporter.error.message);
  const written = await exporter.value.write(input);
  if (!written.ok) throw new Error(written.error.message);
  return new TextDecoder('utf-8', { fatal: true }).decode(written.value.bytes);
}

describe('the HTML codebook', () => {
  it('escapes every text and allows nothing but its own style sheet', async () => {
    const page = await write('html');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<b>not bold');
    expect(page).toContain('=1+1 &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('<title>Netroots &amp; &lt;the&gt; &quot;left&quot;: codebook</title>');
    expect(page).toContain(`content="default-src 'none'; style-src '${CODEBOOK_STYLE_HASH}'; `);
    expect(page).not.toMatch(/\sstyle=|\bon\w+=|https?:\/\/(?!example)/);
    expect(page).toContain('fill="#d9822b"');
  });

  it('has the style sheet that its policy allows', () => {
    expect(CODEBOOK_STYLE_HASH).toBe(
      `sha256-${createHash('sha256').update(CODEBOOK_STYLE).digest('base64')}`,
    );
  });

  it('nests entries as the tree is, and closes every one', async () => {
    const page = await write('html');
    const depths: number[] = [];
    let depth = 0;
    for (const tag of page.match(/<\/?section/g) ?? []) {
      if (tag === '<section') depths.push(depth++);
      else depth--;
    }
    expect(depths).toEqual(SAMPLE.codes.map((code) => code.depth));
    expect(depth).toBe(0);
    expect(page.match(/href="#code-\d+"/g)).toHaveLength(SAMPLE.codes.length);
  });

  it('writes no character that could begin markup, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"'\0]|&(?!amp;|lt;|gt;|quot;|#39;)/);
      }),
      { seed: 20261122 },
    );
  });

  it('writes a page for an empty codebook too', async () => {
    expect(await write('html', { projectName: 'P', codes: [] })).toContain('0 codes, 0 codings.');
  });
});

describe('the Markdown codebook', () => {
  /** What CommonMark shows of an escaped line: a backslash before punctuation goes. */
  const shown = (markdown: string): string => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');

  it('has a heading a code, by depth, and the texts below', async () => {
    const markdown = await write('md');
    const headings = markdown.split('\n').filter((line) => line.startsWith('#'));
    expect(headings.map(shown)).toEqual([
      '# Netroots & <the> "left": codebook',
      '## Organisation',
      '### party vs. network',
      '#### =1+1 <script>alert(1)</script>',
      '## Öppenhet 😀 開放',
      '## constructor',
    ]);
    expect(markdown).toContain('\n\n**When to use.**\\\n\\- when both are named\\\n\\- or one is meant\n\n');
    expect(markdown).not.toMatch(/(?<!\\)</);
  });

  it('shows every text literally', () => {
    const markup = fc.string({ unit: fc.constantFrom(...'#*_[]()<>&|~`$\\-+=.1 ab\n!:'), maxLength: 30 });
    fc.assert(
      fc.property(markup, (text) => {
        for (const line of escapeMarkdownBlock(text).split('\n')) {
          expect(line).not.toMatch(/^\s*([#>=|~`:]|[-+*](\s|$|[-+*])|\d+[.)])/);
          expect(line.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[`*_[\]<>&|~$]/);
        }
        const words = (value: string) => value.split(/\s+/).filter((word) => word !== '');
        expect(words(shown(escapeMarkdownLine(text)))).toEqual(words(text));
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});

describe('the JSON codebook', () => {
  it('holds everything of every code', async () => {
    const json: unknown = JSON.parse(await write('json'));
    expect(json).toMatchObject({
      format: 'emic-codebook',
      version: 1,
      project: SAMPLE.projectName,
      exported_at: '2026-11-22T12:00:00.000Z',
    });
    const { codes } = json as { codes: Record<string, unknown>[] };
    expect(codes).toHaveLength(SAMPLE.codes.length);
    expect(codes[1]).toEqual({
      path: 'Organisation > party vs. network',
      name: 'party vs. network',
      color: '#D9822B',
      definition: SAMPLE.codes[1]?.definition,
      when_to_use: SAMPLE.codes[1]?.whenToUse,
      when_not_to_use: SAMPLE.codes[1]?.whenNotToUse,
      examples: SAMPLE.codes[1]?.examples,
      is_codable: true,
      codings: 3,
      quotations: 2,
      documents: 1,
      coder: 'Anna Ström',
      created_at: '2026-11-22T10:00:00.000Z',
      modified_at: '2026-11-22T11:30:00.000Z',
      id: SAMPLE.codes[1]?.id,
      parent_id: SAMPLE.codes[0]?.id,
      position: 2,
      depth: 1,
      coder_id: SAMPLE.codes[1]?.coderId,
      status: 'candidate',
      sets: 'Actors & more; <b>',
    });
  });

  it('survives texts that are hard to write', async () => {
    const definition = '\u2028 \\ " \u0001 😀 \uD800';
    const input = { projectName: 'P', codes: [sampleCode(1, { definition })] };
    const { codes } = JSON.parse(await write('json', input)) as { codes: { definition: string }[] };
    expect(codes[0]?.definition).toBe(definition);
  });
});
