// The target of the property `transcript` of a note.

const NAME = 'transcript';
/** A note is hardly said in more languages. */
const MOST = 30;
const WIKILINK = /^!?\[\[([^[\]]+)\]\]$/;
const MARKDOWN_LINK = /^!?\[[^[\]]*\]\(<?([^()<>]+)>?\)$/;

/** The link paths of a note's transcripts, in its order: of wikilinks, Markdown links, and plain paths. */
export function transcriptLinks(properties: unknown): readonly string[] {
  if (typeof properties !== 'object' || properties === null) return [];
  const found = Object.entries(properties).find(([name]) => name.toLowerCase() === NAME);
  const value: unknown = found?.[1];
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST) : [value];
  return values.flatMap((one) => (typeof one === 'string' ? pathsOf(one.trim()) : []));
}

/** The path as it stands, and without what a link adds to it. */
function pathsOf(text: string): readonly string[] {
  const link = WIKILINK.exec(text)?.[1]?.split('|', 1)[0] ?? MARKDOWN_LINK.exec(text)?.[1] ?? text;
  const [path = ''] = link.split('#', 1);
  return path.trim() === '' ? [] : [decoded(path.trim())];
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** The language that the name of a file says before its ending, such as `en` in `talk.en.vtt`. */
export function languageIn(path: string): string | undefined {
  return /\.([a-z]{2,3}(?:-[a-z\d]{2,8})*)\.[a-z]+$/i.exec(path)?.[1];
}
