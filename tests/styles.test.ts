// The style sheet, as the oldest installer that may run the app reads it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

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
