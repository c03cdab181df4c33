// Finds accessibility faults in a page with axe-core.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * One line for each violation in the element that `selector` finds: the rule, the elements that break it, and the measured values.
 * `theirs` are elements that the app draws, which a plugin cannot change.
 */
export async function violationsIn(
  page: Page,
  selector: string,
  theirs: readonly string[] = [],
): Promise<readonly string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate(
    ({ root, theirs }): Promise<AxeResults> =>
      // The content of YouTube's frame is not the plugin's.
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
