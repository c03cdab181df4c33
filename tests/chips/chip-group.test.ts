// The chips of one piece of a note: they follow lengths and notes, and touch the page for nothing else.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Signal } from '@preact/signals-core';
import type { Cited } from '../../src/core/mean/timestamp';
import { videoKey } from '../../src/core/mean/video';
import type { CitedMoment } from '../../src/playback/now-playing';
import { VideoMemory } from '../../src/playback/video-memory';
import { Chip } from '../../src/chips/chip';
import { ChipGroup } from '../../src/chips/chip-group';
import { ReplaceableElement, type Replaceable } from '../../src/chips/replaceable';
import { NoteChips, type ChipSettings } from '../../src/chips/chip-state';
import { replaceablesIn } from '../../src/chips/reading-view/rendered-timestamps';
import { lecture, zoo } from '../playback/videos';
import { chipSettings, cite } from '../support/cited';
import { FakeNotes } from '../support/fake-notes';
import { atOnce } from '../support/at-once';
import { FakeStorage } from '../support/fake-storage';
import { shownNotesOf } from '../support/shown-notes';

let notes: FakeNotes;
let memory: VideoMemory;
let root: HTMLElement;
let note: { path: string };
let groups: Set<ChipGroup>;
let settings: Signal<ChipSettings>;

beforeEach(() => {
  notes = new FakeNotes({ 'a.md': zoo });
  memory = new VideoMemory(new FakeStorage(), atOnce);
  root = createDiv();
  note = { path: 'a.md' };
  groups = new Set();
  placed.clear();
  settings = chipSettings();
});

function group(...times: readonly string[]): ChipGroup {
  return groupOf(times.map((time) => ({ time })));
}

function groupOf(timestamps: readonly { readonly time: string; readonly video?: string }[]): ChipGroup {
  const places = timestamps.map(({ time, video }) => {
    const source = root.createEl('a', { text: time });
    return new ReplaceableElement(source, cite({ time }, { named: video }));
  });
  return groupIn(places);
}

/** The seconds at which chips are to be marked, while they are on screen. */
const placed = new Map<Chip, string>();
const nowPlaying = {
  register: (chip: Chip, { note: { path }, video, seconds }: CitedMoment) => {
    placed.set(chip, `${path} ${videoKey(video)} ${seconds}`);
  },
  drop: (chip: Chip) => {
    placed.delete(chip);
  },
};

function groupIn(replaceables: readonly Replaceable[]): ChipGroup {
  const makeChip = (cited: Cited): Chip => new Chip(cited, () => undefined);
  const noteChips = new NoteChips(note, {
    notes,
    memory,
    settings,
    shownNotes: shownNotesOf({ notes, memory, settings }),
    nowPlaying,
  });
  return new ChipGroup(root, { replaceables, noteChips, makeChip }, groups);
}

const faces = (): string[] => Array.from(root.children, ({ textContent }) => textContent);
const inert = (): boolean[] => Array.from(root.children, (el) => el.classList.contains('is-inert'));

