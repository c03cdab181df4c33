// The window of YouTube's frame, as the app sees it: what was posted to it, and what it posts back.
import { vi } from 'vitest';
import { EMBED_ORIGINS } from '../../src/player/youtube/access';

/** A message as the app posts it; `func` and `args` are a command's. */
export interface Posted {
  readonly event: string;
  readonly func?: string;
  readonly args?: readonly unknown[];
  readonly id: number;
  readonly channel: string;
}

export class FakeFrame {
  readonly posts: unknown[] = [];
  readonly origins: string[] = [];

  /** While this stands, the frames of the document have this for their window. */
  constructor() {
    vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue(this.window);
  }

  /** The messages posted so far, taken: the next call gives those that come after. */
  take(): Posted[] {
    return this.posts.splice(0).map((text) => JSON.parse(String(text)) as Posted);
  }

  /** The commands posted so far, taken, as `seekTo 83.25 true`. */
  takeCommands(): string[] {
    return this.take().flatMap(({ func, args = [] }) =>
      func === undefined ? [] : [[func, ...args].join(' ')],
    );
  }

  /** The frame posts a message. */
  say(message: object): void {
    this.post(JSON.stringify(message));
  }

  /** The frame, or with `from` somebody else, posts anything at all. */
  post(
    data: unknown,
    from: { readonly origin?: string; readonly source?: MessageEventSource | null } = {},
  ): void {
    const event = new MessageEvent('message', {
      data,
      origin: EMBED_ORIGINS['privacy-enhanced'],
      source: this.window,
      ...from,
    });
    window.dispatchEvent(event);
  }

  /** The frame posts to another window than the plugin's. */
  postIn(win: Window, data: unknown): void {
    win.dispatchEvent(
      new MessageEvent('message', { data, origin: EMBED_ORIGINS['privacy-enhanced'], source: this.window }),
    );
  }

  private readonly window = {
    postMessage: (data: unknown, origin: string): void => {
      this.posts.push(data);
      this.origins.push(origin);
    },
  } as unknown as Window;
}
