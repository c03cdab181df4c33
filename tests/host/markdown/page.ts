// The scrolled page of reading view. All sections are laid out once; after that only those near the visible part stay
// in the document, and a spacer stands for those above.
import type { Section } from './section';

/** Pixels above and below the visible part; a note that is no longer than this is never cut. */
const KEPT_AROUND = 5000;

export class Page {
  #sections: readonly Section[] = [];
  #headTop = 0;
  /** Below the last section: the page's bottom padding. */
  #tail = 0;

  constructor(
    private readonly scrollEl: HTMLElement,
    private readonly sizerEl: HTMLElement,
    private readonly spacerEl: HTMLElement,
  ) {}

  /** Puts these sections on the page, in this order, all of them that are built. */
  place(sections: readonly Section[]): void {
    this.#sections = sections;
    this.#lineUp(sections);
    this.spacerEl.setCssStyles({ marginBottom: '' });
    this.sizerEl.setCssStyles({ minHeight: '' });
  }

  /** Adds a section that was built just now; the one before it is on the page. */
  add(section: Section, index: number): void {
    if (section.el !== undefined) (this.#sections[index - 1]?.el ?? this.spacerEl).after(section.el);
  }

  /** Whether what is on the page fills the view; while the view is hidden, nothing is missing. */
  coversView(): boolean {
    const { scrollTop, clientHeight } = this.scrollEl;
    return !this.visible || this.sizerEl.offsetHeight > scrollTop + clientHeight;
  }

  /** Whether sections are rendered down to a line, and a view's height beyond. */
  reaches(line: number): boolean {
    const after = this.#sections.find((section) => section.block.lineStart > line);
    if (after?.el === undefined) return false;
    const below = this.sizerEl.getBoundingClientRect().bottom - after.el.getBoundingClientRect().top;
    return below > this.scrollEl.clientHeight;
  }

  get visible(): boolean {
    return this.scrollEl.clientHeight > 0;
  }

  /** Measures what is shown, then takes far sections off the page and puts near ones on it. */
  update(): void {
    if (!this.visible || this.#sections.length === 0) return;
    this.#measure();
    const { scrollTop, clientHeight } = this.scrollEl;
    const from = scrollTop - KEPT_AROUND;
    const to = scrollTop + clientHeight + KEPT_AROUND;
    const near = this.#sections.filter(
      (section) => section.top + section.extent >= from && section.top <= to,
    );
    this.#show(near.length > 0 ? near : this.#sections.slice(-1));
  }

  /** The line at the top of the visible part; a fraction says how far into its section. */
  line(): number {
    this.#measure();
    const { scrollTop } = this.scrollEl;
    // At the top are the title and the properties, which belong to no line.
    if (scrollTop === 0) return 0;
    const section = this.#sections.filter((candidate) => candidate.top <= scrollTop + 1).at(-1);
    if (section === undefined || section.extent === 0) return section?.block.lineStart ?? 0;
    const { lineStart, lineEnd } = section.block;
    const part = Math.clamp((scrollTop - section.top) / section.extent, 0, 1);
    return lineStart + part * (lineEnd + 1 - lineStart);
  }

  scrollTo(line: number): void {
    const section = this.#sections.filter((candidate) => candidate.block.lineStart <= line).at(-1);
    this.scrollEl.scrollTop = section === undefined || line === 0 ? 0 : this.#offsetOf(section, line);
    this.update();
    // Sections that came onto the page just now may be taller than when they were last measured.
    if (section !== undefined && line !== 0) this.scrollEl.scrollTop = this.#offsetOf(section, line);
  }

  #offsetOf(section: Section, line: number): number {
    this.#measure();
    const { lineStart, lineEnd } = section.block;
    return section.top + ((line - lineStart) / (lineEnd + 1 - lineStart)) * section.extent;
  }

  #measure(): void {
    const origin = this.sizerEl.getBoundingClientRect();
    this.#headTop = this.spacerEl.getBoundingClientRect().bottom - origin.top;
    let bottom = 0;
    this.#sections.forEach((section, index) => {
      if (section.el?.isConnected !== true) {
        section.top = Math.max(bottom, section.top);
      } else {
        const rect = section.el.getBoundingClientRect();
        section.top = rect.top - origin.top;
        const next = this.#sections[index + 1]?.el;
        // To the next section's top, so that the margin between them counts.
        if (next?.isConnected === true) section.extent = next.getBoundingClientRect().top - rect.top;
        else if (next === undefined) section.extent = rect.height;
      }
      bottom = section.top + section.extent;
    });
    if (this.#sections.at(-1)?.el?.isConnected === true) this.#tail = origin.height - bottom;
  }

  #show(near: readonly Section[]): void {
    const wanted = new Set(near);
    for (const section of this.#sections) if (!wanted.has(section)) section.el?.remove();
    this.#lineUp(near);
    const first = near[0];
    const above = first === undefined || first === this.#sections[0] ? 0 : first.top - this.#headTop;
    const last = this.#sections.at(-1);
    const height = last === undefined ? 0 : last.top + last.extent + this.#tail;
    this.spacerEl.setCssStyles({ marginBottom: above > 0 ? `${above}px` : '' });
    this.sizerEl.setCssStyles({ minHeight: `${height}px` });
  }

  /** One after the other behind the spacer; an element that is in its place is not touched. */
  #lineUp(sections: readonly Section[]): void {
    let before: Element = this.spacerEl;
    for (const { el } of sections) {
      if (el === undefined) continue;
      if (before.nextElementSibling !== el) before.after(el);
      before = el;
    }
  }
}
