// The icons of the plugin: the app draws nothing for a name that it does not have, and promises those of Lucide 0.446.0.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const promised = new Set(readFileSync('tests/host/lucide-0.446.txt', 'utf8').trim().split('\n'));
const known = readdirSync('node_modules/lucide-static/icons').map((name) => name.replace(/\.svg$/, ''));
/** Names of other versions: the app may have them or not. */
const doubtful = new Set(known.filter((name) => !promised.has(name)));

/**
 * The quoted words of `text` that are names of icons which the app does not promise. A word without a hyphen can mean anything
 * else, so that it counts only in a line about icons.
 */
function doubtfulIn(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const words = [...line.matchAll(/['"`](?:lucide-)?([a-z][a-z0-9-]*)['"`]/g)].map(([, word = '']) => word);
    return words.filter((word) => doubtful.has(word) && (word.includes('-') || /icon/i.test(line)));
  });
}

describe('the icons that the sources name', () => {
  it('are reported if the app does not promise them', () => {
    expect(doubtfulIn(`setIcon(el, 'lucide-more-horizontal'); icon: "ellipsis"`)).toEqual([
      'more-horizontal',
    ]);
  });

  it.each(['src', 'tests/host'])('are all among those that the app promises: %s', (folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const found = files.flatMap((name) => doubtfulIn(readFileSync(`${folder}/${name}`, 'utf8')));
    expect(found).toEqual([]);
  });
});
