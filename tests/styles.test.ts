// The style sheet, as the oldest installer that may run the app reads it.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/** The lines of a style sheet that mix colours for browsers which may not know how to. */
function unguardedMixes(css: string): number[] {
  const found: number[] = [];
  let depth = 0;
  let guardedFrom: number | undefined;
  for (const [index, line] of css.split('\n').entries()) {
    const asks = /@supports[^{]*color-mix\(/.test(line);
    if (asks) guardedFrom ??= depth;
    else if (line.includes('color-mix(') && guardedFrom === undefined) found.push(index + 1);
    depth += (line.match(/\{/g)?.length ?? 0) - (line.match(/\}/g)?.length ?? 0);
    if (guardedFrom !== undefined && depth <= guardedFrom && !asks) guardedFrom = undefined;
  }
  return found;
}

describe('a colour that is mixed', () => {
  it('is found where nothing asks whether it can be', () => {
    const guarded = '@supports (color: color-mix(in srgb, red, blue)) {\n.a {\ncolor: color-mix(x);\n}\n}\n';
    expect(unguardedMixes(`${guarded}.b {\n--c: color-mix(x);\n}`)).toEqual([7]);
  });

  it('stands only where the browser says that it can mix colours', () => {
    expect(unguardedMixes(readFileSync('styles.css', 'utf8'))).toEqual([]);
  });
});

const css = readFileSync('styles.css', 'utf8');
const settingsBlock = /\/\* @settings\n([\s\S]*?)\*\//.exec(css)?.[1] ?? '';
const themed = (parse(settingsBlock) as { settings: readonly { id: string; type: string }[] }).settings.map(
  ({ id }) => `--${id}`,
);

/** The variables that a sheet uses, and those that it sets. */
function variablesIn(sheet: string): {
  readonly used: ReadonlySet<string>;
  readonly set: ReadonlySet<string>;
} {
  const plain = sheet.replace(/\/\*[\s\S]*?\*\//g, '');
  const names = (pattern: RegExp): ReadonlySet<string> =>
    new Set([...plain.matchAll(pattern)].map(([, name = '']) => name));
  return { used: names(/var\(\s*(--[\w-]+)/g), set: names(/(?:^|[{;\s])(--[\w-]+)\s*:/g) };
}

describe('a variable that is used', () => {
  it('is documented by the app, set by the plugin, for themes to set, or has something to fall back on', () => {
    // The list is of the variables that the app documents.
    const listed = variablesIn(readFileSync('tests/host/obsidian-variables.css', 'utf8')).set;
    // These it documents as well; the host has no use for them.
    const documented = new Set([...listed, '--bold-weight', '--checkbox-size']);
    const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(`src/${path}`, 'utf8'))
      .join('\n');
    const { used, set } = variablesIn(css);
    const unknown = [...used].filter(
      (name) =>
        new RegExp(`var\\(\\s*${name}\\s*\\)`).test(css) &&
        !documented.has(name) &&
        !set.has(name) &&
        !themed.includes(name) &&
        !code.includes(`'${name}'`),
    );
    expect(unknown).toEqual([]);
  });

  it('is found where nobody knows it', () => {
    expect([...variablesIn('a { color: var(--nobody, var( --b)); --c: 1; /* var(--d) */ }').used]).toEqual([
      '--nobody',
      '--b',
    ]);
  });
});

describe('the variables for themes', () => {
  it('are those of Style Settings, used each with a colour to fall back on, and set nowhere', () => {
    const { used, set } = variablesIn(css);
    expect(themed.length).toBeGreaterThan(5);
    for (const name of themed) {
      expect(used, name).toContain(name);
      expect(set, name).not.toContain(name);
      expect(css.replaceAll(/\s+/g, ' '), name).not.toMatch(new RegExp(`var\\( ?${name} ?\\)`));
    }
  });

  it('are those that the manual lists', () => {
    const listed = [...readFileSync('docs/theming.md', 'utf8').matchAll(/^\| `(--playhead-[\w-]+)`/gm)].map(
      ([, name]) => name,
    );
    expect(listed).toEqual(themed);
  });
});
