// What a preview says and asks for, as far as is known, and what it does when more is.
import { shownNotesOf } from '../support/shown-notes';
import { signal, type Signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Video } from '../../src/core/mean/video';
import type { SyntaxSettings } from '../../src/core/mean/syntax';
import { ALL_SYNTAXES } from '../../src/core/read/shown';
import { VideoMemory } from '../../src/playback/video-memory';
import { PreviewContent } from '../../src/preview/preview-content';
import type { PreviewClip, PreviewState } from '../../src/preview/warm-player';
import { film, zoo } from '../playback/videos';
import { cite } from '../support/cited';
import { FakeNotes } from '../support/fake-notes';
import { atOnce } from '../support/at-once';
import { FakeStorage } from '../support/fake-storage';
import { FakeTexts } from '../support/fake-texts';

let memory: VideoMemory;
let texts: FakeTexts;
let settings: Signal<SyntaxSettings>;
let state: Signal<PreviewState>;
/** What was shown, as `start–end`, and what was asked for, in order. */
let log: string[];
let content: PreviewContent;

const nothing: PreviewState = {
  isRight: false,
  fault: undefined,
  title: undefined,
  length: undefined,
  position: undefined,
};

beforeEach(() => {
  memory = new VideoMemory(new FakeStorage(), atOnce);
  texts = new FakeTexts();
  settings = signal(ALL_SYNTAXES);
  state = signal(nothing);
  log = [];
});

afterEach(() => {
  content.unload();
  vi.restoreAllMocks();
});

interface Opened {
  readonly video?: Video;
  readonly end?: string;
  readonly isStill?: boolean;
}

function open(time: string, { video = zoo, end, isStill = false }: Opened = {}): void {
  const shown = ({ start, end }: PreviewClip): void => {
    log.push(`${start}–${end}`);
  };
  const notes = new FakeNotes({ 'a.md': video });
  content = new PreviewContent(document.body, {
    memory,
    shownNotes: shownNotesOf({ notes, texts, memory, settings }),
    notes,
    previewed: { cited: cite({ time }, { end }), video, note: 'a.md' },
    show: (_, clip) => {
      shown(clip);
      return { state, isStill, show: shown, dispose: () => log.push('end') };
    },
    play: () => log.push('play'),
    opened: () => log.push('opened'),
  });
  content.load();
}

const el = (name = ''): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`.playhead-preview${name}`);
  if (found === null) throw new Error(`There is no ${name}.`);
  return found;
};
const row = (): (string | null)[] => ['-time', '-length', '-title'].map((name) => el(name).textContent);
const report = (changes: Partial<PreviewState>): void => {
  state.value = { ...state.peek(), ...changes };
};

