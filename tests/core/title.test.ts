// A title may have any length; what is kept of it has not.
import { expect, it } from 'vitest';
import { boundedTitle, LONGEST_TITLE } from '../../src/core/mean/title';

it('A title is kept as it is, up to 300 characters', () => {
  const longest = 'a'.repeat(300);
  expect(boundedTitle(longest)).toBe(longest);
  expect(boundedTitle('')).toBe('');
});

it.each(['a'.repeat(301), 'a'.repeat(1_000_000), `${'a'.repeat(298)}😀😀`])(
  'A title that is longer is cut off, between two characters',
  (title) => {
    const kept = boundedTitle(title);
    expect(kept.length).toBeLessThanOrEqual(LONGEST_TITLE);
    expect(kept).toMatch(/^a{298,}…$/);
  },
);
