// The HTML elements of a line: which opening tag belongs to which closing one. A tag without its other half is text.

export interface Tag {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'open' | 'close' | 'void';
}

export interface HtmlElement {
  readonly open: Tag;
  /** The same tag, where the element has no content by its nature. */
  readonly close: Tag;
}

const TAG =
  /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/giy;

const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr']);

/** The whole tag that begins at `at`. */
export function readTag(text: string, at: number): Tag | undefined {
  TAG.lastIndex = at;
  const [whole, slash, written, , end] = TAG.exec(text) ?? [];
  if (whole === undefined || written === undefined) return undefined;
  const name = written.toLowerCase();
  const kind = slash === '/' ? 'close' : end === '/' || VOID.has(name) ? 'void' : 'open';
  return { name, from: at, to: at + whole.length, kind };
}

/** The outermost complete elements among the tags of a line, in order. */
export function outermostElements(tags: readonly Tag[]): HtmlElement[] {
  const open: Tag[] = [];
  const found: HtmlElement[] = [];
  const add = (element: HtmlElement): void => {
    while ((found.at(-1)?.open.from ?? -1) > element.open.from) found.pop();
    found.push(element);
  };
  for (const tag of tags) {
    if (tag.kind === 'void') add({ open: tag, close: tag });
    else if (tag.kind === 'open') open.push(tag);
    else {
      const index = open.findLastIndex((candidate) => candidate.name === tag.name);
      const opener = open[index];
      if (opener === undefined) continue;
      open.length = index;
      add({ open: opener, close: tag });
    }
  }
  return found;
}
