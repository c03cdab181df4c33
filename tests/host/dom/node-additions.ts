// What the app adds to every node: where it belongs, building children, emptying.

type Info = DomElementInfo | string | undefined;

export const nodeGetters = {
  doc: (node: Node): Document => node.ownerDocument ?? (node as Document),
  win: (node: Node): Window => node.doc.defaultView ?? window,
  constructorWin: (node: Node): Window => node.win,
};

export const instanceAddition = {
  /** Windows have classes of their own: an element of a pop-out is no `instanceof` of the main window's. */
  instanceOf(this: Node | UIEvent, type: { name: string }): boolean {
    if (this instanceof (type as unknown as new () => object)) return true;
    const own = (this.win as unknown as Record<string, unknown>)[type.name];
    return typeof own === 'function' && this instanceof own;
  },
};

export const nodeAdditions = {
  ...instanceAddition,
  detach(this: Node): void {
    this.parentNode?.removeChild(this);
  },
  empty(this: Node): void {
    while (this.lastChild !== null) this.removeChild(this.lastChild);
  },
  insertAfter<T extends Node>(this: Node, node: T, child: Node | null): T {
    return this.insertBefore(node, child === null ? this.firstChild : child.nextSibling);
  },
  indexOf(this: Node, other: Node): number {
    return Array.prototype.indexOf.call(this.childNodes, other);
  },
  setChildrenInPlace(this: Node, children: Node[]): void {
    const wanted = new Set(children);
    for (const child of [...this.childNodes]) if (!wanted.has(child)) this.removeChild(child);
    children.forEach((child, index) => {
      if (this.childNodes[index] !== child) this.insertBefore(child, this.childNodes[index] ?? null);
    });
  },
  appendText(this: Node, text: string): void {
    this.appendChild(this.doc.createTextNode(text));
  },
  createEl(this: Node, tag: keyof HTMLElementTagNameMap, info?: Info, callback?: (el: HTMLElement) => void) {
    const el = buildElement(this.doc.createElement(tag), normalise(info), this);
    callback?.(el);
    return el;
  },
  createDiv(this: Node, info?: Info, callback?: (el: HTMLDivElement) => void): HTMLDivElement {
    return this.createEl('div', info, callback);
  },
  createSpan(this: Node, info?: Info, callback?: (el: HTMLSpanElement) => void): HTMLSpanElement {
    return this.createEl('span', info, callback);
  },
  createSvg(
    this: Node,
    tag: keyof SVGElementTagNameMap,
    info?: SvgElementInfo | string,
    callback?: (el: SVGElement) => void,
  ) {
    const el = buildElement(
      this.doc.createElementNS('http://www.w3.org/2000/svg', tag),
      normalise(info),
      this,
    );
    callback?.(el);
    return el;
  },
};

export const fragmentAdditions = {
  find(this: DocumentFragment, selector: string): Element | null {
    return this.querySelector(selector);
  },
  findAll(this: DocumentFragment, selector: string): Element[] {
    return [...this.querySelectorAll(selector)];
  },
};

/** Applies what `createEl` and its kin are given; a parent named in it comes before the node that was asked. */
export function buildElement<T extends Element>(el: T, info: DomElementInfo, asked?: Node): T {
  const { cls, text, attr, title, value, type, placeholder, href, prepend } = info;
  if (typeof cls === 'string') el.className = cls;
  else if (cls !== undefined) el.addClasses(cls);
  if (text !== undefined) el.setText(text);
  if (attr !== undefined) el.setAttrs(attr);
  for (const [name, given] of Object.entries({ title, type, placeholder, href })) {
    if (given !== undefined) el.setAttribute(name, given);
  }
  if (value !== undefined) (el as unknown as HTMLInputElement).value = value;
  const parent = info.parent ?? asked;
  if (prepend === true) parent?.insertBefore(el, parent.firstChild);
  else parent?.appendChild(el);
  return el;
}

export function normalise(info: DomElementInfo | SvgElementInfo | string | undefined): DomElementInfo {
  return typeof info === 'string' ? { cls: info } : (info ?? {});
}
