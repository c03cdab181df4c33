// The frame of YouTube's player: the loading of its page, the handshake and the commands.
import { EMBED_ORIGINS, type EmbedHost } from './access';
import { FRAME_ATTRIBUTES } from './embed-url';
import { Handshake } from './handshake';
import { command, decodeMessage, listening, SUBSCRIPTIONS, type PlayerMessage } from './protocol';

/** The messages of the player apart from `readyToListen`, which concerns only the handshake. */
export type Report = Exclude<PlayerMessage, { readonly event: 'readyToListen' }>;

export interface EmbedOptions {
  readonly container: HTMLElement;
  /** Called at the first message since the page loaded; the waiting commands were sent before. */
  readonly onAnswer: () => void;
  readonly onReport: (report: Report) => void;
  /**
   * Called if the frame was moved in the document, and so has loaded its page anew: from the first address, without the position.
   */
  readonly onNewPage: () => void;
  /** Called if the player does not answer, or no longer reports. */
  readonly onSilence: () => void;
}

export class Embed {
  private readonly win: Window;
  /**
   * The windows that listen. The player answers the window of the script that asked it, which is the app's main window, even if the
   * frame is in a pop-out; before that, it posts to the window of the frame.
   */
  private readonly listeningWindows: ReadonlySet<Window>;
  private readonly handshake: Handshake;
  private frame: HTMLIFrameElement | undefined;
  private origin: string | undefined;
  private answered = false;
  /** Whether the requested page is still loading; a player may post messages before its page has loaded. */
  private loading = true;
  private queue: string[] = [];

  constructor(private readonly options: EmbedOptions) {
    this.win = options.container.win;
    this.listeningWindows = new Set([window, this.win]);
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

  /** Whether the focus is in its frame. */
  get hasFocus(): boolean {
    return this.frame !== undefined && this.frame.doc.activeElement === this.frame;
  }

  load(host: EmbedHost, src: string): void {
    this.origin = EMBED_ORIGINS[host];
    for (const ear of this.listeningWindows) ear.addEventListener('message', this.receive);
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

  /** Accepts a page that the frame has loaded by itself as the one to load. */
  keep(): void {
    this.answered = false;
    this.queue = [];
    this.handshake.begin();
  }

  /** Commands wait for the player's first message. */
  send(func: string, ...args: readonly unknown[]): void {
    const text = command(func, ...args);
    if (this.answered) this.post(text);
    else this.queue.push(text);
  }

  /** The player should go on reporting: if it does not, `onSilence` is called. */
  expectMore(): void {
    this.handshake.expectMore();
  }

  /** Removes the frame, and discards queued commands. After this, another page can be loaded. */
  dispose(): void {
    for (const ear of this.listeningWindows) ear.removeEventListener('message', this.receive);
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
    // A page delivers its state once: a second delivery is a new page.
    else if (message?.event === 'initialDelivery' && this.isNewPage()) this.options.onNewPage();
    else if (message !== undefined) this.hear(message);
  };

  /** `onReady` may come twice; by itself it is no sign of a new page. */
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
