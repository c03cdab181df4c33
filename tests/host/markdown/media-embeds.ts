// Media files shown inside a note, by the app's own elements.
import type * as Obsidian from 'obsidian';

const KINDS = {
  img: ['avif', 'bmp', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp'],
  video: ['mkv', 'mov', 'mp4', 'ogv', 'webm'],
  audio: ['3gp', 'flac', 'm4a', 'mp3', 'ogg', 'wav'],
} as const;

type Kind = keyof typeof KINDS;

interface Media {
  readonly file: Obsidian.TFile;
  readonly url: string;
}

export function isMedia(file: Obsidian.TFile): boolean {
  return kindOf(file) !== undefined;
}

export function showMedia(el: HTMLElement, { file, url }: Media): void {
  const kind = kindOf(file);
  if (kind === undefined) return;
  el.addClass('media-embed', kind === 'img' ? 'image-embed' : `${kind}-embed`);
  const media = el.createEl(kind, { attr: { src: url, ...(kind === 'img' ? {} : { controls: true }) } });
  const alt = el.getAttribute('alt') ?? '';
  const size = /^(\d+)(?:x(\d+))?$/.exec(alt);
  if (size?.[1] !== undefined) media.setAttribute('width', size[1]);
  if (size?.[2] !== undefined) media.setAttribute('height', size[2]);
  if (kind === 'img') media.setAttribute('alt', size === null ? alt : file.name);
}

function kindOf(file: Obsidian.TFile): Kind | undefined {
  const kinds = Object.keys(KINDS) as Kind[];
  return kinds.find((kind) => (KINDS[kind] as readonly string[]).includes(file.extension));
}
