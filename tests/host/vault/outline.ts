// What the metadata cache knows of a note's text: sections, headings, list items, links, embeds, tags. Read line by
// line, as far as the API's promises go; how a note looks is the renderer's business.
import type * as Obsidian from 'obsidian';
import { getFrontMatterInfo, readProperties } from './frontmatter';

interface Line {
  text: string;
  number: number;
  offset: number;
}

interface Block {
  type: string;
  first: Line;
  last: Line;
}

export function readOutline(text: string): Obsidian.CachedMetadata {
  const blocks = splitBlocks(linesOf(text), getFrontMatterInfo(text).contentStart);
  const prose = blocks.filter((block) => block.type !== 'code' && block.type !== 'yaml');
  const found = prose.flatMap((block) => readReferences(text, block));
  const yaml = blocks.find((block) => block.type === 'yaml');
  const frontmatter = readProperties(text);
  const parts = {
    sections: blocks.map((block) => ({ type: block.type, position: span(block.first, block.last) })),
    headings: blocks.filter((block) => block.type === 'heading').map(readHeading),
    listItems: blocks.filter((block) => block.type === 'list').flatMap((block) => readItems(text, block)),
    links: found.filter((reference) => reference.kind === 'link').map((reference) => reference.cache),
    embeds: found.filter((reference) => reference.kind === 'embed').map((reference) => reference.cache),
    tags: prose.flatMap((block) => readTags(text, block)),
    frontmatterLinks: frontmatter === undefined ? [] : readPropertyLinks(frontmatter),
  };
  const outline: Obsidian.CachedMetadata = Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part.length > 0),
  );
  if (frontmatter !== undefined) outline.frontmatter = frontmatter;
  if (yaml !== undefined) outline.frontmatterPosition = span(yaml.first, yaml.last);
  return outline;
}

function linesOf(text: string): Line[] {
  let offset = 0;
  return text.split('\n').map((line, number) => {
    const found = { text: line, number, offset };
    offset += line.length + 1;
    return found;
  });
}

const STARTS: readonly [type: string, pattern: RegExp][] = [
  ['heading', /^#{1,6}(\s|$)/],
  ['thematicBreak', /^ {0,3}([-*_])(\s*\1){2,}\s*$/],
  ['callout', /^ {0,3}>\s*\[!/],
  ['blockquote', /^ {0,3}>/],
  ['list', /^\s*([-*+]|\d+[.)])(\s|$)/],
  ['table', /^\s*\|/],
  ['html', /^ {0,3}<(?:div|details|table|iframe|p|section|!--)\b/i],
];

function splitBlocks(lines: readonly Line[], contentStart: number): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let fence: string | undefined;
  for (const line of lines) {
    const kind: string = line.offset < contentStart ? 'yaml' : kindOf(line.text, open, fence);
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1];
    if (kind === 'code' && marker !== undefined) {
      fence = fence === undefined ? marker : line.text.trim().startsWith(fence) ? undefined : fence;
    }
    if (kind === 'blank') {
      open = undefined;
    } else if (open !== undefined && continues(open, kind)) {
      open.last = line;
    } else {
      open = { type: kind, first: line, last: line };
      blocks.push(open);
    }
    if (kind === 'code' && fence === undefined) open = undefined;
  }
  return blocks;
}