describe('the chips of a note', () => {
  it('stay with their note when it is renamed', () => {
    const pieces = group('00:01:06');
    pieces.load();
    note.path = 'b.md';
    notes.change('b.md', zoo);
    notes.change('a.md', undefined);
    expect(inert()).toEqual([false]);
    pieces.unload();
  });

  it('are shown at once, before whoever renders the note has loaded anything', () => {
    group('00:01:06', '03:01:00');
    expect(faces()).toEqual(['1:06', '3:01:00']);
  });

  it('are read with the length that is known already', () => {
    memory.learnLength(zoo, 4202);
    group('03:01:00');
    expect(faces()).toEqual(['3:01']);
  });

  it('are read anew, every one, when the length is learned', () => {
    group('00:01:06', '03:01:00').load();
    memory.learnLength(zoo, 4202);
    expect(faces()).toEqual(['1:06', '3:01']);
  });

  it('are not read anew for the length of another video', () => {
    group('03:01:00').load();
    memory.learnLength(lecture, 4202);
    expect(faces()).toEqual(['3:01:00']);
  });

  it('of a note without a video are inert until it has one, and again when it has none', () => {
    notes.change('a.md', undefined);
    group('00:01:06').load();
    expect(inert()).toEqual([true]);
    notes.change('a.md', zoo);
    expect(inert()).toEqual([false]);
    notes.change('a.md', undefined);
    expect(inert()).toEqual([true]);
  });

  it('change when the note gets another video, and again when the length of that video is learned', () => {
    group('03:01:00').load();
    memory.learnLength(zoo, 4202);
    notes.change('a.md', lecture);
    expect(faces()).toEqual(['3:01:00']);
    memory.learnLength(lecture, 200);
    expect(faces()).toEqual(['3:01']);
  });

  it('that name a video of their own follow that, and have it where the note has none', () => {
    notes.change('a.md', undefined);
    groupOf([{ time: '03:01:00', video: lecture.id }, { time: '00:01:06' }]).load();
    expect(inert()).toEqual([false, true]);
    memory.learnLength(lecture, 4202);
    expect(faces()[0]).toBe('3:01');
  });

  it('that name a video that cannot be read are inert, though the note has one', () => {
    groupOf([{ time: '00:01:06', video: '"><script>' }]).load();
    expect(inert()).toEqual([true]);
    expect(root.firstElementChild?.getAttribute('aria-label')).toContain(
      'Playhead cannot play the video of this timestamp',
    );
  });

  it('do not touch the page when the note changes and its video does not', () => {
    const pieces = groupOf([{ time: '00:01:06' }, { time: '00:00:05', video: lecture.id }]);
    pieces.load();
    const observer = new MutationObserver(() => undefined);
    observer.observe(root, { attributes: true, childList: true, characterData: true, subtree: true });
    notes.change('a.md', { ...zoo });
    notes.change('b.md', lecture);
    memory.learnLength(zoo, 4202);
    memory.learnLength(lecture, 4202);
    expect(observer.takeRecords()).toEqual([]);
    observer.disconnect();
  });

  it('follow nothing more when their piece of the note is gone', () => {
    const pieces = group('03:01:00');
    pieces.load();
    pieces.unload();
    memory.learnLength(zoo, 4202);
    notes.change('a.md', undefined);
    expect(faces()).toEqual(['3:01:00']);
    expect(groups.size).toBe(0);
  });

  it('are marked by what they say now, and only while whoever renders the note keeps them', () => {
    const key = `youtube:${zoo.id}`;
    const pieces = group('00:01:06', '03:01:00', 'never');
    expect([...placed.values()]).toEqual([]);
    pieces.load();
    expect([...placed.values()]).toEqual([`a.md ${key} 66`, `a.md ${key} 10860`]);
    memory.learnLength(zoo, 4202);
    expect([...placed.values()]).toEqual([`a.md ${key} 66`, `a.md ${key} 181`]);
    notes.change('a.md', undefined);
    expect([...placed.values()]).toEqual([]);
    notes.change('a.md', lecture);
    expect(placed.size).toBe(2);
    pieces.unload();
    expect([...placed.values()]).toEqual([]);
  });

  it('give the note its own rendering back', () => {
    const pieces = group('00:01:06', '03:01:00');
    pieces.load();
    pieces.restore();
    expect(root.innerHTML).toBe('<a>00:01:06</a><a>03:01:00</a>');
  });
});

