// The ways that people and their tools write times, each in several variants: the chips are the same in both views.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chipsOfBoth, outlineOf } from '../../support/both-views';

const OWN = 'youtube:dQw4w9WgXcQ';
const file = join(import.meta.dirname, '../../fixtures/variants.txt');

/** Each begins with `=== name`, and ends with `=> chips`. With `@raw` it is a whole note, with `@crlf` its lines end as on Windows. */
const variants = readFileSync(file, 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((variant) => {
    const [, head = '', body = '', chips = ''] = /^(.*)\n([^]*?)\n=> ?(.*)/.exec(variant) ?? [];
    const note = head.includes('@raw') ? body : `---\nvideoId: dQw4w9WgXcQ\n---\n${body}`;
    const text = head.includes('@crlf') ? note.replaceAll('\n', '\r\n') : note;
    return { name: head.replace(/ @.*/, ''), text, chips: chips.split('; ').filter((chip) => chip !== '') };
  });

describe('the chips of a note are those that a reader would take for moments of its video', () => {
  it.each(variants)('$name', ({ text, chips }) => {
    const { source, rendered } = chipsOfBoth(text);
    expect(source.map((chip) => outlineOf(chip, OWN))).toEqual(chips);
    // In reading view they are collected by what they are made of.
    expect(rendered.map((chip) => outlineOf(chip, OWN)).sort()).toEqual([...chips].sort());
  });
});

it('there are variants of every kind', () => expect(variants.length).toBeGreaterThan(150));
