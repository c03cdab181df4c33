// Reading view. A note is rendered block by block: what is on the screen at once, the rest in slices; when its text
// changes, only blocks whose HTML is new are rendered again.
import type * as Obsidian from 'obsidian';
import { type Block, type NoteBlocks, readBlocks } from './blocks';
import { nextDocId } from './doc-id';
import { loadEmbeds } from './embeds';
import { renderFragment } from './fragment';
import { followLinks } from './links';
import { Page } from './page';
import { postProcess, watchPostProcessors } from './post-processors';
import { frontmatterBlock, renderHeader } from './properties';
import { RenderQueue } from './render-queue';
import { MarkdownRenderer } from './renderer';
import { Section } from './section';
import { rememberSource } from './sources';

export interface PreviewOwner extends Obsidian.Component {
  readonly file: Obsidian.TFile | null;
}

const VIEW_CLASSES = 'markdown-preview-view markdown-rendered is-readable-line-width show-indentation-guide';

export class HostPreview extends MarkdownRenderer implements Obsidian.MarkdownPreviewView {
  readonly #viewEl: HTMLElement;
  readonly #headerEl: HTMLElement;
  readonly #page: Page;
  readonly #queue = new RenderQueue(() => this.#page.update());
  #text = '';
  #sourcePath = '';
  #docId = nextDocId();
  #properties: NoteBlocks['properties'];
  #sections: readonly Section[] = [];
  /** Where to scroll to as soon as the view has a size. */
  #pendingLine: number | undefined;
  #rerenderTimer: number | undefined;

  /** Adds itself to its owner as a child, and its element to `parentEl`. */
  constructor(
    public app: Obsidian.App,
    parentEl: HTMLElement,
    private readonly owner: PreviewOwner,
  ) {
    super(parentEl.createDiv('markdown-reading-view'));
    this.#viewEl = this.containerEl.createDiv({ cls: VIEW_CLASSES, attr: { tabindex: -1 } });
    const sizerEl = this.#viewEl.createDiv('markdown-preview-sizer markdown-preview-section');
    this.#headerEl = sizerEl.createDiv('mod-header mod-ui');
    this.#page = new Page(this.#viewEl, sizerEl, sizerEl.createDiv('markdown-preview-pusher'));
    owner.addChild(this);
  }

  override onload(): void {
    const { app, containerEl: el } = this;
    followLinks({ app, el, component: this, hoverParent: this });
    this.registerDomEvent(this.#viewEl, 'scroll', () => {
      if (this.#queue.isDrained()) this.#page.update();
    });
    const resizes = new ResizeObserver(() => this.#resized());
    resizes.observe(this.#viewEl);
    this.register(() => resizes.disconnect());
    this.register(watchPostProcessors(() => this.#rerenderSoon()));
  }

  override onunload(): void {
    window.clearTimeout(this.#rerenderTimer);
    this.clear();
    this.containerEl.remove();
  }

  get file(): Obsidian.TFile {
    if (this.owner.file === null) throw new Error('The view shows no file');
    return this.owner.file;
  }

  get(): string {
    return this.#text;
  }

  /** Shows a text: as that of the note at a path, or, as the API has it, of the view's file, forgetting the old one. */
  set(text: string, source: string | boolean): void {
    const path = typeof source === 'string' ? source : (this.owner.file?.path ?? '');
    if (source === true || path !== this.#sourcePath) this.clear();
    this.#sourcePath = path;
    rememberSource(this.containerEl, path);
    this.#text = text;
    this.#render();
  }

  clear(): void {
    this.#text = '';
    this.#docId = nextDocId();
    this.#pendingLine = undefined;
    this.#headerEl.empty();
    this.#forgetSections();
    this.#queue.restart([]);
  }

  /** In full: every block is rendered anew, as after a change of the post-processors. */
  rerender(full = false): void {
    const line = this.getScroll();
    if (full) this.#forgetSections();
    this.#render();
    this.applyScroll(line);
  }

  /** The line at the top of the visible part. */
  getScroll(): number {
    return this.#pendingLine ?? this.#page.line();
  }

  applyScroll(line: number): void {
    if (!this.#page.visible) {
      this.#pendingLine = line;
      return;
    }
    this.#pendingLine = undefined;
    // Its place is known when all that is above it is laid out, and reachable when what is below fills the view.
    this.#queue.run(() => this.#page.reaches(line));
    this.#page.scrollTo(line);
  }

  /** Resolves when every section was rendered, its embeds are shown and asynchronous post-processors have ended. */
  async whenRendered(): Promise<void> {
    await this.#queue.whenIdle();
  }

  #render(): void {
    const note = readBlocks(this.#text);
    this.#properties = note.properties;
    renderHeader(this.#headerEl, { title: titleOf(this.#sourcePath), properties: note.properties });
    this.#takeBlocks([...frontmatterBlock(note), ...note.blocks]);
    this.#page.place(this.#sections);
    const jobs = [...this.#sections.entries()].filter(([, section]) => section.el === undefined);
    this.#queue.restart(
      jobs.map(
        ([index, section]) =>
          () =>
            this.#renderSection(section, index),
      ),
    );
    this.#queue.run(() => this.#page.coversView());
  }

  /** Blocks with the HTML of a section that is there keep that section, elements and all. */
  #takeBlocks(blocks: readonly Block[]): void {
    const old = new Map<string, Section[]>();
    for (const section of this.#sections) {
      old.set(section.block.html, [...(old.get(section.block.html) ?? []), section]);
    }
    this.#sections = blocks.map((block) => {
      const kept = old.get(block.html)?.shift();
      if (kept === undefined) return new Section(block);
      kept.block = block;
      return kept;
    });
    for (const section of [...old.values()].flat()) section.unload();
  }

  #renderSection(section: Section, index: number): Promise<unknown> {
    const { app } = this;
    section.load();
    const el = section.build(app, this.#sourcePath);
    const processed = postProcess(el, this.#contextOf(section));
    this.#page.add(section, index);
    const place = { app, sourcePath: this.#sourcePath, component: section, depth: 0, renderFragment };
    return Promise.all([processed, loadEmbeds(el, place)]);
  }

  #contextOf(section: Section): Obsidian.MarkdownPostProcessorContext {
    return {
      docId: this.#docId,
      sourcePath: this.#sourcePath,
      frontmatter: this.#properties ?? null,
      addChild: (child) => {
        section.addChild(child);
      },
      getSectionInfo: (el) => {
        if (section.el?.contains(el) !== true || !this.#sections.includes(section)) return null;
        const { lineStart, lineEnd } = section.block;
        return { text: this.#text, lineStart, lineEnd };
      },
    };
  }

  #forgetSections(): void {
    for (const section of this.#sections) section.unload();
    this.#sections = [];
    this.#page.place([]);
  }

  #resized(): void {
    if (!this.#page.visible) return;
    if (this.#pendingLine !== undefined) this.applyScroll(this.#pendingLine);
    else if (this.#queue.isDrained()) this.#page.update();
  }

  /** Once, for the many post-processors that a plugin may register in a row. */
  #rerenderSoon(): void {
    window.clearTimeout(this.#rerenderTimer);
    this.#rerenderTimer = window.setTimeout(() => {
      if (this.#sections.length > 0) this.rerender(true);
    }, 0);
  }
}

function titleOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
}
