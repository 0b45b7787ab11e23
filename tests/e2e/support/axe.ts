import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/**
 * What axe finds wrong with all that is on the screen now, or with the part that a selector names: a sentence for
 * each, with the elements.
 */
export async function axeViolations(page: Page, within?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations } = await page.evaluate(async (part): Promise<AxeResults> => {
    // Colours in the middle of a transition are nobody's.
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    // An open menu stands over all landmarks and in none.
    const hasMenu = document.querySelector('[role="menu"]') !== null;
    const rules = { region: { enabled: !hasMenu } };
    return Reflect.get(window, 'axe').run(part ?? document, { resultTypes: ['violations'], rules });
  }, within);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 5).map(({ html, failureSummary }) => {
      const why = failureSummary?.split('\n').slice(1, 3).join(' ').trim() ?? '';
      return `${id}: ${help}. ${html.slice(0, 200)} ${why}`;
    }),
  );
}
