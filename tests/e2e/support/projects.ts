import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { emicPrints } from './command-line';
import { type KnownCoding, seedPath, seedText, spanOf } from './spans';

/** A copy of the sample project in the test's folder. */
export function copyOfSample(folder: string, name = 'Netroots.emic'): string {
  const path = join(folder, name);
  copyFileSync(resolve('out', 'sample', 'Netroots.emic'), path);
  return path;
}

export interface PlannedCoding {
  readonly document: string;
  readonly code: string;
  readonly words: string;
}

/** A project with these codings on the seeds, made by the command line; gives its path and the codings' spans. */
export function makeProject(
  folder: string,
  plan: { readonly documents: readonly string[]; readonly codings?: readonly PlannedCoding[] },
): { readonly path: string; readonly codings: readonly KnownCoding[] } {
  const path = join(folder, 'Study.emic');
  emicPrints('new', path);
  if (plan.documents.length > 0) {
    emicPrints('import', path, ...plan.documents.map(seedPath), '--coder', 'Robin');
  }
  const planned = plan.codings ?? [];
  for (const code of new Set(planned.map((coding) => coding.code))) {
    emicPrints('code', 'add', path, code, '--coder', 'Robin');
  }
  const codings = planned.map(({ document, code, words }) => {
    const span = spanOf(seedText(document), words);
    const place = ['--start', String(span.start), '--end', String(span.end)];
    emicPrints('code', 'apply', path, '--code', code, '--document', document, ...place, '--coder', 'Robin');
    return { document, code, span };
  });
  return { path, codings };
}
