// A fingerprint of a picture: of the markup that it shows, and of the plugin's styles for that. A picture is fresh while it has not changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

const docs = join(import.meta.dirname, '../../docs');
const file = join(docs, 'pictures.json');

/** Whether the pictures are made anew, and not compared. */
const isRenewed = process.env['PLAYHEAD_PICTURES'] === 'renew';

function fingerprints(): Readonly<Record<string, string>> {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}

function keepFingerprint(name: string, fingerprint: string): void {
  const all = Object.entries({ ...fingerprints(), [name]: fingerprint });
  const sorted = Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
}

/** Takes a picture for the documents, if they are renewed; else fails if the one there does not show what is shown now. */
export async function expectFresh(
  name: string,
  shown: readonly Locator[],
  take: (path: string) => Promise<unknown>,
): Promise<void> {
  const now = await fingerprint(shown);
  if (isRenewed) {
    await take(join(docs, `${name}.png`));
    keepFingerprint(name, now);
  }
  const command = 'node scripts/media/make-pictures.mjs';
  expect(fingerprints()[name], `docs/${name}.png is old. Run "${command}", and look at it.`).toBe(now);
}

/** Of elements and all in them. Sizes, seconds and ids are no part of it. */
async function fingerprint(shown: readonly Locator[]): Promise<string> {
  const hash = createHash('sha256');
  for (const one of shown) hash.update(await one.evaluate(lookOf));
  return hash.digest('hex').slice(0, 16);
}

function lookOf(root: Element): string {
  const elements = [root, ...root.querySelectorAll('*')];
  // How many rows there are, and of which words, is up to the fonts.
  const isOwn = (el: Element): boolean =>
    el.closest('.playhead-time, .playhead-rows, .playhead-captions') === null;
  const markup = elements.map((el) => {
    const own = Array.from(el.childNodes, (node) => (node.nodeType === 3 ? (node.textContent ?? '') : ''));
    const names = [...el.classList].filter((name) => /playhead|lucide/.test(name));
    return [el.tagName, ...names.sort(), el.role ?? '', isOwn(el) ? own.join('').trim() : ''].join(' ');
  });
  const matches = (selector: string): boolean => {
    const plain = selector
      .replaceAll(/::[\w-]+(?:\([^)]*\))?/g, '')
      .replaceAll(/:(?:hover|focus|active|focus-visible)\b/g, '');
    try {
      return elements.some((el) => el.matches(plain === '' ? '*' : plain));
    } catch {
      return true;
    }
  };
  const rulesOf = (rules: CSSRuleList): string[] =>
    Array.from(rules).flatMap((rule) => {
      if ('selectorText' in rule) {
        const selector = String(rule.selectorText);
        return selector.includes('playhead') && matches(selector) ? [rule.cssText] : [];
      }
      return 'cssRules' in rule ? rulesOf(rule.cssRules as CSSRuleList) : [];
    });
  const styles = Array.from(root.ownerDocument.styleSheets).flatMap(({ cssRules }) => rulesOf(cssRules));
  return JSON.stringify([[...new Set(markup)], styles]);
}
