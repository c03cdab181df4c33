// A note as its top-level blocks: the unit that reading view renders, caches and hands to post-processors.
import type * as Obsidian from 'obsidian';
import type { Token } from 'markdown-it';
import { getFrontMatterInfo, readProperties } from '../vault/frontmatter';
import { parser } from './parser';

export interface Block {
  readonly html: string;
  /** Lines of the whole note, counted from 0; both inclusive. */
  readonly lineStart: number;
  readonly lineEnd: number;
  /** Classes of its section, beside the one for its kind. */
  readonly classes?: readonly string[];
}

export interface NoteBlocks {
  /** What stands between the fences at the top; absent without them. */
  readonly yaml: string | undefined;
  readonly properties: Obsidian.FrontMatterCache | undefined;
  readonly blocks: readonly Block[];
}

export function readBlocks(text: string): NoteBlocks {
  const { exists, frontmatter, contentStart } = getFrontMatterInfo(text);
  const firstLine = newlinesIn(text.slice(0, contentStart));
  const body = text.slice(contentStart);
  const env = {};
  const blocks = topLevelGroups(parser.parse(body, env)).map((tokens): Block => {
    // Only the list of footnotes has no place in the text; it counts as the last line.
    const [start, end] = tokens[0]?.map ?? [newlinesIn(body), newlinesIn(body) + 1];
    const html = parser.renderer.render(tokens, parser.options, env);
    return { html, lineStart: firstLine + start, lineEnd: firstLine + end - 1 };
  });
  return { yaml: exists ? frontmatter : undefined, properties: readProperties(text), blocks };
}

function topLevelGroups(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  let group: Token[] = [];
  for (const token of tokens) {
    group.push(token);
    if (token.level !== 0 || token.nesting > 0) continue;
    groups.push(group);
    group = [];
  }
  return groups;
}

function newlinesIn(text: string): number {
  return text.split('\n').length - 1;
}
