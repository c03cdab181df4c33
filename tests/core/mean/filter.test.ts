// Looking for words in short texts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesOf, wordsOf } from '../../../src/core/mean/filter';

const marked = (text: string, query: string): string | undefined =>
  matchesOf(text, wordsOf(query))?.reduceRight(
    (rest, { from, to }) => `${rest.slice(0, from)}[${rest.slice(from, to)}]${rest.slice(to)}`,
    text,
  );

describe('the words that a user looks for', () => {
  it.each([
    ['A net of neurons', 'neurons net', 'A [net] of [neurons]'],
    ['A net of neurons', '', 'A net of neurons'],
    ['A net of neurons', 'net cat', undefined],
    ['Über ÉCOLE, école', 'uber ecole', '[Über] [ÉCOLE], [école]'],
    ['neuron neuronal', 'neuron neuronal', '[neuron] [neuronal]'],
    ['abab', 'ba ab', '[abab]'],
    ['神经网络', '网络', '神经[网络]'],
    ['İstanbul ß ﬁ 😀 x', '😀 x', 'İstanbul ß ﬁ [😀] [x]'],
    ['what (is) a.b*c', 'a.b*c (is)', 'what [(is)] [a.b*c]'],
  ])('are found in %s: %s', (text, query, expected) => expect(marked(text, query)).toBe(expected));

  it('are found in every text that is made of them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 })), (parts) => {
        const text = parts.join(' ');
        const found = matchesOf(text, wordsOf(text)) ?? [];
        expect(found.length > 0).toBe(text.trim() !== '');
        // Whatever is no space is marked.
        const rest = found.reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), text);
        expect(rest.trim()).toBe('');
      }),
    );
  });
});
