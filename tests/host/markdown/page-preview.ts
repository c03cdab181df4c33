// The app's page preview: resting on an internal link opens the note that it leads to, in a popover.
import type * as Obsidian from 'obsidian';
import { Component } from '../component';
import { isFromTouch } from '../touch-origin';
import { parseLinktext } from '../vault/links';
import { renderFragment } from './fragment';
import { HoverPopover } from './hover-popover';
import { followLinks, HOVER_SOURCE } from './links';
import { NoteEmbed } from './note-embed';

/** What `hover-link` carries. */
interface HoveredLink {
  readonly event: MouseEvent;
  readonly source: string;
  readonly hoverParent: Obsidian.HoverParent;
  readonly targetEl: HTMLElement;
  readonly linktext: string;
  readonly sourcePath?: string;
}

export class PagePreview extends Component {
  /** Where links can be hovered, by id; plugins add theirs by `registerHoverLinkSource`. */
  readonly sources = new Map<string, Obsidian.HoverLinkSource>([
    [HOVER_SOURCE, { display: 'Reading view', defaultMod: false }],
    ['editor', { display: 'Editor view', defaultMod: true }],
  ]);

  constructor(private readonly app: Obsidian.App) {
    super();
  }

  override onload(): void {
    const events: Obsidian.Events = this.app.workspace;
    this.registerEvent(
      events.on('hover-link', (link: unknown) => {
        void this.#preview(link as HoveredLink);
      }),
    );
  }

  async #preview(link: HoveredLink): Promise<void> {
    const { event, hoverParent, targetEl } = link;
    if (isFromTouch(event)) return;
    const needsMod =
      (await this.#toggles())[link.source] ?? this.sources.get(link.source)?.defaultMod ?? false;
    if (needsMod && !event.ctrlKey && !event.metaKey) return;
    const shown = hoverParent.hoverPopover;
    if (shown instanceof HoverPopover && shown.targetEl === targetEl) return;
    new PagePopover(this.app, link);
  }

  /** By source, what the user has chosen in place of its default: true where Mod is needed. */
  async #toggles(): Promise<Readonly<Record<string, boolean>>> {
    const { adapter, configDir } = this.app.vault;
    const path = `${configDir}/page-preview.json`;
    return (await adapter.exists(path))
      ? (JSON.parse(await adapter.read(path)) as Record<string, boolean>)
      : {};
  }
}

class PagePopover extends HoverPopover implements Obsidian.HoverParent {
  /** Of a link in this popover. */
  hoverPopover: Obsidian.HoverPopover | null = null;

  constructor(
    private readonly app: Obsidian.App,
    private readonly link: HoveredLink,
  ) {
    super(link.hoverParent, link.targetEl);
  }

  override onload(): void {
    const { app, hoverEl } = this;
    const { linktext, sourcePath = '' } = this.link;
    const { path, subpath } = parseLinktext(linktext);
    const el = hoverEl.createDiv({ cls: 'internal-embed is-loaded', attr: { src: linktext } });
    const file = app.metadataCache.getFirstLinkpathDest(path, sourcePath);
    if (file?.extension === 'md') {
      const place = { app, sourcePath, component: this, depth: 0, renderFragment };
      this.watchResize(el);
      this.addChild(new NoteEmbed(el, place, { file, subpath }));
    } else {
      el.addClass('markdown-embed', 'mod-empty');
      el.setText(`“${path}” is not created yet.`);
    }
    followLinks({ app, el: hoverEl, component: this, hoverParent: this });
  }

  override onunload(): void {
    this.hoverEl.empty();
  }
}
