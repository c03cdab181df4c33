// The anchors of a rendered note: each read as it stands, and no word of the note lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan } from '../../../src/core/read/scan';
import { takeAnchors, type Anchor } from '../../../src/chips/reading-view/anchors';

const rendered = (html: string): HTMLElement => {
  const root = createDiv();
  root.innerHTML = html;
  return root;
};

/** What is read of each anchor of `html`: its `data-t`, its label and its `data-v`. */
const read = (html: string): unknown[] =>
  takeAnchors(rendered(html)).map(({ cited: { written, named } }) => [written.time, written.label, named]);

/** The text of `root`, with each anchor that was taken as its time in braces. */
function outline(root: HTMLElement, anchors: readonly Anchor[]): string {
  for (const { el, cited } of anchors) el.replaceWith(`{${cited.written.time ?? ''}}`);
  return root.textContent;
}

const outlineOf = (html: string): string => {
  const root = rendered(html);
  return outline(root, takeAnchors(root));
};

const open = '<a class="yt-timestamp" data-t="00:01:06">';

describe('an anchor', () => {
  it.each([
    [`${open}[00:01:06]</a>`, ['00:01:06', '[00:01:06]', undefined]],
    ['<a class="yt-timestamp" data-t="1:06"> [1:06] </a>', ['1:06', '[1:06]', undefined]],
    ['<a class="x yt-timestamp y" data-t="66">66</a>', ['66', '66', undefined]],
    ['<a class="yt-timestamp" data-t="00:01:06"></a>', ['00:01:06', '', undefined]],
    ['<a class="yt-timestamp">[05:08]</a>', [undefined, '[05:08]', undefined]],
    ['<a class="yt-timestamp" data-t="">[05:08]</a>', ['', '[05:08]', undefined]],
    ['<a class="yt-timestamp" data-t="HH:MM:SS">02:08:05</a>', ['HH:MM:SS', '02:08:05', undefined]],
    ['<a class="yt-timestamp" data-t="N/A">N/A</a>', ['N/A', 'N/A', undefined]],
    [
      '<a class="yt-timestamp" data-t="00:00:05" data-end="00:00:09">[00:00:05 - 00:00:09]</a>',
      ['00:00:05', '[00:00:05 - 00:00:09]', undefined],
    ],
    [
      '<a class="yt-timestamp" data-t="00:00:05" data-v="aircAruvnKk">[00:00:05]</a>',
      ['00:00:05', '[00:00:05]', 'aircAruvnKk'],
    ],
    [`${open}<strong>[00:01:06]</strong></a>`, ['00:01:06', '[00:01:06]', undefined]],
  ])('is read as it stands: %s', (html, expected) => expect(read(html)).toEqual([expected]));

  it('of another kind is left alone', () => {
    const html =
      '<a data-t="00:01:06">[00:01:06]</a><a class="yt=" data-t="1">x</a><span class="yt-timestamp">y</span>';
    const root = rendered(html);
    expect(takeAnchors(root)).toEqual([]);
    expect(root.innerHTML).toBe(html);
  });

  it('is found however deep it stands, in the order of the note', () => {
    const html = `<ul><li>a ${open}[1]</a><ul><li><table><tr><td>${open}[2]</a></td></tr></table></li></ul></li></ul>
      <div class="callout"><blockquote>${open}[3]</a></blockquote></div>`;
    expect(read(html).map((facts) => (facts as string[])[1])).toEqual(['[1]', '[2]', '[3]']);
  });

  it('is taken once', () => {
    const root = rendered(`<p>one ${open}[00:01:06]</a> two</p>`);
    for (const { el } of takeAnchors(root)) el.replaceWith(createSpan({ text: '1:06' }));
    expect(takeAnchors(root)).toEqual([]);
  });
});

