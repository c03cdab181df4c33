// Whether a chip in an editor is bold or italic, by the marks around its timestamp.
import { expect, it } from 'vitest';
import { emphasisIn } from '../../../src/chips/live-preview/emphasis';

it.each<[string, string]>([
  ['**[1:00]**', 'bold'],
  ['*[1:00]*', 'italic'],
  ['_[1:00]_', 'italic'],
  ['__[1:00] so__', 'bold'],
  ['***[1:00]***', 'bold italic'],
  ['**so [1:00]**', 'bold'],
  ['**so *at [1:00]* then**', 'bold italic'],
  ['***so* at [1:00]**', 'bold'],
  ['*a* [1:00] *b*', ''],
  ['**a** [1:00] **b**', ''],
  ['2 * [1:00] * 3', ''],
  ['**[1:00] and no end', ''],
  ['\\*[1:00]\\*', ''],
  ['`**`[1:00]`**`', ''],
  ['snake_[1:00]_case', ''],
  ['[1:00]', ''],
])('%s: %s', (text, said) => {
  const from = text.indexOf('[1:00]');
  const { isBold, isItalic } = emphasisIn(text, { from, to: from + 6 });
  expect([isBold === true ? 'bold' : '', isItalic === true ? 'italic' : ''].join(' ').trim()).toBe(said);
});
