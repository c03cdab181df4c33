// A note, or a part of one, shown inside another. Kept true: it renders again when its file changes.
import type * as Obsidian from 'obsidian';
import { Component } from '../component';
import { setIcon } from '../ui/icons';
import type { EmbedPlace } from './embeds';
import { MarkdownRenderChild } from './render-child';
import { rememberSource } from './sources';
import { cutSubpath } from './subpath';

export interface EmbeddedPart {
  readonly file: Obsidian.TFile;
  /** With its `#`; empty for the whole note. */
  readonly subpath: string;
}

export class NoteEmbed extends MarkdownRenderChild {
  /** Settles when the note has been shown for the first time. */
  readonly shown: Promise<void>;
  #markShown: () => void = () => undefined;
  #contents: Component | undefined;
  #contentEl: HTMLElement | undefined;

  constructor(
    containerEl: HTMLElement,
    private readonly place: EmbedPlace,
    private readonly part: EmbeddedPart,
  ) {
    super(containerEl);
    this.shown = new Promise((resolve) => {
      this.#markShown = resolve;
    });
  }

  override onload(): void {
    const { file } = this.part;
    this.containerEl.addClass('markdown-embed', 'inline-embed');
    // A part brings its own heading.
    const title = this.part.subpath === '' ? file.basename : '';
    this.containerEl.createDiv({ cls: 'markdown-embed-title', text: title });
    this.#contentEl = this.containerEl.createDiv({ cls: 'markdown-embed-content' });
    this.#addOpenButton();
    this.registerEvent(
      this.place.app.metadataCache.on('changed', (changed) => {
        if (changed.path === file.path) void this.#show();
      }),
    );
    void this.#show().finally(this.#markShown);
  }

  override onunload(): void {
    this.#markShown();
  }

  async #show(): Promise<void> {
    const { app, depth, renderFragment } = this.place;
    const { file, subpath } = this.part;
    const text = cutSubpath(await app.vault.cachedRead(file), subpath);
    if (this.#contents !== undefined) this.removeChild(this.#contents);
    this.#contents = this.addChild(new Component());
    const el = createDiv('markdown-preview-view markdown-rendered show-indentation-guide');
    rememberSource(el, file.path);
    if (text === undefined) {
      el.createDiv({
        cls: 'markdown-embed-missing',
        text: `Unable to find “${subpath}” in ${file.basename}`,
      });
      this.#contentEl?.replaceChildren(el);
      return;
    }
    const rendered = renderFragment({
      app,
      markdown: text,
      el,
      sourcePath: file.path,
      component: this.#contents,
      depth: depth + 1,
    });
    // Synchronous post-processors have had the fragment by now, still in no document.
    this.#contentEl?.replaceChildren(el);
    await rendered;
  }

  #addOpenButton(): void {
    const { app, sourcePath } = this.place;
    const target = this.containerEl.getAttribute('src') ?? this.part.file.path;
    const button = this.containerEl.createDiv({
      cls: 'markdown-embed-link',
      attr: { 'aria-label': 'Open link' },
    });
    setIcon(button, 'link');
    this.registerDomEvent(button, 'click', () => {
      void app.workspace.openLinkText(target, sourcePath);
    });
  }
}
