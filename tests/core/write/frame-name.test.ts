// What the picture of a moment is called.
import { describe, expect, it } from 'vitest';
import { fileName, frameName } from '../../../src/core/write/frame-name';

describe('the name of a frame', () => {
  it.each([
    ['talk.mp4', 66.9, 'talk 00-01-06'],
    ['talk.mp4', 0, 'talk 00-00-00'],
    ['Part 1. The cell', 3605, 'Part 1. The cell 01-00-05'],
    ['What is |this|? A [note]: 50 % #1^2', 1, 'What is this A note 50 1 2 00-00-01'],
    ['..', 1, 'Frame 00-00-01'],
    ['', 1, 'Frame 00-00-01'],
    ['a/b\\c\u0000d', 1, 'a b c d 00-00-01'],
    ['x'.repeat(300), 1, `${'x'.repeat(150)} 00-00-01`],
    ['講'.repeat(83), 1, `${'講'.repeat(50)} 00-00-01`],
    [`x${'😀'.repeat(60)}`, 1, `x${'😀'.repeat(37)} 00-00-01`],
    ['half of \ud83d one', 1, 'half of one 00-00-01'],
  ])('of %j at %d s is %j', (title, seconds, name) => expect(frameName(title, seconds)).toBe(name));
});

describe('the name of a note', () => {
  it.each([
    ['Part 1: The cell?', 'Part 1 The cell'],
    ['講演', '講演'],
    [' . ', undefined],
    ['a/b', 'a b'],
    ['Con', undefined],
    ['Con Air', 'Con Air'],
  ])('for the title %j is %j', (title, name) => expect(fileName(title)).toBe(name));
});
