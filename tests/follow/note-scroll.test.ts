// How a view of a note is scrolled to a moment: smoothly where it is laid out, by a jump where it is not, or not at all.
import type { MarkdownView } from 'obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scrollTargetIn } from '../../src/follow/scroll-target';
import { NoteScroll } from '../../src/follow/note-scroll';
import { scan } from '../../src/core/read/scan';
import { ViewUse } from '../../src/follow/view-use';

const text = 'One\n\nTwo [0:10]';
const [timestamp] = scan(text);
if (timestamp === undefined) throw new Error('There is no timestamp.');
const target = { path: 'a.md', text, tick: { seconds: 10, end: undefined, timestamp } };

let container: HTMLElement;
let scroller: HTMLElement;
let mode: 'preview' | 'source';
let path: string;
let use: ViewUse;
let chips: HTMLElement[];
/** Where the place is by the editor; undefined where that is not laid out. */
let laidOut: { readonly top: number; readonly height: number } | undefined;
let done: unknown[];

vi.mock('../../src/follow/scroll-target');

beforeEach(() => {
  vi.mocked(scrollTargetIn).mockImplementation((_, offset) => ({
    scroller,
    extent: laidOut,
    jump: () => {
      done.push(`offset ${offset}`);
    },
  }));
  document.body.empty();
  container = document.body.createDiv();
  scroller = container.createDiv('markdown-preview-view');
  at(scroller, 100, 500);
  Object.defineProperty(scroller, 'clientHeight', { value: 500 });
  mode = 'preview';
  path = 'a.md';
  use = new ViewUse();
  chips = [];
  laidOut = undefined;
  done = [];
  scroller.scrollBy = (options) => {
    done.push(options);
    use.moved(performance.now());
  };
});

afterEach(() => {
  vi.restoreAllMocks();
});

function at(el: HTMLElement, top: number, height = 20): HTMLElement {
  vi.spyOn(el, 'getBoundingClientRect').mockReturnValue({ top, height } as DOMRect);
  vi.spyOn(el, 'isShown').mockReturnValue(true);
  return el;
}

function show(mayJump = true): boolean {
  vi.spyOn(container, 'isShown').mockReturnValue(container.isConnected);
  const applyScroll = (line: number): void => {
    done.push(`line ${line}`);
  };
  const view = {
    containerEl: container,
    contentEl: container,
    file: { path },
    getMode: () => mode,
    previewMode: { containerEl: container, applyScroll },
  } as unknown as MarkdownView;
  const note = new NoteScroll({
    view,
    use,
    chips: (seconds) => (seconds === 10 ? chips : []),
  });
  return note.show(target, mayJump);
}

describe.each(['preview', 'source'] as const)('a view that shows a note as %s', (shown) => {
  beforeEach(() => {
    mode = shown;
  });

  it('scrolls smoothly to the chip, and does not take that for the user’s doing', () => {
    chips = [at(scroller.createSpan(), 900)];
    expect(show()).toBe(false);
    expect(done).toEqual([{ top: 650, behavior: 'smooth' }]);
    expect(use.quietIn(performance.now())).toBe(0);
  });

  it('does so at once where motion is to be reduced', () => {
    vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
    chips = [at(scroller.createSpan(), 900)];
    show();
    expect(done).toEqual([{ top: 650, behavior: 'instant' }]);
  });

  it('stays where the chip is well in view', () => {
    chips = [at(scroller.createSpan(), 300)];
    show();
    expect(done).toEqual([]);
  });

  it('goes by the first chip that is in it', () => {
    chips = [at(createSpan(), 300), at(scroller.createSpan(), 900), at(scroller.createSpan(), 300)];
    show();
    expect(done).toEqual([{ top: 650, behavior: 'smooth' }]);
  });

  it('is left alone when it is hidden, or has gone on to another note', () => {
    chips = [at(scroller.createSpan(), 900)];
    path = 'b.md';
    show();
    path = 'a.md';
    container.remove();
    show();
    expect(done).toEqual([]);
  });
});

describe('a moment that is not laid out', () => {
  it('is jumped to by its line where the note is read, and looked at again', () => {
    expect(show()).toBe(true);
    expect(done).toEqual(['line 2']);
    expect(show(false)).toBe(false);
    expect(done).toHaveLength(1);
  });

  it('is jumped to by its place in the text where the note is edited', () => {
    mode = 'source';
    expect(show()).toBe(true);
    expect(done).toEqual([`offset ${text.indexOf('[')}`]);
  });

  it('is found by its place in the text where the source alone is shown', () => {
    mode = 'source';
    laidOut = { top: 900, height: 20 };
    expect(show()).toBe(false);
    expect(done).toEqual([{ top: 650, behavior: 'smooth' }]);
  });

  it('is jumped to without that being taken for the user’s doing', () => {
    show();
    use.moved(performance.now());
    expect(use.quietIn(performance.now())).toBe(0);
  });
});
