// The window of YouTube's frame, for the app: the messages posted to it, and those that it posts.
import { vi } from 'vitest';
import { EMBED_ORIGINS } from '../../src/player/youtube/access';

/** A message from the app; `func` and `args` belong to a command. */
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

  /** While this exists, it is the window of the document's frames. */
  constructor() {
    vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue(this.window);
  }

  /** Returns and forgets the messages so far. */
  take(): Posted[] {
    return this.posts.splice(0).map((text) => JSON.parse(String(text)) as Posted);
  }

  /** Returns and forgets the commands so far, as `seekTo 83.25 true`. */
  takeCommands(): string[] {
    return this.take().flatMap(({ func, args = [] }) =>
      func === undefined ? [] : [[func, ...args].join(' ')],
    );
  }

  /** The frame posts a message. */
  say(message: object): void {
    this.post(JSON.stringify(message));
  }

  /** Posts anything, from the frame or from `from`. */
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

  /** Posts to another window than the plugin's. */
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
