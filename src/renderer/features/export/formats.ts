import type { ExportKind } from './export-store';

/** A file that can be written; the ending is the format. */
export type Ending = 'csv' | 'xlsx' | 'html' | 'md' | 'json' | 'qdc' | 'svg' | 'png';

/** What can be had of each thing, the one most people want first. */
export const endingsOf: Readonly<Record<ExportKind, readonly Ending[]>> = {
  codebook: ['xlsx', 'csv', 'html', 'md', 'json', 'qdc'],
  quotations: ['xlsx', 'csv'],
  cooccurrence: ['xlsx', 'csv', 'svg', 'png'],
  history: ['html', 'csv'],
};

/** Drawn by the window, as they stand in it. */
export function isFigure(ending: Ending): ending is 'svg' | 'png' {
  return ending === 'svg' || ending === 'png';
}

/** `Netroots – codebook.xlsx`, without what file systems refuse. */
export function defaultFileName(project: string, what: string, ending: Ending): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: file systems refuse them
  const safe = project.replace(/[\u0000-\u001f<>:"/\\|?*]+/gu, ' ').trim();
  return `${safe ? `${safe} – ` : ''}${what}.${ending}`;
}
