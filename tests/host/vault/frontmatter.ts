// A note's properties: finding, reading and writing its YAML block, and the API's small readers of it.
import type * as Obsidian from 'obsidian';
import { parse, stringify } from 'yaml';

const BLOCK = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/;

export function getFrontMatterInfo(content: string): Obsidian.FrontMatterInfo {
  const found = BLOCK.exec(content);
  if (found === null) return { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
  const frontmatter = found[1] ?? '';
  const from = content.indexOf('\n') + 1;
  return { exists: true, frontmatter, from, to: from + frontmatter.length, contentStart: found[0].length };
}

export function parseYaml(yaml: string): unknown {
  return parse(yaml, { logLevel: 'error', uniqueKeys: false });
}

export function stringifyYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

/** The properties of a note; undefined when it has none or they cannot be read. */
export function readProperties(content: string): Obsidian.FrontMatterCache | undefined {
  const { exists, frontmatter } = getFrontMatterInfo(content);
  if (!exists) return undefined;
  try {
    const properties = parseYaml(frontmatter);
    return isRecord(properties) ? properties : undefined;
  } catch {
    return undefined;
  }
}

/** The note with its properties changed by `change`. Throws on YAML that cannot be read, as the app does. */
export function changeProperties(
  content: string,
  change: (properties: Record<string, unknown>) => void,
): string {
  const { frontmatter, contentStart } = getFrontMatterInfo(content);
  const parsed = parseYaml(frontmatter);
  const properties = isRecord(parsed) ? parsed : {};
  change(properties);
  const body = content.slice(contentStart);
  return Object.keys(properties).length === 0 ? body : `---\n${stringifyYaml(properties)}---\n${body}`;
}

export function parseFrontMatterEntry(frontmatter: unknown, key: string | RegExp): unknown {
  if (!isRecord(frontmatter)) return null;
  const matches = (name: string): boolean =>
    typeof key === 'string' ? name.toLowerCase() === key.toLowerCase() : key.test(name);
  const name = Object.keys(frontmatter).find(matches);
  return name === undefined ? null : (frontmatter[name] ?? null);
}

export function parseFrontMatterStringArray(frontmatter: unknown, key: string | RegExp): string[] | null {
  const entry = parseFrontMatterEntry(frontmatter, key);
  if (typeof entry === 'string') return entry.split(/[,\n]/).map((part) => part.trim());
  return Array.isArray(entry) ? entry.map(String) : null;
}

export function parseFrontMatterAliases(frontmatter: unknown): string[] | null {
  return parseFrontMatterStringArray(frontmatter, /^alias(es)?$/i);
}

export function parseFrontMatterTags(frontmatter: unknown): string[] | null {
  const tags = parseFrontMatterStringArray(frontmatter, /^tags?$/i);
  return tags?.map((tag) => (tag.startsWith('#') ? tag : `#${tag}`)) ?? null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