describe('a preview', () => {
  it('says when, for how long, and of what', () => {
    memory.learn(zoo, { title: 'Me at the zoo' });
    open('00:00:04');
    expect(row()).toEqual(['0:04', '15 s', 'Me at the zoo']);
    expect(el('-length').getAttribute('aria-label')).toBe('Clip of 15 seconds');
    expect(log).toEqual(['4–19']);
  });

  it('says where a range ends', () => {
    open('00:00:04', { end: '00:00:44' });
    expect(row()).toEqual(['0:04–0:44', '40 s', '']);
  });

  it('calls a file by its name until the player says a title', () => {
    open('00:00:04', { video: film });
    expect(row()[2]).toBe('film.webm');
    report({ title: 'Film' });
    expect(row()[2]).toBe('Film');
  });

  it('ends its clip at the next moment of the note, once that is read, and follows the note no longer than it lives', () => {
    open('00:00:04');
    const other = '<a class="yt-timestamp" data-t="00:00:07" data-v="aircAruvnKk">[0:07]</a>';
    texts.change('a.md', `[0:04] and [0:12], after ${other}`);
    expect(log).toEqual(['4–19', '4–12']);
    content.unload();
    expect(texts.followed).toEqual([]);
    expect(log.at(-1)).toBe('end');
    expect(document.querySelector('.playhead-preview')).toBeNull();
  });

  it('ends its clip at nothing that is no chip by the settings', () => {
    open('00:00:04');
    texts.change('a.md', '[0:04] and [0:12]');
    settings.value = { ...ALL_SYNTAXES, bareTimes: false };
    expect(log).toEqual(['4–19', '4–12', '4–19']);
  });

  it('shows another moment when the length shows what the timestamp means, and remembers it', () => {
    open('03:01:00');
    report({ length: 600, title: 'A talk' });
    expect(log).toEqual(['10860–10875', '181–196']);
    expect(row()).toEqual(['3:01', '15 s', 'A talk']);
    expect(memory.factsOf(zoo)).toMatchObject({ title: 'A talk' });
    expect(memory.length(zoo).value).toBe(600);
  });

  it('says that the moment is past the end, when that turns out', () => {
    open('20:00');
    report({ length: 600 });
    expect(log).toEqual(['1200–1215', 'end']);
    expect(el('-message').textContent).toBe('20:00 is past the end of this video (10:00).');
  });

  it('is dimmed until the picture is right', () => {
    open('00:00:04');
    expect(el().hasClass('is-right')).toBe(false);
    report({ isRight: true });
    expect(el().hasClass('is-right')).toBe(true);
    report({ isRight: false });
    expect(el().hasClass('is-right')).toBe(false);
  });

  it('plays when its picture is clicked, which leaves the pointer to what is around it, and not what is below', () => {
    open('00:00:04');
    for (const part of ['-row', '-title', '-progress']) el(part).click();
    expect(log).toEqual(['4–19']);
    el().click();
    expect(log).toEqual(['4–19', 'play']);
  });

  it.each([true, false])(
    'is marked where it is a still, whose clip has neither length nor progress: %s',
    (isStill) => {
      open('00:00:04', { isStill });
      expect(el().hasClass('is-still')).toBe(isStill);
    },
  );

  it('draws how far the clip is', () => {
    open('00:00:04');
    report({ position: 7 });
    expect(el().style.getPropertyValue('--playhead-preview-part')).toBe('0.2');
    report({ position: 900 });
    expect(el().style.getPropertyValue('--playhead-preview-part')).toBe('1');
  });

  it('says a fault in words, and what to do about it', () => {
    open('00:00:04');
    report({ fault: 'bad-id' });
    expect(el('-message').innerText).toContain('YouTube does not know this video.');
    expect(el('-advice').textContent).toBe('Check the videoId property of the note.');
    // It keeps its size, which its place depends on; what is wrong from the beginning is small.
    expect(el().hasClass('is-small')).toBe(false);
    content.unload();
    open('00:00:04');
    expect(el().hasClass('is-small')).toBe(true);
  });

  it('takes back what it said when that is so no longer', () => {
    open('20:00');
    report({ fault: 'no-answer' });
    report({ fault: undefined, isRight: true });
    expect(el().className).toBe('playhead-preview is-right');
    expect(el('-message').textContent).toBe('');
    report({ length: 600 });
    expect(el('-message').textContent).toContain('past the end');
    report({ length: 1300 });
    memory.learn(zoo, { length: 1300 });
    expect(log.at(-1)).toBe('1200–1215');
    expect(el().hasClass('has-message')).toBe(false);
  });

  it('has nothing over the picture, and nothing in it that takes the focus or the pointer', () => {
    open('00:00:04');
    expect(el('-stage').hasAttribute('inert')).toBe(true);
    expect(el('-stage').children).toHaveLength(0);
  });
});

describe('its buttons', () => {
  const button = (name: string): HTMLElement => el(`-button[aria-label="${name}"]`);

  it('play the clip', () => {
    open('00:00:04');
    button('Play').click();
    expect(log).toEqual(['4–19', 'play']);
  });

  it('open the video at the second that is shown', () => {
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    open('03:01:00');
    report({ length: 600 });
    button('Open on YouTube').click();
    expect(opened).toHaveBeenCalledWith('https://youtu.be/jNQXAC9IVRw?t=181');
    expect(log.at(-1)).toBe('opened');
  });

  it('are no more than the video can', () => {
    open('00:00:04', { video: film });
    expect(document.querySelectorAll('.playhead-preview button')).toHaveLength(1);
  });
});
