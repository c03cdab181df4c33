// A page that is no part of the plugin: one frame with a player, and a record of all that the player posts.
import type { Page } from 'playwright-core';
import { vi } from 'vitest';

/** A message from the player, parsed, with the time of its arrival in milliseconds. */
export interface HeardMessage {
  readonly at: number;
  readonly event: string;
  readonly info: unknown;
  readonly id: unknown;
}

export interface ProbeOptions {
  readonly parameters?: string;
  readonly referrerPolicy?: string;
  readonly host?: string;
  /** Asks the player to listen many times a second from the start, as the plugin does, until it is answered. */
  readonly eager?: boolean;
}

declare global {
  interface Window {
    heard: HeardMessage[];
  }
}

export class Probe {
  constructor(readonly page: Page) {}

  /** Posts a string of JSON to the player; `raw` posts the value as it is. */
  async send(message: object): Promise<void> {
    await this.raw(JSON.stringify(message));
  }

  async raw(message: unknown): Promise<void> {
    await this.page.evaluate((value) => {
      document.querySelector('iframe')?.contentWindow?.postMessage(value, '*');
    }, message);
  }

  async command(func: string, ...args: readonly unknown[]): Promise<void> {
    await this.send({ event: 'command', func, args, id: 7, channel: 'widget' });
  }

  async subscribe(...events: readonly string[]): Promise<void> {
    for (const event of events) await this.command('addEventListener', event);
  }

  /** Makes the player listen, and waits until it has said all about itself. */
  async listen(...events: readonly string[]): Promise<void> {
    await this.next('readyToListen');
    await this.send({ event: 'listening', id: 7, channel: 'widget' });
    await this.next('onReady');
    await this.subscribe(...events);
  }

  async heard(event?: string): Promise<readonly HeardMessage[]> {
    const all = await this.page.evaluate(() => window.heard);
    return event === undefined ? all : all.filter((message) => message.event === event);
  }

  /** The first message of this name, and with this info when one is given; waits for it. */
  async next(event: string, info?: unknown): Promise<HeardMessage> {
    return vi.waitFor(
      async () => {
        const heard = await this.heard(event);
        const match = heard.find((one) => info === undefined || one.info === info);
        if (match === undefined) throw new Error(`The player sent no ${event} ${JSON.stringify(info)}.`);
        return match;
      },
      { timeout: 4000, interval: 20 },
    );
  }

  /** The values of one key in the patches so far. */
  async patched(key: string): Promise<readonly unknown[]> {
    const patches = (await this.heard('infoDelivery')).map(({ info }) => info as Record<string, unknown>);
    return patches.filter((info) => key in info).map((info) => info[key]);
  }

  /** Forgets what was heard. */
  async forget(): Promise<void> {
    await this.page.evaluate(() => {
      window.heard = [];
    });
  }

  /** Sends a message that the player answers, and waits for the answer: all earlier messages were handled then. */
  async settle(): Promise<void> {
    const before = (await this.heard('alreadyInitialized')).length;
    await this.send({ event: 'listening', id: 7, channel: 'widget' });
    await vi.waitFor(
      async () => {
        if ((await this.heard('alreadyInitialized')).length === before)
          throw new Error('The player is silent.');
      },
      { timeout: 4000, interval: 20 },
    );
  }
}

/** Shows the player of a video in a page of the loopback server, whose own address stays as it is. */
export async function openProbe(page: Page, id: string, options: ProbeOptions = {}): Promise<Probe> {
  const { parameters = '', referrerPolicy = 'strict-origin-when-cross-origin' } = options;
  const { host = 'www.youtube-nocookie.com', eager = false } = options;
  const body = `<!doctype html><link rel="icon" href="data:,"><title>Probe</title><script>
    window.heard = [];
    addEventListener('message', (event) => heard.push({ at: performance.now(), ...JSON.parse(event.data) }));
  </script>
  <iframe width="480" height="270" allow="autoplay" referrerpolicy="${referrerPolicy}"
    src="https://${host}/embed/${id}?enablejsapi=1${parameters}"></iframe>
  <script>
    const ask = setInterval(() => {
      if (!${eager} || heard.some(({ event }) => event === 'initialDelivery')) clearInterval(ask);
      else frames[0].postMessage('{"event":"listening","id":7,"channel":"widget"}', '*');
    }, 50);
  </script>`;
  await page.route('**/probe', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('/probe');
  return new Probe(page);
}
