// Whatever the pane says, the manual says what to do about it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../src/app/fault';
import { PROVIDERS } from '../src/core/mean/provider';
import { en } from '../src/texts/en';

const manual = readFileSync('docs/troubleshooting.md', 'utf8');

/** All texts of the interface; a function is given a name for each value, the list of reasons a list. */
const texts: readonly unknown[] = Object.values(en).flatMap((group) =>
  Object.values(group).map((text: unknown): unknown => {
    if (typeof text !== 'function') return text;
    const value = text === en.check.reasons ? [] : 'YouTube';
    return Reflect.apply(text, undefined, Array<unknown>(text.length).fill(value));
  }),
);

/** The words that begin an entry of a list say what is wrong; all other bold ones are of the interface. */
const bold = [...manual.replace(/^- \*\*[^*]+\*\*/gm, '-').matchAll(/\*\*([^*]+)\*\*/g)].map(textOf);
const quoted = [...manual.matchAll(/(?<![\w`])_([^_`]+)_(?!\w)/g)].map(textOf);
const firstColumn = [...manual.matchAll(/^\| ([^|]*[.]) +\|/gm)].map(textOf);

function textOf([, text = '']: RegExpExecArray): string {
  return text;
}

describe('the manual', () => {
  const { site } = PROVIDERS.youtube;
  it.each(Object.entries(faultsOf(site ?? '')))('helps with the fault %s', (_, { sentence }) => {
    expect(manual.includes(`| ${sentence}`), sentence).toBe(true);
  });

  it.each([
    en.pane.waitingForYouTube,
    en.pane.youTubeSilent,
    en.pane.youTubeShowsOther,
    en.pane.pressPlayInPlayer(''),
    en.pane.pressPlay,
    en.pane.withheldRemark,
    en.pane.subtitlesUnreadable,
  ])('helps where the pane says: %s', (sentence) => {
    expect(manual.includes(`| ${sentence}`), sentence).toBe(true);
  });

  it.each(bold)('names a button, command or setting that exists: %s', (name) => {
    expect(texts).toContain(name);
  });

  it.each([...quoted, ...firstColumn])('quotes what the plugin says: %s', (start) => {
    expect(texts.filter((text) => String(text).startsWith(start))).not.toEqual([]);
  });

  it('names buttons, notices and what the pane says', () => {
    expect(Math.min(bold.length, quoted.length, firstColumn.length)).toBeGreaterThan(4);
  });
});
