// What a video pane shows beside its player.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Video } from '../../src/core/mean/video';
import { LOADING, type Fault, type Snapshot } from '../../src/player/player';
import { faultsOf, faultText } from '../../src/app/fault';
import { PaneContent } from '../../src/pane/pane-content';
import { film, remote, zoo } from '../playback/videos';

let container: HTMLElement;
let content: PaneContent;
let asked: string[];

beforeEach(() => {
  container = createDiv();
  asked = [];
  content = new PaneContent(container, {
    play: () => undefined,
    retry: () => {
      asked.push('retry');
    },
    openOnSite: () => {
      asked.push('open');
    },
    time: () => 754.9,
  });
});

const failed = (fault: Fault): Snapshot => ({ ...LOADING, status: 'failed', fault });
const buttons = (): HTMLButtonElement[] => Array.from(container.querySelectorAll('button'));
const faults = Object.keys(faultsOf('YouTube')) as Fault[];

describe('a pane', () => {
  it('without a video says how to get one', () => {
    content.show(undefined, undefined);
    expect(container.textContent).toBe('Click a timestamp in a note to play it here.');
    expect(container.hasClass('is-empty')).toBe(true);
  });

  it('with a video says nothing, over the player or in it', () => {
    content.show(zoo, { ...LOADING, status: 'playing', title: 'Me at the zoo' });
    expect(container.textContent).toBe('');
    expect(content.stage.childElementCount).toBe(0);
    expect(container.hasClass('is-empty')).toBe(false);
  });

  it.each([
    [LOADING, true, true],
    [{ ...LOADING, status: 'buffering' }, false, true],
    [{ ...LOADING, status: 'paused' }, false, false],
  ] as const)('looks as if it loads, or waits for more, while it does: %o', (snapshot, loading, waiting) => {
    content.show(zoo, snapshot);
    expect(container.hasClass('is-loading')).toBe(loading);
    expect(container.hasClass('is-waiting')).toBe(waiting);
  });

  it.each(faults)('says what is wrong: %s', (fault) => {
    content.show(zoo, failed(fault));
    expect(container.textContent).toContain(faultText(fault, zoo).sentence);
    expect(container.hasClass('has-fault')).toBe(true);
  });

  it('names the video that is at fault, as text', () => {
    content.show(zoo, { ...failed('gone'), title: '<b>Me at the zoo</b>' });
    expect(container.textContent).toContain('<b>Me at the zoo</b>');
    expect(container.querySelector('b')).toBeNull();
    content.show(film, failed('file-missing'));
    expect(container.textContent).toContain(film.path);
  });

  it('tells a screen reader what is wrong', () => {
    content.show(zoo, failed('no-answer'));
    expect(container.querySelector('[role=status]')?.textContent).toContain('YouTube does not answer.');
  });

  it.each(faults)('offers to open a failed YouTube video on YouTube at its time: %s', (fault) => {
    content.show(zoo, failed(fault));
    const open = buttons().find(({ textContent }) => textContent === 'Open on YouTube at 12:34');
    open?.click();
    expect(asked).toEqual(['open']);
  });

  it.each<Video>([film, remote])('offers YouTube for nothing else: $kind', (video) => {
    content.show(video, failed('file-missing'));
    expect(buttons().map(({ textContent }) => textContent)).toEqual(['Retry']);
  });

  it('tries again when asked', () => {
    content.show(zoo, failed('no-answer'));
    buttons()
      .find(({ textContent }) => textContent === 'Retry')
      ?.click();
    expect(asked).toEqual(['retry']);
  });

  it('shows the poster of what YouTube refuses to play here, and asks for no other', () => {
    for (const fault of faults.filter((one) => one !== 'refused')) {
      content.show(zoo, failed(fault));
      expect(container.querySelector('img'), fault).toBeNull();
    }
    content.show(zoo, failed('refused'));
    const poster = container.querySelector('img');
    expect(poster?.getAttribute('src')).toBe(`https://i.ytimg.com/vi/${zoo.id}/hqdefault.jpg`);
    poster?.dispatchEvent(new Event('error'));
    expect(container.querySelector('.playhead-message-poster')).toBeNull();
    expect(container.querySelector('.playhead-message-icon')).not.toBeNull();
  });

  it('names the file that is missing by its path', () => {
    content.show(film, { ...failed('file-missing'), title: 'film.webm' });
    expect(container.textContent).toContain('media/film.webm');
  });

  it('names what has no picture, in its place', () => {
    const song: Video = { kind: 'file', path: 'media/song.mp3' };
    content.show(song, { ...LOADING, title: 'song.mp3' });
    expect(container.hasClass('is-audio')).toBe(true);
    expect(container.textContent).toBe('song.mp3');
    content.show(film, { ...LOADING, title: 'film.webm' });
    expect(container.hasClass('is-audio')).toBe(false);
    expect(container.textContent).toBe('');
  });

  it('says nothing more of a fault that has passed', () => {
    content.show(zoo, failed('no-answer'));
    content.show(zoo, { ...LOADING, status: 'paused', title: 'Me at the zoo' });
    expect(container.textContent).toBe('');
    expect(container.hasClass('has-fault')).toBe(false);
    expect(buttons()).toEqual([]);
  });
});
