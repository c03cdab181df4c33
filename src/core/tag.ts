// One opening HTML tag and its attributes, as a browser reads them.
import type { Source } from './source';

export interface Tag {
  /** In lower case. */
  readonly name: string;
  /** Where the tag ends. */
  readonly to: number;
  /** By names in lower case, in the order written; of a name that is there twice the first counts, as in a browser. */
  readonly attributes: ReadonlyMap<string, string>;
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

/** The tag that opens at `at`; undefined where a Markdown renderer sees none, because it is broken. */
export function readTag(source: Source, at: number): Tag | undefined {
  const name = source.match(NAME, at);
  if (name?.[1] === undefined) return undefined;
  const attributes = new Map<string, string>();
  let to = at + name[0].length;
  for (;;) {
    const end = source.behind(END, to);
    if (end !== undefined) return { name: name[1].toLowerCase(), to: end, attributes };
    const attribute = source.match(ATTRIBUTE, to);
    if (attribute?.[1] === undefined) return undefined;
    to += attribute[0].length;
    const value = attribute[2] === undefined ? { text: '', to } : readValue(source, to);
    if (value === undefined) return undefined;
    to = value.to;
    const key = attribute[1].toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decoded(value.text));
  }
}

/** A text of HTML with its character references replaced, as far as timestamps need them. */
export function decoded(text: string): string {
  return text.includes('&')
    ? text.replace(REFERENCE, (reference) => REFERENCES[reference] ?? reference)
    : text;
}

function readValue(source: Source, at: number): { text: string; to: number } | undefined {
  const quote = source.text[at];
  if (quote !== '"' && quote !== "'") {
    const [unquoted] = source.match(UNQUOTED, at) ?? [];
    return unquoted === undefined ? undefined : { text: unquoted, to: at + unquoted.length };
  }
  const close = source.find(quote, at + 1);
  return close === source.text.length ? undefined : { text: source.text.slice(at + 1, close), to: close + 1 };
}
