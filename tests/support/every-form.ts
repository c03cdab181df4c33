// An example of each form of a timestamp, for the second 62. A new form compiles only with one.
import type { SyntaxName } from '../../src/core/mean/syntax';

export const ID = 'dQw4w9WgXcQ';

export const EXAMPLES: Readonly<Record<SyntaxName, string>> = {
  anchor: '<a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>',
  bare: '[1:02]',
  link: `[1:02](https://youtu.be/${ID}?t=62)`,
  line: '**1:02** · words',
  parentheses: '(1:02)',
  address: `https://youtu.be/${ID}?t=62`,
  block: '```timestamp\n1:02\n```',
  macro: '{{youtube-timestamp 62}}',
};
