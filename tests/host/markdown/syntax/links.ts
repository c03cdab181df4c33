// What a Markdown link or image points to decides its element: an address gives an external link, anything else a
// file of the vault.
import type MarkdownIt from 'markdown-it';
import type { StateCore, Token } from 'markdown-it';
import { internalLinkAttributes } from './wikilinks';

/** An address of YouTube that a picture would be at is shown as its player. */
const VIDEO =
  /^https?:\/\/(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:watch\?(?:[^#]*&)?v=|embed\/|shorts\/|live\/)|youtu\.be\/)([\w-]{11})(?![\w-])/;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

export function links(md: MarkdownIt): void {
  md.core.ruler.push('link_kinds', markLinks);
  const renderImage = md.renderer.rules.image;
  md.renderer.rules.image = (tokens, index, options, env, renderer) => {
    const token = tokens[index];
    if (token === undefined || renderImage === undefined) return '';
    const source = token.attrGet('src') ?? '';
    if (!SCHEME.test(source)) return embedHtml(md, decoded(source), token.content);
    const video = VIDEO.exec(source)?.[1];
    if (video !== undefined) return playerHtml(video);
    sizeFromAlt(token);
    return renderImage(tokens, index, options, env, renderer);
  };
}

function markLinks(state: StateCore): void {
  for (const token of state.tokens.flatMap((block) => block.children ?? [])) {
    if (token.type === 'link_open') markLink(token);
  }
}

function markLink(link: Token): void {
  const target = link.attrGet('href') ?? '';
  if (SCHEME.test(target)) link.attrJoin('class', 'external-link');
  else link.attrs = internalLinkAttributes(decoded(target));
}

/** The app asks its own relay, as YouTube wants to know who shows its player. */
function playerHtml(id: string): string {
  const address = `https://releases.obsidian.md/youtube?v=${id}`;
  return `<iframe class="external-embed mod-receives-events" allow="fullscreen" frameborder="0" src="${address}"></iframe>`;
}

function embedHtml(md: MarkdownIt, target: string, alt: string): string {
  const { escapeHtml } = md.utils;
  return `<span class="internal-embed" src="${escapeHtml(target)}" alt="${escapeHtml(alt)}"></span>`;
}

/** `![alt|640x360](…)` gives the picture a size. */
function sizeFromAlt(image: Token): void {
  const [size, width, height] = /\|(\d+)(?:x(\d+))?$/.exec(image.content) ?? [];
  if (size === undefined || width === undefined) return;
  const text = image.children?.at(-1);
  if (text?.type === 'text') text.content = text.content.slice(0, -size.length);
  image.attrSet('width', width);
  if (height !== undefined) image.attrSet('height', height);
}

function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
