// The video pane as a view: what it keeps, and when its player pauses, reloads and ends.
import { signal } from '@preact/signals-core';
import { Menu, type MenuItem } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VideoPane } from '../../src/pane/video-pane';
import { zoo } from '../playback/videos';
import { FakeFrame } from '../support/fake-frame';
import { pick, titlesOf } from '../support/fake-interface';
import { FakeWorkspace } from '../support/fake-workspace';

const saved = { video: 'youtube:jNQXAC9IVRw', time: 83.25, rate: 1.5 };

let frame: FakeFrame;
let world: FakeWorkspace;
let pane: VideoPane;
let observed: { readonly tell: (isIntersecting: boolean) => void; ended: boolean } | undefined;
let migrate: (() => void) | undefined;

class Observer {
  constructor(callback: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
    observed = {
      tell: (isIntersecting) => callback([{ isIntersecting: !isIntersecting }, { isIntersecting }]),
      ended: false,
    };
  }

  observe(): void {
    // It tells when the test says so.
  }

  disconnect(): void {
    if (observed !== undefined) observed.ended = true;
  }
}

beforeEach(async () => {
  vi.useFakeTimers();
  frame = new FakeFrame();
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.spyOn(HTMLElement.prototype, 'onWindowMigrated').mockImplementation((listener) => {
    migrate = () => {
      listener(window);
    };
    return () => {
      migrate = undefined;
    };
  });
  world = new FakeWorkspace();
  ({ pane } = await world.openPane());
});

