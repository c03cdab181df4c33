// Reads a note line by line, as the app's editor does: each line gets its classes and tokens, and hands on what it is in.
import type { BlockState } from './block-state';
import { type BlockPart, isCalloutHead, type Line } from './line';
import { continuesOpen, readOpen } from './open-blocks';
import { readText } from './text-lines';
import type { Token } from './tokens';

export interface LineReading {
  readonly lineClasses: readonly string[];
  readonly tokens: readonly Token[];
  readonly state: BlockState;
  readonly block: BlockPart | undefined;
}

export function readLine(text: string, before: BlockState, below: () => string): LineReading {
  const open = continuesOpen(text, before);
  const quote = open ? before.quote : quoteDepth(text);
  const line = beginLine({ text, before, below, quote });
  const outcome = open ? readOpen(line) : readText(line);
  const settled: BlockState = {
    within: 'text',
    opener: '',
    depth: 0,
    lists: [],
    after: 'other',
    ...outcome.state,
    quote,
  };
  const part: BlockPart | undefined =
    quote === 0
      ? outcome.block
      : { kind: isCalloutHead(line) ? 'callout' : 'quote', first: before.quote === 0, last: true };
  return { lineClasses: line.lineClasses, tokens: line.tokens, state: settled, block: part };
}

function quoteDepth(text: string): number {
  return (/^(?: {0,3}> ?)+/.exec(text)?.[0] ?? '').split('>').length - 1;
}

interface Given {
  text: string;
  before: BlockState;
  below: () => string;
  quote: number;
}

function beginLine({ text, before, below, quote }: Given): Line {
  const lineClasses: string[] = [];
  const tokens: Token[] = [];
  const mark = / {0,3}> ?/y;
  for (let depth = 1; depth <= quote; depth++) {
    const from = mark.lastIndex;
    mark.test(text);
    const classes = ['quote', `quote-${depth}`];
    tokens.push({
      from,
      to: mark.lastIndex,
      classes: ['formatting', 'formatting-quote', `formatting-quote-${depth}`, ...classes],
    });
  }
  if (quote > 0) lineClasses.push('HyperMD-quote', `HyperMD-quote-${quote}`);
  const base = quote > 0 ? ['quote', `quote-${quote}`] : [];
  return { text, from: mark.lastIndex, quote, before, lineClasses, tokens, base, below };
}
