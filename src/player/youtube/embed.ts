// The frame that YouTube's player is in, from loading its page through the handshake to the commands.
import { EMBED_ORIGINS, type EmbedHost } from './access';
import { FRAME_ATTRIBUTES } from './embed-url';
import { Handshake } from './handshake';
import { command, decodeMessage, listening, SUBSCRIPTIONS, type PlayerMessage } from './protocol';

/** The messages of the player, except that it is ready to listen: that concerns the handshake only. */
export type Report = Exclude<PlayerMessage, { readonly event: 'readyToListen' }>;

export interface EmbedOptions {
  readonly container: HTMLElement;
  /** The player has spoken for the first time since its page came, and now knows what it was told meanwhile. */
  readonly onAnswer: () => void;
  readonly onReport: (report: Report) => void;
  /** The frame was moved, and loaded its page anew by itself: that has the first address, and has forgotten where it was. */
  readonly onNewPage: () => void;
  /** The player does not answer, or has fallen silent. */
  readonly onSilence: () => void;
}

export class Embed {
  private readonly win: Window;
  /**
   * The windows in which the player is heard. It answers the window whose script asked it, which is the app's, also where the frame is in a
   * pop-out; until it was asked it speaks to the one that the frame is in.
   */
  private readonly ears: ReadonlySet<Window>;
  private readonly handshake: Handshake;
  private frame: HTMLIFrameElement | undefined;
  private origin: string | undefined;
  private answered = false;
  /** Whether the page is still to load, as it was asked to; a player may speak before. */
  private loading = true;
  private queue: string[] = [];

  constructor(private readonly options: EmbedOptions) {
    this.win = options.container.win;
    this.ears = new Set([window, this.win]);
    this.handshake = new Handshake({
      win: this.win,
      ask: () => this.post(listening()),
      giveUp: options.onSilence,
    });
  }

  get element(): HTMLIFrameElement | undefined {
    return this.frame;
  }

  get hasAnswered(): boolean {
    return this.answered;
  }

  /** Whether the user is in its frame. */
  get hasFocus(): boolean {
    return this.frame !== undefined && this.frame.doc.activeElement === this.frame;
  }

  load(host: EmbedHost, src: string): void {
    this.origin = EMBED_ORIGINS[host];
    for (const ear of this.ears) ear.addEventListener('message', this.receive);
    this.handshake.wait();
    const frame = this.options.container.createEl('iframe', {
      cls: 'playhead-frame',
      attr: { ...FRAME_ATTRIBUTES, src },
    });
    this.loading = true;
    this.frame = frame;
    frame.addEventListener('load', () => {
      if (frame === this.frame) this.pageLoaded();
    });
  }

  /** Takes the page that has come into the frame by itself for the one that was to be loaded. */
  keep(): void {
    this.answered = false;
    this.queue = [];
    this.handshake.begin();
  }

  /** Commands wait for the player's first word. */
  send(func: string, ...args: readonly unknown[]): void {
    const text = command(func, ...args);
    if (this.answered) this.post(text);
    else this.queue.push(text);
  }

  /** The player is to go on speaking: its silence is told. */
  expectMore(): void {
    this.handshake.expectMore();
  }

  /** Takes the frame away, and forgets what it was to be told. Another page can be loaded then. */
  dispose(): void {
    for (const ear of this.ears) ear.removeEventListener('message', this.receive);
    this.handshake.dispose();
    this.frame?.remove();
    this.frame = undefined;
    this.answered = false;
    this.queue = [];
  }

  private pageLoaded(): void {
    if (this.isNewPage()) {
      this.options.onNewPage();
      return;
    }
    this.loading = false;
    if (!this.answered) this.handshake.begin();
  }

  private isNewPage(): boolean {
    return !this.loading && this.answered;
  }

  private readonly receive = (event: MessageEvent): void => {
    if (event.source === null || event.source !== this.frame?.contentWindow) return;
    if (event.origin !== this.origin) return;
    const message = decodeMessage(event.data);
    if (message?.event === 'readyToListen') this.listen();
    // A page says all about itself once.
    else if (message?.event === 'initialDelivery' && this.isNewPage()) this.options.onNewPage();
    else if (message !== undefined) this.hear(message);
  };

  /** A player may say twice that it is ready: that alone is no new page. */
  private listen(): void {
    this.post(listening());
    if (this.answered) this.subscribe();
  }

  private subscribe(): void {
    for (const event of SUBSCRIPTIONS) this.send('addEventListener', event);
  }

  private hear(report: Report): void {
    this.handshake.dispose();
    if (!this.answered) {
      this.answered = true;
      this.subscribe();
      for (const text of this.queue) this.post(text);
      this.queue = [];
      this.options.onAnswer();
    }
    this.options.onReport(report);
  }

  private post(text: string): void {
    if (this.origin !== undefined) this.frame?.contentWindow?.postMessage(text, this.origin);
  }
}
