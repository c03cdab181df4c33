// What Markdown becomes, construct by construct; the classes are those that themes and plugins rely on.
import { expect, it } from 'vitest';
import { useBrowser } from '../support/browser';
import { openRecorded } from './recorder';

const app = useBrowser();

/** Renders in the page, and gives the markup back without icons and the attributes that every link has. */
async function render(markdown: readonly string[]): Promise<string[]> {
  await openRecorded(app, { 'Note.md': '', 'Other.md': '' });
  const rendered = await app.page.evaluate(async (markdown) => {
    const owner = new window.api.Component();
    owner.load();
    const elements = markdown.map(() => createDiv());
    for (const [index, el] of elements.entries()) {
      await window.api.MarkdownRenderer.render(window.app, markdown[index] ?? '', el, 'Note.md', owner);
      for (const icon of el.findAll('svg')) icon.remove();
    }
    owner.unload();
    return elements.map((el) => el.innerHTML);
  }, markdown);
  return rendered.map((html) =>
    html.replaceAll(' target="_blank" rel="noopener nofollow"', '').replaceAll(/>\s+</g, '><').trim(),
  );
}

const player = (id: string): string =>
  `<p><iframe class="external-embed mod-receives-events" allow="fullscreen" frameborder="0" src="https://releases.obsidian.md/youtube?v=${id}" sandbox="allow-forms allow-popups allow-presentation allow-same-origin allow-scripts"></iframe></p>`;

const constructs: readonly (readonly [name: string, markdown: string, html: string])[] = [
  [
    'a picture at the address of a video',
    '![](https://www.youtube.com/watch?v=dQw4w9WgXcQ)',
    player('dQw4w9WgXcQ'),
  ],
  ['the same with a size', '![talk|640x360](https://youtu.be/dQw4w9WgXcQ?t=62)', player('dQw4w9WgXcQ')],
  ['a wikilink', '[[Other]]', '<p><a class="internal-link" data-href="Other" href="Other">Other</a></p>'],
  [
    'a wikilink with its own text',
    '[[Other#Part|shown]]',
    '<p><a class="internal-link" data-href="Other#Part" href="Other#Part">shown</a></p>',
  ],
  [
    'a wikilink to a part',
    '[[Other#Part]]',
    '<p><a class="internal-link" data-href="Other#Part" href="Other#Part">Other &gt; Part</a></p>',
  ],
  [
    'a wikilink to nothing',
    '[[Gone]]',
    '<p><a class="internal-link is-unresolved" data-href="Gone" href="Gone">Gone</a></p>',
  ],
  [
    'a Markdown link to a note',
    '[text](Other.md)',
    '<p><a class="internal-link" data-href="Other.md" href="Other.md">text</a></p>',
  ],
  [
    'a link to the web',
    '[text](https://example.com)',
    '<p><a href="https://example.com" class="external-link">text</a></p>',
  ],
  [
    'a bare address',
    'https://example.com and example.org',
    '<p><a href="https://example.com" class="external-link">https://example.com</a> and example.org</p>',
  ],
  ['a link to a script', '[text](javascript:alert(1))', '<p>[text](javascript:alert(1))</p>'],
  [
    'a picture of a chosen size',
    '![alt|100x50](data:image/gif;base64,R0lGODlhAQABAAAAACw=)',
    '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="alt" width="100" height="50"></p>',
  ],
  ['a highlight', '==so **very**==', '<p><mark>so <strong>very</strong></mark></p>'],
  ['struck text', '~~gone~~', '<p><s>gone</s></p>'],
  ['a line break', 'one\ntwo', '<p>one<br>\ntwo</p>'],
  ['a comment in a line', 'a %%hidden%% b', '<p>a  b</p>'],
  ['a comment of many lines', 'a\n\n%%\nhidden\n\nhidden\n%%\n\nb', '<p>a</p><p>b</p>'],
  ['a tag', 'a #tag/sub', '<p>a <a href="#tag/sub" class="tag">#tag/sub</a></p>'],
  ['a number that is no tag', 'a #1', '<p>a #1</p>'],
  ['a block id', 'text ^my-id', '<p>text</p>'],
  ['math in a line', '$x^2$ for $5', '<p><span class="math math-inline">x^2</span> for $5</p>'],
  ['a block of math', '$$\na < b\n$$', '<div class="math math-block">a &lt; b</div>'],
  ['a code block', '```js\n[[x]]\n```', '<pre><code class="language-js">[[x]]\n</code></pre>'],
  ['code in a line', '`[[x]] #y`', '<p><code>[[x]] #y</code></p>'],
  [
    'a wikilink in a table',
    '| a |\n| --- |\n| [[Other\\|b]] |',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>' +
      '<a class="internal-link" data-href="Other" href="Other">b</a></td></tr></tbody></table>',
  ],
  [
    'task boxes',
    '- [ ] a\n- [x] b',
    '<ul class="has-list-bullet contains-task-list">' +
      '<li data-line="0" data-task="" class="task-list-item">' +
      '<input class="task-list-item-checkbox" type="checkbox" data-line="0">a</li>' +
      '<li data-line="1" data-task="x" class="task-list-item is-checked">' +
      '<input class="task-list-item-checkbox" type="checkbox" data-line="1" checked="">b</li></ul>',
  ],
  ['a quote', '> q', '<blockquote><p>q</p></blockquote>'],
  [
    'a callout',
    '> [!note] Title\n> Text',
    '<div class="callout" data-callout="note" data-callout-metadata="" data-callout-fold="">' +
      '<div class="callout-title"><div class="callout-icon"></div><div class="callout-title-inner">Title</div></div>' +
      '<div class="callout-content"><p>Text</p></div></div>',
  ],
  [
    'a folded callout without a title or text',
    '> [!warning]-',
    '<div class="callout is-collapsible is-collapsed" data-callout="warning" data-callout-metadata="" ' +
      'data-callout-fold="-"><div class="callout-title"><div class="callout-icon"></div>' +
      '<div class="callout-title-inner">Warning</div><div class="callout-fold is-collapsed"></div></div></div>',
  ],
  [
    'a footnote',
    'a[^x]\n\n[^x]: *note*',
    '<p>a<sup class="footnote-ref" id="fnref-1" data-footnote-id="fnref-1">' +
      '<a href="#fn-1" class="footnote-link">[1]</a></sup></p><section class="footnotes"><hr><ol>' +
      '<li id="fn-1" data-line="0"><em>note</em>' +
      '<a href="#fnref-1" class="footnote-backref footnote-link">↩︎</a></li></ol></section>',
  ],
  ['a time in brackets', '[00:11:12]', '<p>[00:11:12]</p>'],
];

