// The messages of one embedded player, in the form and with the rules of the real one: strings of JSON, silence
// until somebody listens, and events only for those who asked for them.

export type DropReason =
  | 'not from who listens'
  | 'foreign origin'
  | 'not a string'
  | 'not JSON'
  | 'too early'
  | 'before listening'
  | 'dead';

/** One message that reached the page; `message` is the parsed one when it could be parsed. */
export interface ReceivedMessage {
  readonly message: unknown;
  readonly dropped?: DropReason;
}

export interface Command {
  readonly func: string;
  readonly args: readonly unknown[];
}

export interface ChannelOptions {
  /** The URL's `origin` parameter: with it, nobody else is heard or spoken to. */
  readonly origin: string | undefined;
  /** Whether who listens a second time gets an answer. */
  readonly answersAgain: boolean;
  listening(): void;
  command(command: Command): void;
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

export class Channel {
  readonly received: ReceivedMessage[] = [];
  readonly #subscribed = new Set<string>();
  #open = false;
  /**
   * The window whose message was the first to listen: nobody else is heard from then on, or spoken to. It need not be the one
   * that the frame is in: the source of a message is the window of the running script.
   */
  #listener: Window | undefined;
  #dead = false;
  #id: unknown;

  constructor(private readonly options: ChannelOptions) {
    window.addEventListener('message', (event) => this.#receive(event));
  }

  /** From now on the page answers, and says so. */
  open(): void {
    this.#open = true;
    this.sayReady();
  }

  sayReady(): void {
    this.#post({ event: 'readyToListen' });
  }

  /** No word from the page any more, and none is heard. */
  die(): void {
    this.#dead = true;
  }

  get isDead(): boolean {
    return this.#dead;
  }

  /** To whoever listens. */
  deliver(event: string, info: unknown): void {
    if (this.#listener !== undefined) this.#post({ event, info, id: this.#id, channel: 'widget' });
  }

  /** To whoever listens and asked for this event. */
  notify(event: string, info: unknown): void {
    if (this.#subscribed.has(event)) this.deliver(event, info);
  }

  #receive(event: MessageEvent<unknown>): void {
    const message = typeof event.data === 'string' ? parse(event.data) : undefined;
    const dropped = this.#reasonToDrop(event, message);
    if (dropped !== undefined || message === undefined) {
      this.received.push({ message: message ?? event.data, ...(dropped === undefined ? {} : { dropped }) });
      return;
    }
    this.received.push({ message });
    if (message.event === 'listening') this.#listen(event.source as Window, message.id);
    if (message.event === 'command') this.#command(message);
  }

  #reasonToDrop(
    event: MessageEvent<unknown>,
    message: Readonly<Record<string, unknown>> | undefined,
  ): DropReason | undefined {
    if (this.#listener !== undefined && event.source !== this.#listener) return 'not from who listens';
    if (this.options.origin !== undefined && event.origin !== this.options.origin) return 'foreign origin';
    if (typeof event.data !== 'string') return 'not a string';
    if (message === undefined) return 'not JSON';
    if (this.#dead) return 'dead';
    if (!this.#open) return 'too early';
    if (this.#listener === undefined && message.event !== 'listening') return 'before listening';
    return undefined;
  }

  #listen(listener: Window, id: unknown): void {
    if (this.#listener !== undefined) {
      if (this.options.answersAgain) this.#post({ event: 'alreadyInitialized' });
      return;
    }
    this.#listener = listener;
    this.#id = id;
    this.options.listening();
  }

  #command({ func, args }: Readonly<Record<string, unknown>>): void {
    if (typeof func !== 'string') return;
    const list: readonly unknown[] = Array.isArray(args) ? args : [];
    if (func === 'addEventListener' && typeof list[0] === 'string') this.#subscribed.add(list[0]);
    this.options.command({ func, args: list });
  }

  #post(message: object): void {
    if (this.#dead) return;
    (this.#listener ?? window.parent).postMessage(JSON.stringify(message), this.options.origin ?? '*');
  }
}
