// What axe-core finds wrong with what a page shows, for those who cannot see it or use no mouse.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * One line for each violation in the element that `selector` finds: the rule, the elements that break it, and what was measured. `theirs` is what the
 * app draws there by itself, which no plugin can mend.
 */
export async function violationsIn(
  page: Page,
  selector: string,
  theirs: readonly string[] = [],
): Promise<readonly string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate(
    ({ root, theirs }): Promise<AxeResults> =>
      // What is in YouTube's frame is YouTube's.
      window.axe.run({ include: [root], exclude: ['iframe', ...theirs] }, { iframes: false }),
    { root: selector, theirs },
  );
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} ${nodes.map(({ html, any }) => `${html} ${JSON.stringify(any.map(({ data }) => data as unknown))}`).join(' ')}`,
  );
}

declare global {
  interface Window {
    axe: { run(context: object, options: object): Promise<AxeResults> };
  }
}
