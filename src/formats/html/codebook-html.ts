import { ok, type Result } from '../../core/result';
import { describeCodebook, describeUse, ENTRY_PARTS } from '../codebook-words';
import type { CodebookCode, CodebookExport, WrittenFile } from '../exporter';
import { parseColor } from '../refi-qda/color';
import { CODEBOOK_STYLE, CODEBOOK_STYLE_HASH } from './codebook-style';
import { escapeHtml } from './escape-html';
import { writeHtmlPage } from './page';

interface CodeTree {
  readonly code: CodebookCode;
  readonly number: number;
  readonly children: CodeTree[];
}

/**
 * A codebook as one page to read, print or put into an appendix: contents, then an entry a code, nested as the tree
 * is. It needs nothing else and runs nothing; every text of the project is escaped.
 */
export function writeCodebookHtml(input: CodebookExport): Result<WrittenFile> {
  const roots = plantTree(input.codes);
  const name = escapeHtml(input.projectName);
  const main = `<h1><small>Codebook</small>${name}</h1>
<p class="summary">${escapeHtml(describeCodebook(input))}</p>
${roots.length === 0 ? '' : `<nav aria-label="Contents"><p>Quotations</p>${writeContents(roots)}</nav>`}
${roots.map(writeEntry).join('\n')}`;
  return ok(
    writeHtmlPage({
      title: `${name}: codebook`,
      style: CODEBOOK_STYLE,
      styleHash: CODEBOOK_STYLE_HASH,
      main,
    }),
  );
}

function plantTree(codes: readonly CodebookCode[]): CodeTree[] {
  const roots: CodeTree[] = [];
  const open: CodeTree[] = [];
  codes.forEach((code, index) => {
    open.length = Math.min(open.length, code.depth);
    const tree: CodeTree = { code, number: index + 1, children: [] };
    (open.at(-1)?.children ?? roots).push(tree);
    open.push(tree);
  });
  return roots;
}

function writeContents(trees: readonly CodeTree[]): string {
  const items = trees.map(({ code, number, children }) => {
    const count = code.isCodable ? `<small>${code.quotations}</small>` : '';
    const below = children.length === 0 ? '' : writeContents(children);
    return `<li><a href="#code-${number}">${dot(code)}<span>${escapeHtml(code.name)}</span>${count}</a>${below}</li>`;
  });
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

function writeEntry({ code, number, children }: CodeTree): string {
  const heading = `h${Math.min(code.depth + 2, 6)}`;
  return `<section id="code-${number}">
<div class="entry">
<div class="title">${dot(code)}<${heading}>${escapeHtml(code.name)}</${heading}></div>
<p class="facts">${escapeHtml(describeUse(code))}</p>
${ENTRY_PARTS.map(({ key, label }) => writePart(code[key], label)).join('')}</div>
${children.map(writeEntry).join('\n')}</section>`;
}

function writePart(text: string, label: string): string {
  if (text.trim() === '') return '';
  const paragraphs = text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => escapeHtml(paragraph).replaceAll('\n', '<br>'));
  // A text of several lines, often a list, begins below its label.
  const lead = label === '' ? '' : `<b>${label}</b>${text.trim().includes('\n') ? '<br>' : ' '}`;
  const body = paragraphs
    .map((paragraph, index) => `<p>${index === 0 ? lead : ''}${paragraph}</p>`)
    .join('\n');
  return label === 'Examples.' ? `<div class="examples">${body}</div>\n` : `${body}\n`;
}

/** A circle drawn by attributes: the page's policy allows no inline styles. */
function dot(code: CodebookCode): string {
  const color = parseColor(code.color);
  const paint =
    color === null || !code.isCodable
      ? 'fill="none" stroke="#6b6459"'
      : `fill="${color}" stroke="#000" stroke-opacity="0.2"`;
  return `<svg viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="5" ${paint}/></svg>`;
}
