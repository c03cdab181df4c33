// Named events as the app's own objects have them: on, off, trigger; one bad listener never stops the others.
import type * as Obsidian from 'obsidian';
import { callingPlugin } from './plugins/caller';

type Listener = (...data: unknown[]) => unknown;

export interface Subscription extends Obsidian.EventRef {
  readonly source: Events;
  readonly name: string;
  readonly listener: Listener;
  readonly context: unknown;
  /** The plugin that listens, if one does. */
  readonly plugin: string | undefined;
}

export class Events implements Obsidian.Events {
  readonly #subscriptions = new Map<string, Subscription[]>();

  // The API's own overloads narrow `callback` by name, so the base has to accept any function.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  on(name: string, callback: (...data: any[]) => unknown, ctx?: unknown): Subscription {
    const plugin = callingPlugin();
    const subscription: Subscription = { source: this, name, listener: callback, context: ctx, plugin };
    this.#subscriptions.set(name, [...this.#of(name), subscription]);
    return subscription;
  }

  off(name: string, callback: (...data: unknown[]) => unknown): void {
    this.#keep(name, (subscription) => subscription.listener !== callback);
  }

  offref(ref: Obsidian.EventRef): void {
    const { name } = ref as Subscription;
    this.#keep(name, (subscription) => subscription !== ref);
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const subscription of this.#of(name)) this.tryTrigger(subscription, data);
  }

  /** A listener that throws is reported by the window, later, and its neighbours still run. */
  tryTrigger(evt: Obsidian.EventRef, args: unknown[]): void {
    const { listener, context } = evt as Subscription;
    try {
      listener.apply(context, args);
    } catch (error) {
      window.setTimeout(() => {
        throw error;
      }, 0);
    }
  }

  /** Every subscription there is; the unload proof reads it. */
  subscriptions(): readonly Subscription[] {
    return [...this.#subscriptions.values()].flat();
  }

  #of(name: string): readonly Subscription[] {
    return this.#subscriptions.get(name) ?? [];
  }

  #keep(name: string, wanted: (subscription: Subscription) => boolean): void {
    this.#subscriptions.set(name, this.#of(name).filter(wanted));
  }
}
