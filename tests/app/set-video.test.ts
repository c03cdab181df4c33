// Setting the video of a note that has none: the offer, and the prompt.
import { Openings } from '../../src/app/openings';
import { App, Notice } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { offerVideo, videoPrompts } from '../../src/app/set-video';
import { fieldOfModal, recordNotices, showModals, submit } from '../support/fake-interface';
import { FakeNotes } from '../support/fake-notes';

const app = App.createConfigured__().asOriginalType__();
let notes: FakeNotes;
let notices: (string | DocumentFragment)[];
let modals: { closed: number };

let opened: Openings;

beforeEach(() => {
  notes = new FakeNotes();
  opened = new Openings();
  notices = recordNotices();
  modals = showModals();
});

afterEach(() => {
  document.body.empty();
  vi.restoreAllMocks();
});

/** Offers to set the video of a.md, and takes the offer. */
function openPrompt(): HTMLInputElement {
  offerVideo({ app, notes, opened }, 'a.md');
  const [notice] = notices;
  if (!(notice instanceof DocumentFragment)) throw new Error('The notice offers nothing.');
  notice.querySelector('button')?.click();
  return fieldOfModal();
}

describe('the offer', () => {
  it('says what is missing and has a button; nothing opens or is written by itself', () => {
    offerVideo({ app, notes, opened }, 'a.md');
    const [notice] = notices;
    expect(notice instanceof DocumentFragment ? notice.textContent : notice).toContain(
      'No video is set for this note: add a videoId property.',
    );
    expect(document.querySelector('input')).toBeNull();
    expect(notes.written).toEqual([]);
  });

  it('names a property that is no video, with its value, and offers to change it', () => {
    notes.unusable = { name: 'video', value: 'https://vimeo.com/76979871' };
    offerVideo({ app, notes, opened }, 'a.md');
    const [notice] = notices;
    expect(notice instanceof DocumentFragment ? notice.textContent : notice).toBe(
      'The video property of this note is not a video that Playhead can play: https://vimeo.com/76979871.Change video',
    );
  });

  it('is there once, however often it is made', () => {
    const hide = vi.spyOn(Notice.prototype, 'hide');
    const { offerVideo: offer } = videoPrompts(app, notes);
    offer('a.md');
    expect(hide).not.toHaveBeenCalled();
    offer('b.md');
    expect(hide).toHaveBeenCalledTimes(1);
  });

  it('names the property that is looked for', () => {
    notes.videoProperty = 'clip';
    offerVideo({ app, notes, opened }, 'a.md');
    const [notice] = notices;
    expect(notice instanceof DocumentFragment ? notice.textContent : notice).toContain(
      'add a clip property.',
    );
  });
});

describe('the prompt', () => {
  it.each([
    ['jNQXAC9IVRw', 'youtube:jNQXAC9IVRw'],
    ['  https://www.youtube.com/watch?v=jNQXAC9IVRw&t=4 ', 'youtube:jNQXAC9IVRw'],
    ['[[film.webm]]', 'file:film.webm'],
    ['https://media.example/talk.mp4', 'url:https://media.example/talk.mp4'],
  ])('takes %j, writes it, and closes', async (text, key) => {
    await submit(openPrompt(), text);
    expect(notes.written).toEqual([`a.md: ${key}`]);
    await vi.waitFor(() => expect(modals.closed).toBe(1));
  });

  it.each(['', 'cats', 'https://example.com/', 'javascript:alert(1)', '<b>jNQXAC9IVRw</b>'])(
    'refuses %j, says so and stays open',
    async (text) => {
      const input = openPrompt();
      await submit(input, text);
      expect(notes.written).toEqual([]);
      expect(modals.closed).toBe(0);
      expect(document.body.textContent).toContain(
        'not a YouTube link or ID, a file in your vault, or a media URL',
      );
    },
  );

  it('writes once, however often it is sent while it writes', async () => {
    const input = openPrompt();
    let finish: () => void = () => undefined;
    const writing = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const setVideo = vi.spyOn(notes, 'setVideo').mockReturnValue(writing);
    await submit(input, 'jNQXAC9IVRw');
    await submit(input, 'jNQXAC9IVRw');
    finish();
    await vi.waitFor(() => expect(modals.closed).toBe(1));
    expect(setVideo).toHaveBeenCalledTimes(1);
  });

  it('can be sent again when the note could not be written', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const input = openPrompt();
    notes.refusal = 'The properties are broken.';
    await submit(input, 'jNQXAC9IVRw');
    await vi.waitFor(() => expect(notices.at(-1)).toContain('The properties are broken.'));
    notes.refusal = undefined;
    await submit(input, 'jNQXAC9IVRw');
    await vi.waitFor(() => expect(modals.closed).toBe(1));
  });

  it('says why when the note cannot be written, and stays open', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    notes.refusal = 'The properties are broken.';
    await submit(openPrompt(), 'jNQXAC9IVRw');
    await vi.waitFor(() => {
      expect(notices.at(-1)).toBe('Could not set the video of this note. The properties are broken.');
    });
    expect(modals.closed).toBe(0);
  });

  it('does not take the Enter that ends the composing of a word', async () => {
    await submit(openPrompt(), 'jNQXAC9IVRw', { isComposing: true });
    expect(notes.written).toEqual([]);
  });
});