describe('bare times and links', () => {
  const link = '<a href="https://youtu.be/aircAruvnKk?t=66">1:06</a>';
  const html = `<p>At [00:00:05], [00:01:06 | 00:02:00] and ${link}.</p>`;
  const chips = (): string[] =>
    Array.from(root.querySelectorAll('.playhead-chip'), ({ textContent }) => textContent);

  function rendered(): ChipGroup {
    root.innerHTML = html;
    const pieces = groupIn(replaceablesIn(root));
    pieces.load();
    return pieces;
  }

  it('are chips in a note that has a video; what stands around them is as it was', () => {
    rendered();
    expect(chips()).toEqual(['0:05', '1:06', '2:00', '1:06']);
    expect(root.textContent).toBe('At 0:05, [1:06 | 2:00] and 1:06.');
  });

  it('become chips when the note gets a video, and the note’s own text again when it loses it', () => {
    notes.change('a.md', undefined);
    const pieces = rendered();
    expect(root.textContent).toBe('At [00:00:05], [00:01:06 | 00:02:00] and 1:06.');
    notes.change('a.md', zoo);
    expect(chips()).toHaveLength(4);
    notes.change('a.md', undefined);
    expect(chips()).toEqual(['1:06']);
    pieces.restore();
    expect(root.innerHTML).toBe(html);
  });

  it('follow their settings at once', () => {
    rendered();
    settings.value = { ...settings.value, bareTimes: false };
    expect(chips()).toEqual(['1:06']);
    settings.value = { ...settings.value, links: false };
    expect(root.innerHTML).toBe(html);
    settings.value = { ...settings.value, bareTimes: true, links: true, label: 'as-written' };
    expect(chips()).toEqual(['00:00:05', '00:01:06', '00:02:00', '1:06']);
  });

  it('keep their elements when a length is learned', () => {
    rendered();
    const before = Array.from(root.querySelectorAll('.playhead-chip'));
    memory.learnLength(zoo, 100);
    expect(Array.from(root.querySelectorAll('.playhead-chip'))).toEqual(before);
    expect(chips()).toEqual(['0:05', '1:06', '0:02', '1:06']);
  });
});

describe('a chip costs', () => {
  const times = Array.from({ length: 40 }, (_, second) => `00:01:${second + 10}`);

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('one look at its state, though its piece is loaded right after it was made', () => {
    const renew = vi.spyOn(NoteChips.prototype, 'renew');
    const pieces = group(...times);
    pieces.load();
    expect(renew).toHaveBeenCalledTimes(times.length);
    expect(placed.size).toBe(times.length);
    pieces.unload();
  });

  it('two elements, two attributes, no other class, no listener and no layout', () => {
    const anchors = times.map((time) => `<a class="yt-timestamp" data-t="${time}">[${time}]</a>`);
    root.innerHTML = `<p>${anchors.join(' and ')}</p>`;
    const attributes = vi.spyOn(Element.prototype, 'setAttribute');
    const listeners = vi.spyOn(HTMLElement.prototype, 'addEventListener');
    const classes = vi.spyOn(HTMLElement.prototype, 'toggleClass');
    const layouts = vi.spyOn(Element.prototype, 'getBoundingClientRect');
    const pieces = groupIn(replaceablesIn(root));
    pieces.load();
    expect(root.querySelectorAll('p *')).toHaveLength(2 * times.length);
    // A few are written once, for the element that all are copied from.
    expect(attributes.mock.calls.length).toBeLessThan(2 * times.length + 10);
    expect(classes).not.toHaveBeenCalled();
    expect(listeners).not.toHaveBeenCalled();
    expect(layouts).not.toHaveBeenCalled();
    pieces.unload();
  });

  it('no walk through the text beside it, where nothing looks like a time', () => {
    root.innerHTML = `<p>It is said${' here, <b>once</b>'.repeat(40)}, <a class="yt-timestamp" data-t="00:01:06">[00:01:06]</a></p>`;
    const matches = vi.spyOn(Element.prototype, 'matches');
    groupIn(replaceablesIn(root)).load();
    expect(faces()).toEqual([expect.stringMatching(/1:06$/)]);
    expect(matches).not.toHaveBeenCalled();
  });
});
