// The app's global functions.
import { buildElement, normalise } from './node-additions';

type Info = DomElementInfo | string | undefined;

function createEl(tag: keyof HTMLElementTagNameMap, info?: Info, callback?: (el: HTMLElement) => void) {
  const { parent } = normalise(info);
  const el = buildElement((parent?.doc ?? document).createElement(tag), normalise(info));
  callback?.(el);
  return el;
}

export const globalAdditions = {
  createEl,
  createDiv: (info?: Info, callback?: (el: HTMLElement) => void) => createEl('div', info, callback),
  createSpan: (info?: Info, callback?: (el: HTMLElement) => void) => createEl('span', info, callback),
  createSvg(
    tag: keyof SVGElementTagNameMap,
    info?: SvgElementInfo | string,
    callback?: (el: SVGElement) => void,
  ) {
    const el = buildElement(document.createElementNS('http://www.w3.org/2000/svg', tag), normalise(info));
    callback?.(el);
    return el;
  },
  createFragment(callback?: (fragment: DocumentFragment) => void): DocumentFragment {
    const fragment = document.createDocumentFragment();
    callback?.(fragment);
    return fragment;
  },
  fish: (selector: string): Element | null => document.querySelector(selector),
  fishAll: (selector: string): Element[] => [...document.querySelectorAll(selector)],
  isBoolean: (value: unknown): value is boolean => typeof value === 'boolean',
  ready(callback: () => unknown): void {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => callback());
    else callback();
  },
  sleep: (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      window.setTimeout(resolve, milliseconds);
    }),
  nextFrame: (): Promise<void> =>
    new Promise((resolve) => {
      window.requestAnimationFrame(() => resolve());
    }),
};
