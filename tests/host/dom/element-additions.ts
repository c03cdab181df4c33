// What the app adds to elements: text, classes, attributes, finding, showing, styles.

type AttributeValue = string | number | boolean | null;

/** `addClass` takes single classes, `addClasses` a list; a class with spaces is several, as in the app. */
function classesOf(classes: readonly string[]): string[] {
  return classes.flatMap((cls) => cls.split(/\s+/)).filter((cls) => cls !== '');
}

export const elementAdditions = {
  getText(this: Element): string {
    return this.textContent;
  },
  setText(this: Element, text: string | DocumentFragment): void {
    if (typeof text === 'string') this.textContent = text;
    else this.replaceChildren(text);
  },
  addClass(this: Element, ...classes: string[]): void {
    this.classList.add(...classesOf(classes));
  },
  addClasses(this: Element, classes: string[]): void {
    this.classList.add(...classesOf(classes));
  },
  removeClass(this: Element, ...classes: string[]): void {
    this.classList.remove(...classesOf(classes));
  },
  removeClasses(this: Element, classes: string[]): void {
    this.classList.remove(...classesOf(classes));
  },
  toggleClass(this: Element, classes: string | string[], value: boolean): void {
    for (const cls of classesOf([classes].flat())) this.classList.toggle(cls, value);
  },
  hasClass(this: Element, cls: string): boolean {
    return this.classList.contains(cls);
  },
  setAttr(this: Element, name: string, value: AttributeValue): void {
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  },
  setAttrs(this: Element, values: Record<string, AttributeValue>): void {
    for (const [name, value] of Object.entries(values)) this.setAttr(name, value);
  },
  getAttr(this: Element, name: string): string | null {
    return this.getAttribute(name);
  },
  matchParent(this: Element, selector: string, lastParent?: Element): Element | null {
    if (this.matches(selector)) return this;
    if (this === lastParent) return null;
    return this.parentElement?.matchParent(selector, lastParent) ?? null;
  },
  getCssPropertyValue(this: Element, property: string, pseudoElement?: string): string {
    return this.win.getComputedStyle(this, pseudoElement).getPropertyValue(property).trim();
  },
  isActiveElement(this: Element): boolean {
    for (let { activeElement } = this.doc; activeElement !== null;) {
      if (activeElement === this) return true;
      activeElement = activeElement.shadowRoot?.activeElement ?? null;
    }
    return false;
  },
  find(this: Element, selector: string): Element | null {
    return this.querySelector(selector);
  },
  findAll(this: Element, selector: string): Element[] {
    return [...this.querySelectorAll(selector)];
  },
  findAllSelf(this: Element, selector: string): Element[] {
    const found: Element[] = this.findAll(selector);
    return this.matches(selector) ? [this, ...found] : found;
  },
};

export const htmlElementAdditions = {
  show(this: HTMLElement): void {
    this.style.display = this.dataset['display'] ?? '';
    delete this.dataset['display'];
  },
  hide(this: HTMLElement): void {
    const { display } = this.style;
    if (display === 'none') return;
    if (display !== '') this.dataset['display'] = display;
    this.style.display = 'none';
  },
  toggle(this: HTMLElement, show: boolean): void {
    if (show) this.show();
    else this.hide();
  },
  toggleVisibility(this: HTMLElement, visible: boolean): void {
    this.style.visibility = visible ? '' : 'hidden';
  },
  isShown(this: HTMLElement): boolean {
    return this.offsetParent !== null;
  },
  trigger(this: HTMLElement, eventType: string): void {
    this.dispatchEvent(new Event(eventType, { bubbles: true }));
  },
  onClickEvent(
    this: HTMLElement,
    listener: (this: HTMLElement, ev: MouseEvent) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    this.addEventListener('click', listener, options);
    this.addEventListener('auxclick', listener, options);
  },
};

export const styleAdditions = {
  setCssStyles(this: HTMLElement | SVGElement, styles: Partial<CSSStyleDeclaration>): void {
    Object.assign(this.style, styles);
  },
  setCssProps(this: HTMLElement | SVGElement, props: Record<string, string>): void {
    for (const [name, value] of Object.entries(props)) this.style.setProperty(name, value);
  },
};