function kindOf(text: string, open: Block | undefined, fence: string | undefined): string {
  if (fence !== undefined || /^ {0,3}(`{3,}|~{3,})/.test(text)) return 'code';
  if (text.trim() === '') return 'blank';
  const kind = STARTS.find(([, pattern]) => pattern.test(text))?.[0];
  if (kind !== undefined) return kind;
  // A line without a mark of its own goes on with what is open (a lazy continuation).
  return open !== undefined && ['list', 'blockquote', 'callout', 'html'].includes(open.type)
    ? open.type
    : 'paragraph';
}

function continues(open: Block, kind: string): boolean {
  if (open.type === 'heading' || open.type === 'thematicBreak') return false;
  return open.type === kind || (open.type === 'callout' && kind === 'blockquote');
}

function span(first: Line, last: Line): Obsidian.Pos {
  const end = last.text.length;
  return {
    start: { line: first.number, col: 0, offset: first.offset },
    end: { line: last.number, col: end, offset: last.offset + end },
  };
}

function readHeading({ first }: Block): Obsidian.HeadingCache {
  const marks = /^#+/.exec(first.text)?.[0] ?? '';
  const heading = first.text
    .slice(marks.length)
    .replace(/\s+#+\s*$/, '')
    .trim();
  return { heading, level: marks.length, position: span(first, first) };
}

function readItems(text: string, block: Block): Obsidian.ListItemCache[] {
  return linesIn(text, block).flatMap((line) => {
    const item = /^(\s*)(?:[-*+]|\d+[.)])\s+(?:\[(.)\]\s)?/.exec(line.text);
    if (item === null) return [];
    const task = item[2] === undefined ? {} : { task: item[2] };
    return [{ position: span(line, line), parent: -block.first.number, ...task }];
  });
}

type FoundReference = { kind: 'link' | 'embed'; cache: Obsidian.LinkCache };

const REFERENCE =
  /(!?)\[\[([^\]\n|]+)(?:\|([^\]\n]*))?\]\]|(!?)\[([^\]\n]*)\]\((<[^>\n]+>|[^)\s]+)[^)\n]*\)/g;

function readReferences(text: string, block: Block): FoundReference[] {
  return linesIn(text, block).flatMap((line) => {
    const matches = [...withoutCode(line.text).matchAll(REFERENCE)];
    return matches.flatMap((match): FoundReference[] => {
      const markdownTarget = match[6]?.replace(/^<|>$/g, '');
      if (markdownTarget !== undefined && /^[a-z][a-z0-9+.-]*:/i.test(markdownTarget)) return [];
      const link = match[2] ?? decode(markdownTarget ?? '');
      const shown = match[3] ?? match[5] ?? link;
      const kind = match[1] === '!' || match[4] === '!' ? 'embed' : 'link';
      const position = within(line, match.index, match[0].length);
      return [{ kind, cache: { link, original: match[0], displayText: shown, position } }];
    });
  });
}

function readTags(text: string, block: Block): Obsidian.TagCache[] {
  return linesIn(text, block).flatMap((line) =>
    [...withoutCode(line.text).matchAll(/(^|\s)(#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*)/gu)].map(
      (match) => {
        const tag = match[2] ?? '';
        return { tag, position: within(line, match.index + (match[1] ?? '').length, tag.length) };
      },
    ),
  );
}

function readPropertyLinks(properties: Record<string, unknown>): Obsidian.FrontmatterLinkCache[] {
  const texts = Object.entries(properties).flatMap(([key, value]) =>
    Array.isArray(value)
      ? value.map((entry: unknown, index) => [`${key}.${index}`, entry] as const)
      : [[key, value] as const],
  );
  return texts.flatMap(([key, value]) => {
    const link = typeof value === 'string' ? /^\[\[([^\]|]+)(?:\|([^\]]*))?\]\]$/.exec(value) : null;
    if (link?.[1] === undefined) return [];
    return [{ key, link: link[1], original: link[0], displayText: link[2] ?? link[1] }];
  });
}

function linesIn(text: string, { first, last }: Block): Line[] {
  const lines = linesOf(text.slice(first.offset, last.offset + last.text.length));
  return lines.map((line) => ({
    text: line.text,
    number: line.number + first.number,
    offset: line.offset + first.offset,
  }));
}

function within(line: Line, col: number, length: number): Obsidian.Pos {
  return {
    start: { line: line.number, col, offset: line.offset + col },
    end: { line: line.number, col: col + length, offset: line.offset + col + length },
  };
}

/** Code spans blanked out, so that positions stay. */
function withoutCode(text: string): string {
  return text.replace(/(`+)[^`]+\1/g, (code) => ' '.repeat(code.length));
}

function decode(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
