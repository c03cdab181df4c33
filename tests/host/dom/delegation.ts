// `el.on(type, selector, listener)`: one listener on a container for everything inside that matches.

type Delegate = (this: Node, event: Event, target: HTMLElement) => unknown;

interface Delegation {
  type: string;
  selector: string;
  listener: Delegate;
  options: boolean | AddEventListenerOptions | undefined;
  callback: (event: Event) => void;
}

const delegations = new WeakMap<Node, Delegation[]>();

export const delegationAdditions = {
  on(
    this: HTMLElement | Document,
    type: string,
    selector: string,
    listener: Delegate,
    options?: Delegation['options'],
  ): void {
    const callback = (event: Event): void => {
      const target = matchWithin(this, event.target as Node | null, selector);
      if (target !== null) listener.call(this, event, target);
    };
    delegations.set(this, [
      ...(delegations.get(this) ?? []),
      { type, selector, listener, options, callback },
    ]);
    this.addEventListener(type, callback, options);
  },
  off(
    this: HTMLElement | Document,
    type: string,
    selector: string,
    listener: Delegate,
    options?: Delegation['options'],
  ): void {
    const known = delegations.get(this) ?? [];
    const isMeant = (one: Delegation): boolean =>
      one.type === type && one.selector === selector && one.listener === listener && one.options === options;
    for (const one of known.filter(isMeant)) this.removeEventListener(type, one.callback, options);
    delegations.set(
      this,
      known.filter((one) => !isMeant(one)),
    );
  },
};

function matchWithin(container: Node, start: Node | null, selector: string): HTMLElement | null {
  for (let node = start; node !== null && node !== container; node = node.parentNode) {
    if (node.nodeType === Node.ELEMENT_NODE && (node as HTMLElement).matches(selector))
      return node as HTMLElement;
  }
  return null;
}
