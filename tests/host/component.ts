// A lifetime: what is registered on a component ends with it. Order of an unload as in the app: children, registered
// callbacks (both last in, first out), then onunload.
import type * as Obsidian from 'obsidian';
import type { Subscription } from './events';

export class Component implements Obsidian.Component {
  #loaded = false;
  readonly #children: Obsidian.Component[] = [];
  readonly #endings: (() => unknown)[] = [];

  load(): unknown {
    if (this.#loaded) return undefined;
    this.#loaded = true;
    const started = this.onload();
    for (const child of [...this.#children]) child.load();
    return started;
  }

  /** For subclasses. One of a plugin may be async: whoever loads a plugin awaits what it returns. */
  onload(): unknown {
    return undefined;
  }

  unload(): void {
    if (!this.#loaded) return;
    this.#loaded = false;
    for (let child = this.#children.pop(); child !== undefined; child = this.#children.pop()) child.unload();
    for (let ending = this.#endings.pop(); ending !== undefined; ending = this.#endings.pop()) ending();
    this.onunload();
  }

  onunload(): void {
    // For subclasses.
  }

  addChild<T extends Obsidian.Component>(component: T): T {
    this.#children.push(component);
    if (this.#loaded) component.load();
    return component;
  }

  removeChild<T extends Obsidian.Component>(component: T): T {
    const index = this.#children.indexOf(component);
    if (index >= 0) {
      this.#children.splice(index, 1);
      component.unload();
    }
    return component;
  }

  register(cb: () => unknown): void {
    this.#endings.push(cb);
  }

  registerEvent(eventRef: Obsidian.EventRef): void {
    this.register(() => (eventRef as Subscription).source.offref(eventRef));
  }

  registerDomEvent(
    el: EventTarget,
    type: string,
    // The API's overloads tie the event's type to `type` and its target; here one body serves all of them.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    callback: (this: HTMLElement, ev: any) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const listener = callback as EventListener;
    el.addEventListener(type, listener, options);
    this.register(() => el.removeEventListener(type, listener, options));
  }

  registerInterval(id: number): number {
    this.register(() => window.clearInterval(id));
    return id;
  }
}
