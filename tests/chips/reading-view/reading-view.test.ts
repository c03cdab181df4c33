// Chips in what the app renders: each plays the video of its own note, and nothing hostile gets through.
import type { MarkdownPostProcessorContext, MarkdownRenderChild } from 'obsidian';
import { Openings } from '../../../src/app/openings';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Playback } from '../../../src/playback/playback';
import { VideoMemory } from '../../../src/playback/video-memory';
import { ChipActions } from '../../../src/chips/chip-actions';
import { ReadingView } from '../../../src/chips/reading-view/reading-view';
import { lecture, zoo } from '../../playback/videos';
import { useChipGestures } from '../../support/chip-gestures';
import { chipSettings } from '../../support/cited';
import { recordNotices } from '../../support/fake-interface';
import { FakeNoteTexts } from '../../support/fake-note-texts';
import { FakeNotes } from '../../support/fake-notes';
import { FakePanes } from '../../support/fake-panes';
import { FakePreview } from '../../support/fake-preview';
import { atOnce } from '../../support/at-once';
import { FakeStorage } from '../../support/fake-storage';
import { shownNotesOf } from '../../support/shown-notes';
import { NONE_PLAYS } from '../../support/none-plays';

useChipGestures();

let notes: FakeNotes;
let memory: VideoMemory;
let panes: FakePanes;
let preview: FakePreview;
let view: ReadingView;
let children: MarkdownRenderChild[];
let offered: string[];

beforeEach(() => {
  notes = new FakeNotes({ 'a.md': zoo, 'b.md': lecture });
  memory = new VideoMemory(new FakeStorage(), atOnce);
  panes = new FakePanes();
  preview = new FakePreview();
  children = [];
  offered = [];
  const playback = new Playback(panes, () => 'split');
  const offerVideo = (path: string): void => {
    offered.push(path);
  };
  view = new ReadingView(
    {
      notes,
      memory,
      settings: chipSettings(),
      shownNotes: shownNotesOf({ notes, memory }),
      nowPlaying: NONE_PLAYS,
    },
    new ChipActions({
      playback,
      preview,
      opened: new Openings(),
      offerVideo,
      askForVideo: offerVideo,
      openLink: () => undefined,
    }),
    { texts: new FakeNoteTexts(), showSource: () => Promise.resolve() },
  );
});

afterEach(() => {
  view.dispose();
  vi.restoreAllMocks();
});

/** Renders a piece of the note at `path` as the app does: the processor sees it while it is detached. */
function render(html: string, path = 'a.md'): HTMLElement {
  const root = createDiv();
  root.innerHTML = html;
  void view.process(root, contextOf(path));
  for (const child of children) child.load();
  document.body.append(root);
  return root;
}

const contextOf = (sourcePath: string): MarkdownPostProcessorContext => ({
  docId: 'doc',
  sourcePath,
  frontmatter: undefined,
  addChild: (child) => {
    children.push(child);
  },
  getSectionInfo: () => null,
});

const chipsIn = (root: HTMLElement): HTMLElement[] =>
  Array.from(root.querySelectorAll<HTMLElement>('.playhead-chip'));
const click = (el: HTMLElement | undefined): void => {
  el?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
};
const anchor = '<a class="yt-timestamp" data-t="00:01:06">[00:01:06]</a>';

