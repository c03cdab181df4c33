// The top of reading view: the note's title, and its properties as a table.
import type * as Obsidian from 'obsidian';
import { setIcon } from '../ui/icons';
import type { Block, NoteBlocks } from './blocks';
import { parser } from './parser';

const ICONS = {
  text: 'align-left',
  list: 'list',
  number: 'binary',
  checkbox: 'square-check-big',
  date: 'calendar',
} as const;

export interface Header {
  readonly title: string;
  readonly properties: Obsidian.FrontMatterCache | undefined;
}

export function renderHeader(el: HTMLElement, { title, properties }: Header): void {
  el.empty();
  el.createDiv({ cls: 'inline-title', text: title });
  const entries = Object.entries(properties ?? {});
  if (entries.length === 0) return;
  const container = el.createDiv({
    cls: 'metadata-container',
    attr: { 'data-property-count': entries.length },
  });
  const heading = container.createDiv({ cls: 'metadata-properties-heading' });
  heading.createDiv({ cls: 'metadata-properties-title', text: 'Properties' });
  const list = container.createDiv({ cls: 'metadata-content' }).createDiv({ cls: 'metadata-properties' });
  for (const [key, value] of entries) renderProperty(list, key, value);
}

/** The YAML is a section too: post-processors are given it, and nobody sees it. */
export function frontmatterBlock({ yaml }: NoteBlocks): Block[] {
  if (yaml === undefined) return [];
  const html = `<pre class="frontmatter language-yaml"><code class="language-yaml">${parser.utils.escapeHtml(yaml)}</code></pre>`;
  const lines = yaml.split('\n').length;
  return [{ html, lineStart: 0, lineEnd: lines + 1, classes: ['mod-frontmatter', 'mod-ui'] }];
}

function renderProperty(list: HTMLElement, key: string, value: unknown): void {
  const kind = kindOf(value);
  const attr = { 'data-property-key': key, 'data-property-type': kind };
  const row = list.createDiv({ cls: 'metadata-property', attr });
  const name = row.createDiv({ cls: 'metadata-property-key' });
  setIcon(name.createSpan({ cls: 'metadata-property-icon' }), ICONS[kind]);
  name.createSpan({ cls: 'metadata-property-key-input', text: key });
  const place = row.createDiv({ cls: 'metadata-property-value' });
  if (Array.isArray(value)) {
    const pills = place.createDiv({ cls: 'multi-select-container' });
    for (const entry of value) renderText(pills.createDiv({ cls: 'multi-select-pill' }), entry);
  } else if (typeof value === 'boolean') {
    place.createEl('input', {
      type: 'checkbox',
      cls: 'metadata-input-checkbox',
      attr: { disabled: true },
    }).checked = value;
  } else {
    renderText(place.createDiv({ cls: 'metadata-input-longtext' }), value);
  }
}

type PropertyKind = keyof typeof ICONS;

function kindOf(value: unknown): PropertyKind {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'checkbox';
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? 'date' : 'text';
}

/** A property that is a wikilink or an address is a link. */
function renderText(el: HTMLElement, value: unknown): void {
  const text = typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
  const [, target, shown] = /^\[\[([^\]|]+)(?:\|([^\]]*))?\]\]$/.exec(text) ?? [];
  if (target !== undefined) {
    const attr = { 'data-href': target };
    el.createEl('a', { cls: 'metadata-link-inner internal-link', text: shown ?? target, href: target, attr });
  } else if (/^https?:\/\//.test(text)) {
    const attr = { target: '_blank', rel: 'noopener nofollow' };
    el.createEl('a', { cls: 'metadata-link-inner external-link', text, href: text, attr });
  } else {
    el.setText(text);
  }
}
