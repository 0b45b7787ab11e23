import { ok, type Result } from '../../core/result';
import { describeCodebook, describeUse, ENTRY_PARTS } from '../codebook-words';
import type { CodebookCode, CodebookExport, WrittenFile } from '../exporter';
import { escapeMarkdownBlock, escapeMarkdownLine } from './escape-markdown';

const DEEPEST_HEADING = 6;

/** A codebook as Markdown: a heading a code, nested as the tree is, with its texts below. */
export function writeCodebookMarkdown(input: CodebookExport): Result<WrittenFile> {
  const blocks = [
    `# ${escapeMarkdownLine(input.projectName)}: codebook`,
    escapeMarkdownBlock(describeCodebook(input)),
    ...input.codes.flatMap(writeEntry),
  ];
  return ok({ bytes: new TextEncoder().encode(`${blocks.join('\n\n')}\n`), notices: [] });
}

function writeEntry(code: CodebookCode): string[] {
  const level = Math.min(code.depth + 2, DEEPEST_HEADING);
  // Where headings end, the path still tells where a code belongs.
  const title = code.depth + 2 > DEEPEST_HEADING ? code.path : code.name;
  const facts = [`\`${code.color.replaceAll('`', '')}\``, escapeMarkdownLine(describeUse(code))];
  return [
    `${'#'.repeat(level)} ${escapeMarkdownLine(title)}`,
    facts.join(' · '),
    ...ENTRY_PARTS.flatMap(({ key, label }) => writePart(code[key], label)),
  ];
}

function writePart(text: string, label: string): string[] {
  const block = escapeMarkdownBlock(text);
  if (block === '') return [];
  if (label === '') return [block];
  // A text of several lines, often a list, begins below its label.
  return [`**${label}**${text.trim().includes('\n') ? '\\\n' : ' '}${block}`];
}
