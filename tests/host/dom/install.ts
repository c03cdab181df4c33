// Puts the app's additions to the DOM and to the language on a window: the main one, and every pop-out.
import { elementAdditions, htmlElementAdditions, styleAdditions } from './element-additions';
import { delegationAdditions } from './delegation';
import { eventGetters } from './event-additions';
import { fragmentAdditions, instanceAddition, nodeAdditions, nodeGetters } from './node-additions';
import { globalAdditions } from './global-additions';
import { installLanguageAdditions } from './language-additions';
import { insertionAdditions } from './insertion';

type GlobalWindow = Window & typeof globalThis;

export function installDom(win: GlobalWindow): void {
  add(win.Node.prototype, nodeAdditions);
  addGetters(win.Node.prototype, nodeGetters);
  add(win.DocumentFragment.prototype, fragmentAdditions);
  add(win.Element.prototype, elementAdditions);
  add(win.HTMLElement.prototype, htmlElementAdditions);
  add(win.HTMLElement.prototype, styleAdditions);
  add(win.SVGElement.prototype, styleAdditions);
  add(win.HTMLElement.prototype, insertionAdditions);
  add(win.HTMLElement.prototype, delegationAdditions);
  add(win.Document.prototype, delegationAdditions);
  addGetters(win.HTMLElement.prototype, {
    innerWidth: (el: HTMLElement) => el.clientWidth - padding(el, 'paddingLeft', 'paddingRight'),
    innerHeight: (el: HTMLElement) => el.clientHeight - padding(el, 'paddingTop', 'paddingBottom'),
  });
  addGetters(win.UIEvent.prototype, eventGetters);
  add(win.UIEvent.prototype, instanceAddition);
  add(win, globalAdditions);
  installLanguageAdditions(win);
}

function add(target: object, additions: object): void {
  for (const [name, value] of Object.entries(additions)) {
    Object.defineProperty(target, name, { value: value as unknown, configurable: true, writable: true });
  }
}

function addGetters<T extends object>(target: T, getters: Record<string, (self: T) => unknown>): void {
  for (const [name, get] of Object.entries(getters)) {
    Object.defineProperty(target, name, {
      configurable: true,
      get(this: T) {
        return get(this);
      },
    });
  }
}

function padding(
  el: HTMLElement,
  start: 'paddingLeft' | 'paddingTop',
  end: 'paddingRight' | 'paddingBottom',
) {
  const style = el.win.getComputedStyle(el);
  return parseFloat(style[start]) + parseFloat(style[end]);
}
