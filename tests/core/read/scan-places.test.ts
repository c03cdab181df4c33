// Where in a note timestamps are looked for, and where not.
import { describe, expect, it } from 'vitest';
import { scan } from '../../../src/core/read/scan';
import { marked } from '../marked';

const anchor = '<a class="yt-timestamp" data-t="0:04">[0:04]</a>';

function expectMarked(note: string): void {
  const { text, ranges } = marked(note);
  expect(scan(text).map(({ from, to }) => [from, to])).toEqual(ranges);
}

describe('timestamps are found in', () => {
  it.each([
    ['a heading', '# «[0:04]»\n## Two «[0:05]» ##'],
    ['lists', '- «[0:04]» one\n  - two «[0:05]»\n\n    more «[0:06]»\n1. «[0:07]»'],
    [
      'items deeper than code would be',
      '*   one\n    *   two\n        *   three «[0:04]»\n\n            more «[0:05]»',
    ],
    ['an item that begins in its second line', '-\n     «[0:04]»'],
    ['a task', '- [ ] «[0:04]»\n- [x] «[0:05]»'],
    ['a quote', '> «[0:04]»\n> > «[0:05]»\nlazy «[0:06]»'],
    ['a callout', '> [!note]- At «[0:04]»\n> text «[0:05]»'],
    ['a table', '| a | b «[0:04]» |\n| --- | :-: |\n| «[0:05]» | `x` «[0:06]» |\n«[0:07]» | b'],
    ['a paragraph that goes on indented', 'one\n    «[0:04]»'],
    ['emphasis', '**«[0:04]»** _«[0:05]»_ ~~«[0:06]»~~ ==«[0:07]»=='],
    ['HTML', '<div>\n<b title="[0:03]">«[0:04]»</b>\n</div>'],
    ['lines that end as on Windows', '---\r\ntitle: x\r\n---\r\n\r\n```\r\n[0:03]\r\n```\r\n«[0:04]»\r\n'],
    ['text behind a formula, a comment or code', '$$ x $$ «[0:04]»\n\n%% x %% «[0:05]»\n\n`x` «[0:06]»'],
    ['a note that only begins like one with properties', '---\ntitle: «[0:04]»\n'],
    ['text between rules', 'a\n\n---\n\n«[0:04]»\n\n---\n'],
    ['text behind a fence', '```\n[0:03]\n```\n«[0:04]»'],
    ['text behind an item with a fence that is never closed', '- ```\n  [0:03]\n\n«[0:04]»'],
    ['text that holds the mark of a fence', 'a ``` b «[0:04]»\n\n``` not ` a fence «[0:05]»'],
  ])('%s', (_, note) => expectMarked(note));
});

describe('nothing is found in', () => {
  it.each([
    ['properties', `---\ntitle: "[0:04]"\nat: ${anchor}\n---\n`],
    ['fenced code', `\`\`\`\n[0:04]\n${anchor}\n\`\`\``],
    ['code fenced with more marks', '`````md\n```\n[0:04]\n```\n[0:05]\n`````'],
    ['code fenced with tildes', '~~~ js\n[0:04]\n```\n[0:05]\n~~~'],
    ['a fence that is never closed', '```\n[0:04]\n\n# [0:05]\n'],
    ['fenced code in a list', '- a\n  ```\n  [0:04]\n\n  [0:05]\n  ```'],
    ['fenced code in a quote', '> ```\n> [0:04]\n> ```'],
    ['indented code', `a\n\n    [0:04]\n\n\t${anchor}`],
    ['indented code in an item', '- a\n\n      [0:04]'],
    ['indented code that begins an item', '-     [0:04]'],
    ['indented code in a quote', '>     [0:04]'],
    ['indented code behind the end of a list', '- a\n\nb\n\n    [0:04]'],
    ['indented code behind a heading', '# a\n    [0:04]'],
    ['code in a line', `\`[0:04]\` \`\`a \` [0:04]\`\` \`${anchor}\``],
    ['code over two lines', '`a\n[0:04]`'],
    ['code behind a paragraph with a lone backtick', 'a ` b\n\n`[0:04]`'],
    ['code in a cell, with an escaped bar', '| a |\n| - |\n| `b \\| [0:04]` |'],
    ['HTML code', '<code>[0:04]</code> <pre>[0:05]</pre>'],
    ['raw HTML', '<script>\n\nlet a = "[0:04]";\n</script>\n\na <style>[0:05]</style>'],
    ['a formula', `$[0:04]$ $x ${anchor} y$ $$[0:05]$$`],
    ['a block of formulas', '$$\n[0:04]\n\n[0:05]\n$$'],
    ['a comment', `%%[0:04]%% a %% ${anchor} %%`],
    ['a block comment', '%%\n[0:04]\n\n- [0:05]\n%%'],
    ['an HTML comment', `<!-- [0:04] --> a <!-- ${anchor} -->`],
    ['an HTML comment over blank lines', '<!--\n[0:04]\n\n[0:05]\n-->'],
    ['wikilinks and embeds', '[[00:01:02]] ![[00:01:02]] [[a|0:04]] [[a#0:05]]'],
    ['references to footnotes', '[^0:04] [^1]'],
    ['footnotes', '[^1]: [0:04]\n    and [0:05]\n\nA^[see [0:06] there]^[0:07]'],
    ['definitions of links', '[a]: <[0:04]> "[0:05]"\n[0:06]: https://example.com'],
    ['targets of links', '[a](b[0:04].md) [a](<[0:05]>) [a](b "[0:06]")'],
    ['attributes of tags', `<b title="[0:04]"> <img alt='${anchor}'>`],
    ['addresses', '<https://example.com/[0:04]>'],
  ])('%s', (_, text) => expect(scan(text)).toEqual([]));
});

it('takes the anchors of footnotes and of the text of links, which are shown', () => {
  expectMarked(`[^1]: [0:03] «${anchor}»\n\nA^[see «${anchor}»] [b «${anchor}» [0:05]](c.md)`);
});

describe('a mark without its partner hides nothing', () => {
  it.each([
    '`',
    '``',
    '$',
    '$$',
    '%%',
    '<!--',
    '[',
    '](',
    '[[',
    '<b title="',
    '<a class="yt-timestamp',
    '<code',
    '\\',
  ])('%s', (mark) => expectMarked(`a ${mark} b «[0:04]»\n\n«[0:05]»`));

  it.each(['`', '$', '%%', '<!--', '<a href="', '`` ` ', '[a]('])('across paragraphs: %s', (mark) => {
    expectMarked(`a ${mark} b\n\n«[0:04]»\n\na ${mark} b`);
    expectMarked(`- a ${mark} b\n- «[0:04]»\n- a ${mark} b`);
    expectMarked(`# a ${mark} b\n«[0:04]»\n# a ${mark} b`);
  });

  it('of a timestamp, and so does what ends a tag or a label in another paragraph', () => {
    const open = '<a class="yt-timestamp" data-t="0:04';
    expectMarked(`«${open}>» so\n\nit goes">on`);
    expectMarked(`«${open}">[0:04» so\n\nit goes] on`);
    expectMarked(`«${open}">[0:04]»</a\n\n> on`);
  });
});
