// `![[…]]`: finds the places that the parser left, and shows in each what its link means.
import type * as Obsidian from 'obsidian';
import { setIcon } from '../ui/icons';
import { parseLinktext } from '../vault/links';
import type { Fragment } from './fragment';
import { isMedia, showMedia } from './media-embeds';
import { NoteEmbed } from './note-embed';

/** The app follows embeds within embeds this far; then it shows a link. */
const DEPTH_LIMIT = 5;

export interface EmbedPlace {
  readonly app: Obsidian.App;
  readonly sourcePath: string;
  readonly component: Pick<Obsidian.Component, 'addChild'>;
  readonly depth: number;
  /** Handed over, because what is rendered may itself hold embeds. */
  readonly renderFragment: (fragment: Fragment) => Promise<void>;
}

/** Resolves when the embeds below `root`, and those within them, are shown. */
export async function loadEmbeds(root: HTMLElement, place: EmbedPlace): Promise<void> {
  const waiting = root.findAll('.internal-embed:not(.is-loaded)');
  await Promise.all(waiting.map((el) => loadEmbed(el, place)));
}

async function loadEmbed(el: HTMLElement, place: EmbedPlace): Promise<void> {
  el.addClass('is-loaded');
  const target = el.getAttribute('src');
  // The sanitiser takes away a target that looks like markup.
  if (target === null || target === '') return;
  const { path, subpath } = parseLinktext(target);
  const file = place.app.metadataCache.getFirstLinkpathDest(path, place.sourcePath);
  if (file === null) {
    showMissing(el, target);
  } else if (file.extension === 'md') {
    if (place.depth >= DEPTH_LIMIT) showLink(el, target);
    else await place.component.addChild(new NoteEmbed(el, place, { file, subpath })).shown;
  } else if (isMedia(file)) {
    showMedia(el, { url: place.app.vault.getResourcePath(file) + subpath, file });
  } else {
    showLink(el, target);
  }
}

function showMissing(el: HTMLElement, target: string): void {
  el.addClass('file-embed', 'mod-empty');
  const title = el.createDiv({ cls: 'file-embed-title' });
  setIcon(title.createSpan({ cls: 'file-embed-icon' }), 'file-x');
  title.appendText(` “${target}” is not created yet. Click to create.`);
}

function showLink(el: HTMLElement, target: string): void {
  el.addClass('file-embed');
  const link = el.createDiv({ cls: 'file-embed-title' });
  link.createEl('a', { cls: 'internal-link', text: target, href: target, attr: { 'data-href': target } });
}
