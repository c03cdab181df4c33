// Reads an opening HTML tag and its attributes, as a browser does.
import type { Source } from './source';

export interface Tag {
  /** In lower case. */
  readonly name: string;
  /** The end of the tag. */
  readonly to: number;
  /** By name in lower case, in their order; if a name is repeated, the first counts, as in a browser. */
  readonly attributes: ReadonlyMap<string, Attribute>;
}

export interface Attribute {
  readonly value: string;
  /** The range of the value, without its quotes. */
  readonly from: number;
  readonly to: number;
  /** The end of the whole attribute. */
  readonly end: number;
}

const NAME = /<([a-z][a-z\d-]*)/iy;
const END = /\s*\/?>/y;
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(\s*=\s*)?/y;
const UNQUOTED = /[^\s"'=<>`]+/y;
const REFERENCE = /&(?:amp|lt|gt|quot|apos|#39|#124);/g;
const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#124;': '|',
};

/** The tag that opens at `at`; undefined if it is broken, so that a Markdown renderer shows it as text. */
export function readTag(source: Source, at: number): Tag | undefined {
  const name = source.match(NAME, at);
  if (name?.[1] === undefined) return undefined;
  const attributes = new Map<string, Attribute>();
  let to = at + name[0].length;
  for (;;) {
    const end = source.behind(END, to);
    if (end !== undefined) return { name: name[1].toLowerCase(), to: end, attributes };
    const attribute = source.match(ATTRIBUTE, to);
    if (attribute?.[1] === undefined) return undefined;
    to += attribute[0].length;
    const value = attribute[2] === undefined ? { value: '', from: to, to, end: to } : readValue(source, to);
    if (value === undefined) return undefined;
    to = value.end;
    const key = attribute[1].toLowerCase();
    if (!attributes.has(key)) attributes.set(key, value);
  }
}

/** HTML text with its character references replaced, as far as timestamps need it. */
export function decoded(text: string): string {
  return text.includes('&')
    ? text.replace(REFERENCE, (reference) => REFERENCES[reference] ?? reference)
    : text;
}

const CURLY_QUOTES = /^[“”„‟‘’‚‛«»″′]|[“”„‟‘’‚‛«»″′]$/g;

/** A value without the curly quotes that a word processor has made of straight ones, which a browser takes as part of the value. */
export function withoutCurlyQuotes(value: string): string;
export function withoutCurlyQuotes(value: string | undefined): string | undefined;
export function withoutCurlyQuotes(value: string | undefined): string | undefined {
  return value?.replace(CURLY_QUOTES, '');
}

function readValue(source: Source, at: number): Attribute | undefined {
  const { text } = source;
  const quote = text[at];
  const isQuoted = quote === '"' || quote === "'";
  const from = isQuoted ? at + 1 : at;
  const to = isQuoted ? source.find(quote, from) : source.behind(UNQUOTED, at);
  if (to === undefined || (isQuoted && to === text.length)) return undefined;
  return { value: decoded(text.slice(from, to)), from, to, end: isQuoted ? to + 1 : to };
}

/** An open element; `at` and `to` are the range of its opening tag. */
export interface OpenElement {
  readonly name: string;
  readonly at: number;
  readonly to: number;
  /** Links only. */
  readonly href: string | undefined;
}
