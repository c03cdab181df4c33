// The chips of one piece of a note: they follow lengths and notes, and touch the page for nothing else.
import { beforeEach, describe, expect, it } from 'vitest';
import { VideoMemory } from '../../src/playback/video-memory';
import { Chip } from '../../src/ui/chip';
import { ChipGroup } from '../../src/ui/chip-group';
import { lecture, zoo } from '../playback/videos';
import { FakeNotes } from '../support/fake-notes';
import { FakeStorage } from '../support/fake-storage';

let notes: FakeNotes;
let memory: VideoMemory;
let root: HTMLElement;
let note: { path: string };
let groups: Set<ChipGroup>;

beforeEach(() => {
  notes = new FakeNotes({ 'a.md': zoo });
  memory = new VideoMemory(new FakeStorage());
  root = createDiv();
  note = { path: 'a.md' };
  groups = new Set();
});

function group(...times: readonly string[]): ChipGroup {
  return groupOf(times.map((time) => ({ time })));
}

function groupOf(timestamps: readonly { readonly time: string; readonly video?: string }[]): ChipGroup {
  const chips = timestamps.map(({ time, video }) => {
    const source = root.createEl('a', { text: time });
    return new Chip({
      written: { time, label: `[${time}]` },
      namedVideo: video,
      source,
      onGesture: () => undefined,
    });
  });
  return new ChipGroup(root, note, chips, { notes, memory }, groups);
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

  it('follow the note to another video, and then that one’s length', () => {
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
    expect(root.firstElementChild?.getAttribute('aria-label')).toContain('cannot be read');
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

  it('give the note its own rendering back', () => {
    const pieces = group('00:01:06', '03:01:00');
    pieces.load();
    pieces.restore();
    expect(root.innerHTML).toBe('<a>00:01:06</a><a>03:01:00</a>');
  });
});
