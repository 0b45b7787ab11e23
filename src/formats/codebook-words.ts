import type { CodeStatus } from '../core/entities';
import type { CodebookCode, CodebookExport } from './exporter';

/** The words around a code's own texts, the same in every codebook that is made to be read. */

export const ENTRY_PARTS = [
  { key: 'definition', label: '' },
  { key: 'whenToUse', label: 'When to use.' },
  { key: 'whenNotToUse', label: 'When not to use.' },
  { key: 'examples', label: 'Examples.' },
] as const satisfies readonly { key: keyof CodebookCode; label: string }[];

/** “18 codes, 64 codings. Exported on 2026-11-22.” */
export function describeCodebook({ codes, exportedAt }: CodebookExport): string {
  const codings = codes.reduce((sum, code) => sum + code.codings, 0);
  const folders = codes.filter((code) => !code.isCodable).length;
  const counts = [count(codes.length - folders, 'code'), folders > 0 ? count(folders, 'folder') : ''];
  const exported = exportedAt === undefined ? '' : ` Exported on ${exportedAt.slice(0, 10)}.`;
  return `${[...counts, count(codings, 'coding')].filter((part) => part !== '').join(', ')}.${exported}`;
}

/** “12 quotations in 4 documents · Anna, 2026-11-22”; counts are of the code alone, without subcodes. */
export function describeUse(code: CodebookCode): string {
  const used = code.isCodable
    ? `${count(code.quotations, 'quotation')} in ${count(code.documents, 'document')}`
    : 'folder';
  const made = [code.coder, code.createdAt.slice(0, 10)].filter((part) => part !== '').join(', ');
  const sets = code.sets?.length ? `in ${code.sets.join(', ')}` : '';
  return [used, made, statusWords[code.status], sets].filter((part) => part !== '').join(' · ');
}

const statusWords: Readonly<Record<CodeStatus, string>> = {
  candidate: 'candidate',
  inUse: '',
  retired: 'retired',
};

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