describe('an anchor that was never closed', () => {
  it.each([
    [
      'with its label',
      `<p>a ${open}[00:01:06] and the rest <em>of</em> it</a></p>`,
      'a {00:01:06} and the rest of it',
    ],
    ['without a label', `<p>a ${open}and the rest <em>of</em> it</a></p>`, 'a {00:01:06}and the rest of it'],
    ['with a bare time', `<p>${open}00:01:06 and the rest</a></p>`, '{00:01:06} and the rest'],
    [
      'around marked text',
      `<p>${open}<b>[00:01:06] and the rest</b> of it</a></p>`,
      '{00:01:06}[00:01:06] and the rest of it',
    ],
  ])('gives its text back: %s', (_, html, expected) => expect(outlineOf(html)).toBe(expected));

  it.each([
    '[HH:MM:SS] some words of the note',
    '[00:01:06] some words of the note',
    '[ 00:01:06 ] some words of the note',
    '[see] some words of the note',
    '[] some words of the note',
    '00:01:06 some words of the note',
    '[00:01:06, some words of the note',
  ])('has the label that the scanner reads of it: %s', (content) => {
    const source = `${open}${content}</a>`;
    expect(read(source).map((facts) => (facts as string[])[1])).toEqual(
      scan(source).map(({ written }) => written.label),
    );
  });

  it('is one timestamp, though the browser repeats it around the blocks that follow', () => {
    const html =
      `<p>a ${open}[00:01:06] the first,</a></p>${open}\n</a>` +
      `<p>${open}the second paragraph,</a></p>${open}\n</a><ul><li>${open}Hello</a></li></ul>`;
    expect(outlineOf(html)).toBe('a {00:01:06} the first,\nthe second paragraph,\nHello');
  });

  it('at the end of its paragraph is one timestamp too', () => {
    const html = `<p>a ${open}[00:01:06]</a></p>${open}\n</a><p>${open}the second paragraph</a></p>`;
    expect(outlineOf(html)).toBe('a {00:01:06}\nthe second paragraph');
  });

  it('does not hide the timestamps after it', () => {
    const other = '<a class="yt-timestamp" data-t="00:02:00">[00:02:00]</a>';
    expect(outlineOf(`<p>${open}[00:01:06] one, </a>${other} two</p>`)).toBe(
      '{00:01:06} one, {00:02:00} two',
    );
  });

  it('does not hide a timestamp inside what it holds', () => {
    const root = createDiv();
    const outer = root.createEl('a', { cls: 'yt-timestamp', attr: { 'data-t': '00:01:06' } });
    outer.createEl('a', { cls: 'yt-timestamp', attr: { 'data-t': '00:02:00' }, text: '[00:02:00]' });
    expect(outline(root, takeAnchors(root))).toBe('{00:01:06}{00:02:00}');
  });
});

describe('timestamps that look alike', () => {
  it.each([
    ['the same twice', `${open}[00:01:06]</a>, ${open}[00:01:06]</a>`, '{00:01:06}, {00:01:06}'],
    ['twice without a label', `${open}</a>, ${open}</a>`, '{00:01:06}, {00:01:06}'],
    ['the second cut short', `${open}[00:01:06]</a>, ${open}[00:01:0</a>`, '{00:01:06}, {00:01:06}'],
    ['with labels that differ', `${open}[00:01:06]</a>, ${open}[00:09:00]</a>`, '{00:01:06}, {00:01:06}'],
  ])('all stand: %s', (_, html, expected) => expect(outlineOf(`<p>${html}</p>`)).toBe(expected));
});

interface Tree {
  readonly tag: string;
  readonly children: readonly (Tree | string)[];
}

const words = fc.constantFrom('[00:01:06]', 'words', ' and more words ', '\n', '', '00:09:00', '[', ']', '–');
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    tag: fc.constantFrom('a', 'a', 'p', 'em', 'li', 'td'),
    children: fc.array(fc.oneof({ depthSize: 'small' }, words, tie('tree')), { maxLength: 4 }),
  }),
}));

function build({ tag, children }: Tree): HTMLElement {
  const el = createEl(tag as keyof HTMLElementTagNameMap);
  if (tag === 'a') el.className = 'yt-timestamp';
  for (const child of children) el.append(typeof child === 'string' ? child : build(child));
  return el;
}

describe('in whatever a note was rendered to', () => {
  it('no text is lost, moved or added, and every anchor is left with its label alone', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (trees) => {
        const root = createDiv();
        root.append(...trees.map(build));
        const before = root.textContent;
        const anchors = takeAnchors(root);
        expect(root.textContent).toBe(before);
        for (const { el, cited } of anchors) {
          expect(el.textContent.trim()).toBe(cited.written.label);
          expect(root.contains(el)).toBe(true);
          expect(el.querySelector('a')).toBeNull();
        }
        expect(root.querySelectorAll('a.yt-timestamp')).toHaveLength(anchors.length);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['spaces before a word', ' '.repeat(200_000) + 'x y'],
    ['spaces between brackets', `[${' '.repeat(200_000)}`],
    ['digits and colons', '1:'.repeat(100_000)],
    ['brackets', '['.repeat(200_000)],
  ])('%s without end cost no time', (_, text) => {
    const root = createDiv();
    root.createEl('a', { cls: 'yt-timestamp', text });
    const started = performance.now();
    takeAnchors(root);
    expect(root.textContent).toBe(text);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
