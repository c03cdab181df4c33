// What counts as a timestamp in rendered notes, and that everything around it stays as it is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaceablesIn } from '../../../src/chips/reading-view/rendered-timestamps';

const rendered = (html: string): HTMLElement => {
  const root = createDiv();
  root.innerHTML = html;
  return root;
};

/** The text of what was rendered from `html`, with each timestamp as what is read of it, in braces. */
function outlineOf(html: string): string {
  const root = rendered(html);
  for (const replaceable of replaceablesIn(root)) {
    replaceable.show(
      replaceable.cited.map(({ kind, written, end, named }) =>
        createSpan({
          text: `{${[kind, written.time, end, named].filter((part) => part !== undefined).join(' ')}}`,
        }),
      ),
    );
  }
  return root.textContent;
}

const anchor = '<a class="yt-timestamp" data-t="00:01:06">[00:01:06]</a>';

describe('in running text', () => {
  it.each([
    ['At [00:11:12] he says', 'At {bare 00:11:12} he says'],
    ['[0:00]', '{bare 0:00}'],
    ['[00:11:12, 00:12:40]', '[{bare 00:11:12}, {bare 00:12:40}]'],
    ['[00:01:00 | 00:02:00]', '[{bare 00:01:00} | {bare 00:02:00}]'],
    ['[00:11:12 - 00:12:00]', '{bare 00:11:12 00:12:00}'],
    ['<strong>[00:11:12]</strong>', '{bare 00:11:12}'],
    [`${anchor} and [00:11:12]`, '{anchor 00:01:06} and {bare 00:11:12}'],
    // The same text in an anchor and beside it, before and behind.
    [`[00:01:06] and ${anchor}`, '{bare 00:01:06} and {anchor 00:01:06}'],
    [`${anchor} and [00:01:06]`, '{anchor 00:01:06} and {bare 00:01:06}'],
    [`${anchor.repeat(2)} and [00:01:06]`, '{anchor 00:01:06}{anchor 00:01:06} and {bare 00:01:06}'],
    ['&lt;a class="yt="yt-timestamp" data-t="00:15:11"&gt;[00:15:11], so', '{anchor 00:15:11}, so'],
    ['[1], [a], [4:3], [00:11:12 ff.], 00:11:12', '[1], [a], [4:3], [00:11:12 ff.], 00:11:12'],
    ['a &lt; b [', 'a < b ['],
  ])('%s', (html, outline) => expect(outlineOf(`<p>${html}</p>`)).toBe(outline));
});

it('a link around a timestamp is left alone, and the timestamp is found', () => {
  const root = rendered('<p><a href="https://youtu.be/jNQXAC9IVRw?t=4"></a></p>');
  // No parser of HTML puts an anchor into a link; whoever builds elements may.
  root.querySelector('a')?.appendChild(rendered(anchor));
  const replaceables = replaceablesIn(root);
  expect(replaceables.map(({ cited }) => cited.map(({ kind }) => kind))).toEqual([['anchor']]);
});

describe('a link', () => {
  const link = (href: string, text: string): string => `<a class="external-link" href="${href}">${text}</a>`;
  const address = 'https://youtu.be/jNQXAC9IVRw?t=4';
  it.each([
    ['whose text is a time', link(address, '0:04'), `{link 4 ${address}}`],
    ['with brackets in its text', link(address, '[0:04]'), `{link 4 ${address}}`],
    ['whose text is a range', link(address, '0:04 - 0:09'), `{link 4 0:09 ${address}}`],
    [
      'at 0:00',
      link('https://youtu.be/jNQXAC9IVRw?t=0', '0:00'),
      '{link 0 https://youtu.be/jNQXAC9IVRw?t=0}',
    ],
    ['whose text says more', link(address, 'at 0:04'), 'at 0:04'],
    ['whose text says more behind a bracket', link(address, '[0:04] Welcome'), '[0:04] Welcome'],
    ['whose text is marked', link(address, '<strong>0:04</strong>'), `{link 4 ${address}}`],
    ['with a picture beside the time', link(address, '0:04 <img alt="">'), '0:04 '],
    ['to the whole video', link('https://youtu.be/jNQXAC9IVRw', '0:04'), '0:04'],
    ['to another site', link('https://example.com/?t=4', '0:04'), '0:04'],
    ['to its own text', '<a class="internal-link" href="00:04">00:04</a>', '{link 00:04}'],
    ['of script', link('javascript:alert(1)', '0:04'), '0:04'],
  ])('%s', (_, html, outline) => expect(outlineOf(`<p>${html}</p>`)).toBe(outline));
});

describe('a bare time that stands in no prose is left alone', () => {
  it.each([
    ['code', '<code>[00:11:12]</code>'],
    ['a code block', '<pre><code>[00:11:12]</code></pre>'],
    ['a formula', '<span class="math">[00:11:12]</span>'],
    ['a footnote', '<section class="footnotes"><p>[00:11:12]</p></section>'],
    ['a link', '<a href="x">[00:11:12]</a>'],
    ['an embed of another note', '<span class="internal-embed"><p>[00:11:12]</p></span>'],
    ['a chip', '<span class="playhead-chip">[00:11:12]</span>'],
  ])('%s', (_, html) => expect(replaceablesIn(rendered(`<p>${html}</p>`))).toEqual([]));
});

describe('in whatever text a note has', () => {
  const pieces = fc.constantFrom(
    '[00:11:12]',
    '[0:01, 0:02]',
    '[',
    ']',
    'words ',
    '<',
    '<a class="yt-timestamp"',
    '\n',
  );
  it('chips come and go without a trace', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(pieces, { maxLength: 8 }), { maxLength: 4 }),
        fc.func(fc.boolean()),
        (runs, keep) => {
          const root = createDiv();
          for (const run of runs) root.createEl('p').append(run.join(''));
          const before = root.innerHTML;
          const replaceables = replaceablesIn(root);
          for (const replaceable of replaceables) {
            replaceable.show(
              replaceable.cited.map((cited) =>
                keep(cited) ? createSpan({ text: cited.written.label }) : undefined,
              ),
            );
          }
          for (const replaceable of replaceables) replaceable.show([]);
          expect(root.innerHTML).toBe(before);
        },
      ),
    );
  });
});