afterEach(() => {
  world.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function restore(state: unknown): Promise<void> {
  await pane.setState(state, { history: false });
  observed?.tell(true);
}
const iframe = (): HTMLIFrameElement | null => pane.containerEl.querySelector('iframe');
const parameters = (): URLSearchParams => new URL(iframe()?.src ?? '').searchParams;

function answer(info: object = {}): void {
  frame.say({ event: 'initialDelivery', info: { currentTime: 83.25, playbackRate: 1.5, ...info }, id: 1 });
  frame.take();
}

describe('the state of a video pane', () => {
  it('is empty while the pane is', () => {
    expect(pane.getState()).not.toHaveProperty('video');
    expect(pane.getDisplayText()).toBe('Video');
  });

  it('comes back from a layout, paused at the right second', async () => {
    await restore(saved);
    expect(parameters().get('start')).toBe('83');
    expect(parameters().get('autoplay')).toBe('0');
    expect(pane.getState()).toMatchObject(saved);
    answer();
    expect(pane.getState()).toMatchObject(saved);
  });

  it('loads nothing before the pane is seen', async () => {
    await pane.setState(saved, { history: false });
    expect(iframe()).toBeNull();
    expect(pane.getState()).toMatchObject(saved);
    observed?.tell(true);
    expect(parameters().get('start')).toBe('83');
  });

  it('keeps whether the note follows, and is saved when that changes', async () => {
    expect(pane.getState()).toMatchObject({ follow: false });
    await restore({ ...saved, follow: true });
    expect(pane.session.following.isOn.peek()).toBe(true);
    expect(pane.getState()).toMatchObject({ ...saved, follow: true });
    world.saves.mockClear();
    pane.session.following.toggle();
    expect(world.saves).toHaveBeenCalled();
    expect(pane.getState()).toMatchObject({ ...saved, follow: false });
  });

  it.each([undefined, null, {}, { video: 'x' }, { video: 'youtube:"><script>', time: 5 }, 'youtube'])(
    'that is %j changes nothing',
    async (state) => {
      await restore(state);
      expect(iframe()).toBeNull();
      expect(pane.session.video).toBeUndefined();
    },
  );

  it('keeps its place when the player fails', async () => {
    await restore(saved);
    vi.advanceTimersByTime(10_000);
    expect(pane.containerEl.textContent).toContain('YouTube does not answer.');
    expect(pane.containerEl.textContent).toContain('Open on YouTube at 1:23');
    expect(pane.getState()).toMatchObject(saved);
  });

  it('is what its fault offers to open, also when the user goes elsewhere', async () => {
    await restore(saved);
    vi.advanceTimersByTime(10_000);
    pane.session.seek(754);
    expect(pane.containerEl.textContent).toContain('Open on YouTube at 12:34');
    answer({ playerState: 1 });
    pane.session.seek(5);
    expect(pane.containerEl.textContent).not.toContain('Open on YouTube at');
  });

  it('is saved when the video comes, and while it plays once in a minute', async () => {
    const { saves } = world;
    saves.mockClear();
    await restore(saved);
    expect(saves).toHaveBeenCalled();
    answer({ playerState: 1 });
    saves.mockClear();
    for (let second = 84; second < 144; second += 1) {
      vi.advanceTimersByTime(1000);
      frame.say({ event: 'infoDelivery', info: { currentTime: second, videoLoadedFraction: 0.5 } });
    }
    expect(saves).toHaveBeenCalledTimes(1);
  });

  it.each<[string, () => void]>([
    ['pauses', () => frame.say({ event: 'onStateChange', info: 2 })],
    [
      'is sought',
      () => {
        pane.session.seek(20);
        frame.say({ event: 'infoDelivery', info: { currentTime: 20 } });
      },
    ],
    ['is sought in the player itself', () => frame.say({ event: 'infoDelivery', info: { currentTime: 20 } })],
    ['has another speed', () => frame.say({ event: 'infoDelivery', info: { playbackRate: 2 } })],
    ['is hidden', () => observed?.tell(false)],
  ])('is saved when the video %s', async (_, act) => {
    await restore(saved);
    answer({ playerState: 1 });
    world.saves.mockClear();
    act();
    expect(world.saves).toHaveBeenCalled();
  });

  it.each<[string, () => void]>([
    ['waits for more', () => frame.say({ event: 'onStateChange', info: 3 })],
    ['has another volume', () => frame.say({ event: 'infoDelivery', info: { volume: 20, muted: true } })],
  ])('is not saved when the video %s', async (_, act) => {
    await restore(saved);
    answer({ playerState: 1 });
    world.saves.mockClear();
    act();
    expect(world.saves).not.toHaveBeenCalled();
  });

  it('is saved at once when the page goes, and when the app comes behind others', async () => {
    await restore(saved);
    world.savesNow.mockClear();
    window.dispatchEvent(new Event('pagehide'));
    expect(world.savesNow).toHaveBeenCalledTimes(1);
    const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(world.savesNow).toHaveBeenCalledTimes(2);
    state.mockRestore();
    const tasks = { add: vi.fn<(task: () => Promise<unknown>) => void>() };
    world.app.workspace.trigger('quit', tasks);
    await tasks.add.mock.calls[0]?.[0]();
    expect(world.savesNow).toHaveBeenCalledTimes(3);
  });
});

describe('a video pane', () => {
  it('is named for its video, in its header too', async () => {
    await restore(saved);
    world.headers.mockClear();
    answer({ videoData: { title: 'Me at the zoo' } });
    expect(pane.getDisplayText()).toBe('Me at the zoo');
    expect(world.headers).toHaveBeenCalled();
  });

  it('is named as it was before, while its player has not said its name', async () => {
    world.options.memory.learn(zoo, { title: 'Me at the zoo' });
    await restore(saved);
    expect(pane.getDisplayText()).toBe('Me at the zoo');
  });

  it('pauses when it cannot be seen, and not when it can', async () => {
    await restore(saved);
    answer({ playerState: 1 });
    observed?.tell(true);
    expect(frame.takeCommands()).toEqual([]);
    observed?.tell(false);
    expect(frame.takeCommands()).toEqual(['pauseVideo']);
  });

  it.each([
    ['pauses', true, 'nothing', 1],
    ['plays on, where the setting says so', false, 'nothing', 0],
    ['plays on as picture in picture', true, 'video', 0],
    ['pauses, where something else is picture in picture', true, 'body', 1],
  ])('with a file that cannot be seen %s', async (_, pauseHiddenMedia, inPicture, pauses) => {
    Object.assign(world.options, { settings: signal({ pauseAtClipEnd: true, pauseHiddenMedia }) });
    await restore({ video: 'file:film.webm', time: 5, rate: 1 });
    const element = pane.containerEl.querySelector('video') ?? expect.fail('There is no media element.');
    const pause = vi.spyOn(element, 'pause');
    const elements = { nothing: null, video: element, body: document.body };
    Object.defineProperty(document, 'pictureInPictureElement', {
      configurable: true,
      value: elements[inPicture as keyof typeof elements],
    });
    observed?.tell(false);
    Reflect.deleteProperty(document, 'pictureInPictureElement');
    expect(pause).toHaveBeenCalledTimes(pauses);
  });

  it('is seen or not as the window says that it is in', async () => {
    await restore(saved);
    const main = observed;
    let made = 0;
    class PopoutObserver extends Observer {
      constructor(callback: ConstructorParameters<typeof Observer>[0]) {
        super(callback);
        made += 1;
      }
    }
    const popout = Object.assign(Object.create(window) as Window, { IntersectionObserver: PopoutObserver });
    Object.defineProperty(pane.contentEl, 'win', { value: popout });
    migrate?.();
    expect(made).toBe(1);
    expect(main?.ended).toBe(true);
    expect(observed).not.toBe(main);
    answer({ playerState: 1 });
    observed?.tell(false);
    expect(frame.take()).toContainEqual(expect.objectContaining({ func: 'pauseVideo' }));
  });

  it('goes on where it was in another window', async () => {
    await restore(saved);
    answer({ playerState: 1 });
    frame.say({ event: 'infoDelivery', info: { currentTime: 84 }, id: 1 });
    const before = iframe();
    migrate?.();
    expect(iframe()).not.toBe(before);
    expect(pane.containerEl.querySelectorAll('iframe')).toHaveLength(1);
    expect(parameters().get('start')).toBe('84');
    expect(parameters().get('autoplay')).toBe('1');
    expect(pane.getState()).toMatchObject({ time: 84, rate: 1.5 });
  });

  it('tries again, playing, when the user asks for it', async () => {
    await restore(saved);
    vi.advanceTimersByTime(10_000);
    const before = iframe();
    const retry = Array.from(pane.containerEl.querySelectorAll('button')).find(
      ({ textContent }) => textContent === 'Retry',
    );
    retry?.click();
    expect(iframe()).not.toBe(before);
    expect(parameters().get('autoplay')).toBe('1');
    expect(pane.containerEl.textContent).not.toContain('YouTube does not answer.');
  });

  it.each([
    [true, true],
    [false, false],
  ])('tries again by itself when the network is back: seen %s, tries %s', async (seen, tries) => {
    await restore(saved);
    vi.advanceTimersByTime(10_000);
    observed?.tell(seen);
    const before = iframe();
    window.dispatchEvent(new Event('online'));
    expect(iframe() !== before).toBe(tries);
  });

  it('tries again, once, when the network came back while the player loaded that then does not answer', async () => {
    await restore(saved);
    const first = iframe();
    vi.advanceTimersByTime(3000);
    window.dispatchEvent(new Event('online'));
    expect(iframe()).toBe(first);
    vi.advanceTimersByTime(7000);
    const second = iframe();
    expect(second).not.toBe(first);
    vi.advanceTimersByTime(60_000);
    expect(iframe()).toBe(second);
    expect(pane.containerEl.textContent).toContain('YouTube does not answer.');
  });

  it('tries nothing again for a network that came back before its player was there, or that it got ready with', async () => {
    window.dispatchEvent(new Event('online'));
    await restore(saved);
    const first = iframe();
    vi.advanceTimersByTime(10_000);
    expect(iframe()).toBe(first);
    pane.session.reload(true);
    const second = iframe();
    window.dispatchEvent(new Event('online'));
    answer({ playerState: 1 });
    vi.advanceTimersByTime(60_000);
    expect(pane.containerEl.textContent).toContain('YouTube has not answered for a while.');
    expect(iframe()).toBe(second);
  });

  it('opens YouTube at its second, from its menu', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    const items = (): MenuItem[] => {
      const menu = Menu.create2__();
      pane.onPaneMenu(menu.asOriginalType2__(), 'more-options');
      return menu.menuItems__;
    };
    expect(titlesOf(items())).toEqual([]);
    await restore(saved);
    pick(items(), 'Open on YouTube');
    expect(open).toHaveBeenCalledWith('https://youtu.be/jNQXAC9IVRw?t=83');
  });

  it('copies a link to its second, from its time', async () => {
    await restore(saved);
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    pane.containerEl.querySelector<HTMLElement>('.playhead-time')?.click();
    expect(write).toHaveBeenCalledWith('https://youtu.be/jNQXAC9IVRw?t=83');
  });

  it('has controls that control it', async () => {
    await restore(saved);
    answer({ playerState: 2 });
    pane.containerEl.querySelector<HTMLElement>('[aria-label="Forward 5 seconds"]')?.click();
    expect(frame.takeCommands()).toEqual(['seekTo 88.25 true']);
  });

  it('says what to do while it is empty', () => {
    const message = pane.containerEl.querySelector('.playhead-message');
    expect(message?.textContent).toBe('Click a timestamp in a note to play it here.');
  });
});

describe('the end of a video pane', () => {
  it('leaves nothing: no player, no timer, nothing watched', async () => {
    await restore(saved);
    answer({ playerState: 1 });
    await pane['onClose']();
    pane.unload();
    expect(pane.contentEl.childElementCount).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(observed?.ended).toBe(true);
    expect(migrate).toBeUndefined();
    frame.say({ event: 'onStateChange', info: 2 });
    expect(frame.posts).toEqual([]);
  });

  it('says why when something is played in it before it is open', () => {
    const { leaf } = pane;
    expect(() => {
      new (pane.constructor as typeof VideoPane)(leaf, world.options).session.show(zoo);
    }).toThrow('The video pane is not open.');
  });
});
