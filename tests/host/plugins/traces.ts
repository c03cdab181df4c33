// Follows what plugins start on a window and have to end again: timers, animation frames, listeners, observers.
//
// Where this ends: listeners on elements that are in no document when the listener is added are not followed (rendered
// notes have thousands, and they go with their element); workers, sockets, promises that never settle, and media that
// plays outside a document cannot be seen from here.
import { callingPlugin } from './caller';

interface Trace {
  readonly plugin: string;
  /** What it is called in a report; undefined when it cannot do anything any more. */
  readonly describe: () => string | undefined;
}

type GlobalWindow = Window & typeof globalThis;

const traces = new Set<Trace>();

/** Everything that a plugin has started and not ended. */
export function openTraces(plugin: string): string[] {
  return [...traces].filter((trace) => trace.plugin === plugin).flatMap((trace) => trace.describe() ?? []);
}

export function traceWindow(win: GlobalWindow): void {
  traceTimers(win);
  traceFrames(win);
  traceListeners(win);
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver'] as const) {
    traceObserver(win[name].prototype, name);
  }
}

function begin(plugin: string, describe: Trace['describe']): Trace {
  const trace = { plugin, describe };
  traces.add(trace);
  return trace;
}

function end(trace: Trace | undefined): void {
  if (trace !== undefined) traces.delete(trace);
}

/** What listened on something that nobody holds any more has ended with it. */
const collected = new FinalizationRegistry<Trace>(end);

/** What runs once has run, or was called off. */
function forget(running: Map<number, Trace>, id: number): void {
  end(running.get(id));
  running.delete(id);
}

function traceTimers(win: GlobalWindow): void {
  const running = new Map<number, Trace>();
  for (const kind of ['setTimeout', 'setInterval'] as const) {
    const original = win[kind].bind(win) as (
      handler: TimerHandler,
      ms?: number,
      ...args: unknown[]
    ) => number;
    const traced = function tracedTimer(handler: TimerHandler, ms = 0, ...args: unknown[]): number {
      const plugin = callingPlugin();
      if (plugin === undefined || typeof handler !== 'function') return original(handler, ms, ...args);
      const trace = begin(plugin, () => `${kind === 'setTimeout' ? 'timeout' : 'interval'} of ${ms} ms`);
      const id = original(() => {
        if (kind === 'setTimeout') forget(running, id);
        (handler as (...given: unknown[]) => void)(...args);
      }, ms);
      running.set(id, trace);
      return id;
    };
    Object.assign(win, { [kind]: traced });
  }
  for (const kind of ['clearTimeout', 'clearInterval'] as const) {
    const original = win[kind].bind(win);
    Object.assign(win, {
      [kind]: (id?: number) => {
        if (id !== undefined) forget(running, id);
        original(id);
      },
    });
  }
}

function traceFrames(win: GlobalWindow): void {
  const running = new Map<number, Trace>();
  const request = win.requestAnimationFrame.bind(win);
  const cancel = win.cancelAnimationFrame.bind(win);
  win.requestAnimationFrame = function tracedFrame(callback) {
    const plugin = callingPlugin();
    if (plugin === undefined) return request(callback);
    const trace = begin(plugin, () => 'animation frame');
    const id = request((time) => {
      forget(running, id);
      callback(time);
    });
    running.set(id, trace);
    return id;
  };
  win.cancelAnimationFrame = (id) => {
    forget(running, id);
    cancel(id);
  };
}

interface Listening {
  readonly type: string;
  readonly listener: EventListenerOrEventListenerObject;
  readonly capture: boolean;
  readonly trace: Trace;
}

function traceListeners(win: GlobalWindow): void {
  const listening = new WeakMap<EventTarget, Listening[]>();
  const { prototype } = win.EventTarget;
  // The originals are called with their own target, below.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const { addEventListener: add, removeEventListener: remove } = prototype;
  prototype.addEventListener = function tracedListener(
    this: EventTarget | undefined,
    type,
    listener,
    options,
  ) {
    const target = this ?? win;
    add.call(target, type, listener, options);
    if (listener === null || !outlivesPlugins(target)) return;
    const plugin = callingPlugin();
    if (plugin === undefined) return;
    const trace = begin(plugin, listenerDescription(target, type));
    collected.register(target, trace);
    const one = { type, listener, capture: captures(options), trace };
    listening.set(target, [...(listening.get(target) ?? []), one]);
    const over = (): void => stop(target, one);
    if (typeof options !== 'object') return;
    if (options.signal !== undefined) add.call(options.signal, 'abort', over);
    if (options.once === true) add.call(target, type, over, options);
  };
  const stop = (target: EventTarget, ended: Listening): void => {
    end(ended.trace);
    const rest = listening.get(target)?.filter((one) => one !== ended) ?? [];
    listening.set(target, rest);
  };
  prototype.removeEventListener = function tracedRemoval(
    this: EventTarget | undefined,
    type,
    listener,
    options,
  ) {
    const target = this ?? win;
    remove.call(target, type, listener, options);
    const known = listening
      .get(target)
      ?.find((one) => one.type === type && one.listener === listener && one.capture === captures(options));
    if (known !== undefined) stop(target, known);
  };
}

function captures(options: boolean | EventListenerOptions | undefined): boolean {
  return typeof options === 'object' ? options.capture === true : options === true;
}

/** Windows and what belongs to them, documents, and elements that are in a document. */
function outlivesPlugins(target: EventTarget): boolean {
  if (isNode(target)) return target.isConnected;
  return (
    'window' in target || ['MediaQueryList', 'VisualViewport', 'Screen'].includes(target.constructor.name)
  );
}

/** Made apart from the listener, so that it holds neither that nor its target: nothing here keeps a plugin that has gone. */
function listenerDescription(target: EventTarget, type: string): Trace['describe'] {
  const weak = new WeakRef(target);
  return () => describeListener(weak.deref(), type);
}

function describeListener(target: EventTarget | undefined, type: string): string | undefined {
  if (target === undefined || !outlivesPlugins(target)) return undefined;
  return `listener for ${type} on ${nameOf(target)}`;
}

function nameOf(target: EventTarget): string {
  if (!isNode(target)) return 'window' in target ? 'window' : target.constructor.name;
  const name = target.nodeName.toLowerCase().replace('#', '');
  const cls =
    target === target.ownerDocument?.body ? undefined : (target as Partial<Element>).classList?.item(0);
  return typeof cls === 'string' ? `${name}.${cls}` : name;
}

function isNode(target: EventTarget): target is Node {
  return 'nodeType' in target;
}

interface Observing {
  observe: (this: Observing, ...args: unknown[]) => void;
  disconnect: (this: Observing) => void;
}

function traceObserver(prototype: object, name: string): void {
  const { observe, disconnect } = prototype as Observing;
  const running = new WeakMap<object, Trace>();
  Object.assign(prototype, {
    observe: function tracedObserve(this: Observing, target: Node, ...rest: unknown[]) {
      observe.call(this, target, ...rest);
      const plugin = running.has(this) ? undefined : callingPlugin();
      const weak = new WeakRef(target);
      if (plugin === undefined) return;
      running.set(
        this,
        begin(plugin, () => (weak.deref()?.isConnected === true ? name : undefined)),
      );
    },
    disconnect: function tracedDisconnect(this: Observing) {
      disconnect.call(this);
      end(running.get(this));
      running.delete(this);
    },
  });
}