it("renders each construct of Obsidian's Markdown", async () => {
  const rendered = await render(constructs.map(([, markdown]) => markdown));
  // By name, so that a difference says what it is a difference of.
  const named = (html: readonly (string | undefined)[]): Record<string, string | undefined> =>
    Object.fromEntries(constructs.map(([name], index) => [name, html[index]]));
  expect(named(rendered)).toEqual(named(constructs.map(([, , html]) => html)));
});

it('wraps each block of reading view in an element that names its kind', async () => {
  const blocks = [
    'p',
    '# h',
    '- u',
    '1. o',
    '> q',
    '> [!note]',
    '| t |\n| - |',
    '```\nc\n```',
    '***',
    '<div>d</div>',
  ];
  await openRecorded(app, { 'Note.md': blocks.join('\n\n') });
  const sections = app.page.locator('.markdown-preview-sizer > [class^="el-"]');
  const kinds = (): Promise<string[]> =>
    sections.evaluateAll((all: HTMLElement[]) => all.map((el) => el.className));
  await expect
    .poll(kinds)
    .toEqual(
      ['p', 'h1', 'ul', 'ol', 'blockquote', 'div', 'table', 'pre', 'hr', 'div'].map((kind) => `el-${kind}`),
    );
  expect(
    await app.page.locator('.markdown-reading-view > .markdown-preview-view.markdown-rendered').count(),
  ).toBe(1);
});

it('folds a callout by a click on its title', async () => {
  await openRecorded(app, { 'Note.md': '> [!note]+ Title\n> Text' });
  const text = app.page.locator('.callout-content');
  await text.waitFor({ state: 'visible' });
  await app.page.locator('.callout-title').click();
  await text.waitFor({ state: 'hidden' });
  await app.page.locator('.callout-title').click();
  await text.waitFor({ state: 'visible' });
});