describe('reading view', () => {
  it('shows a list of times in brackets without them, and gives all of it back', () => {
    const root = render('<p>So [5:00, 5:10] and [6:00,6:10].</p>');
    const shown = (): string =>
      Array.from(root.firstElementChild?.childNodes ?? [])
        .filter((node) => !(node instanceof HTMLElement && node.hasClass('playhead-list-mark')))
        .map(({ textContent }) => textContent)
        .join('');
    expect(shown()).toBe('So 5:00 5:10 and 6:00,6:10.');
    expect(root.textContent).toBe('So [5:00, 5:10] and [6:00,6:10].');
    view.dispose();
    expect(root.innerHTML).toBe('<p>So [5:00, 5:10] and [6:00,6:10].</p>');
  });

  it('has a chip for every timestamp, and the text between them as it was', () => {
    const root = render(
      `<ul><li>one ${anchor}, <em>two</em> ${anchor}</li></ul><blockquote>${anchor}!</blockquote>`,
    );
    expect(chipsIn(root)).toHaveLength(3);
    expect(root.textContent).toBe('one 1:06, two 1:061:06!');
    expect(root.querySelector('a')).toBeNull();
  });

  it('is the same after it was processed twice', () => {
    const root = render(`<p>one ${anchor} two</p>`);
    const before = root.innerHTML;
    const [chip] = chipsIn(root);
    void view.process(root, contextOf('a.md'));
    expect(root.innerHTML).toBe(before);
    expect(chipsIn(root)[0]).toBe(chip);
    expect(children).toHaveLength(1);
  });

  it('leaves alone what has no timestamps', () => {
    const html = '<p>Read <a class="internal-link" href="b">this</a> at [11] <code>[00:11:12]</code></p>';
    expect(render(html).innerHTML).toBe(html);
    expect(children).toEqual([]);
  });

  it('plays the video of the note that a chip belongs to, whatever was rendered last', async () => {
    const [first] = chipsIn(render(`<p>${anchor}</p>`, 'a.md'));
    const [second] = chipsIn(render(`<p>${anchor}</p>`, 'b.md'));
    click(first);
    await vi.waitFor(() => expect(panes.panes[0]?.session.video).toEqual(zoo));
    click(second);
    await vi.waitFor(() => expect(panes.panes[0]?.session.video).toEqual(lecture));
  });

  it('plays the video that the note names when it is clicked, not when it was rendered', async () => {
    const [chip] = chipsIn(render(`<p>${anchor}</p>`));
    notes.change('a.md', lecture);
    click(chip);
    await vi.waitFor(() => expect(panes.panes[0]?.session.video).toEqual(lecture));
  });

  it('plays the video that the timestamp names for itself', async () => {
    const [chip] = chipsIn(render('<a class="yt-timestamp" data-t="5" data-v="aircAruvnKk">[5]</a>'));
    click(chip);
    await vi.waitFor(() => expect(panes.panes[0]?.session.video).toEqual(lecture));
  });

  it('offers a note without a video to set one', () => {
    click(chipsIn(render(`<p>${anchor}</p>`, 'c.md'))[0]);
    expect(offered).toEqual(['c.md']);
    expect(panes.opened).toEqual([]);
  });

  it('reads its chips anew when the length of the video becomes known', () => {
    const root = render('<a class="yt-timestamp" data-t="03:01:00">[03:01:00]</a>');
    memory.learnLength(zoo, 4202);
    expect(root.textContent).toBe('3:01');
  });

  it('gets its own rendering back when the plugin ends', () => {
    const html = `<p>one ${anchor} two</p>`;
    const root = render(html);
    view.dispose();
    expect(root.innerHTML).toBe(html);
    memory.learnLength(zoo, 10);
    expect(root.innerHTML).toBe(html);
  });
});

describe('a hostile note', () => {
  const markup = '"><img src=x onerror="alert(1)"><script>alert(2)</script>';

  it.each([
    ['markup', markup],
    ['quotes', `"'\`"'\``],
    ['a script address', 'javascript:alert(1)'],
    ['a data address', 'data:text/html,<script>alert(1)</script>'],
    ['a template', '${alert(1)}{{constructor}}'],
    ['nothing but spaces', ' \u00a0\u2003\n'],
    ['control characters', '\u0000\u202e\ufeff'],
    ['digits without end', '9'.repeat(400)],
  ])('has no element but chips: %s', (_, text) => {
    const notices = recordNotices();
    const root = createDiv();
    const facts = [{ 'data-t': text }, { 'data-v': text, 'data-t': '5' }, { 'data-t': text, 'data-v': text }];
    for (const attr of [...facts, {}]) {
      root.createEl('a', { cls: 'yt-timestamp', attr, text: '[5]' });
      root.createEl('a', { cls: 'yt-timestamp', attr, text });
    }
    const before = root.textContent;
    void view.process(root, contextOf('a.md'));
    expect(before).toContain(text);
    expect(
      Array.from(root.querySelectorAll('*'), (el) => el.className).filter(
        (name) => !name.includes('playhead-chip'),
      ),
    ).toEqual([]);
    for (const chip of chipsIn(root)) {
      expect(chip.getAttributeNames().filter((name) => name.startsWith('on'))).toEqual([]);
      expect(chip.hasAttribute('href')).toBe(false);
      chip.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
      click(chip);
    }
    expect(notices.every((notice) => typeof notice === 'string')).toBe(true);
  });

  it('with ten million characters in each place is rendered in linear time', () => {
    const root = createDiv();
    const garbage = [' ', '1:', '[', 'a"<', '\n'].map((piece) => piece.repeat(10_000_000 / piece.length));
    for (const text of garbage) {
      root.createEl('a', { cls: 'yt-timestamp', attr: { 'data-t': text, 'data-v': text }, text: '[1]' });
      root.createEl('a', { cls: 'yt-timestamp', attr: { 'data-t': '1' }, text: `${text}x y` });
    }
    const started = performance.now();
    void view.process(root, contextOf('a.md'));
    // On a busy machine some seconds; a square of the length would be days.
    expect(performance.now() - started).toBeLessThan(20_000);
    for (const chip of chipsIn(root)) expect(chip.getAttribute('aria-label')?.length).toBeLessThan(300);
  }, 180_000);
});

it('lets what the pointer rests on be previewed, for the note that it is in', () => {
  const root = render(`<p>${anchor}</p>`);
  root.querySelector('.playhead-chip')?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  expect(preview.asked).toEqual(['hover [00:01:06] of youtube in a.md']);
});
