// The target of the property `transcript` of a note.

const NAME = 'transcript';
/** Transcripts of a note that are read; one for each language. */
const MOST = 30;
const WIKILINK = /^!?\[\[([^[\]]+)\]\]$/;
const MARKDOWN_LINK = /^!?\[[^[\]]*\]\(<?([^()<>]+)>?\)$/;

/** The paths of a note's transcripts, in their order: from wikilinks, Markdown links and plain paths. */
export function transcriptLinks(properties: unknown): readonly string[] {
  if (typeof properties !== 'object' || properties === null) return [];
  const found = Object.entries(properties).find(([name]) => name.toLowerCase() === NAME);
  const value: unknown = found?.[1];
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST) : [value];
  return values.flatMap((one) => (typeof one === 'string' ? pathsOf(one.trim()) : []));
}

/** The path as it is written, and the path without the fragment of a link. */
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

/** The language before the ending of a file's name, such as `en` in `talk.en.vtt`. */
export function languageIn(path: string): string | undefined {
  return /\.([a-z]{2,3}(?:-[a-z\d]{2,8})*)\.[a-z]+$/i.exec(path)?.[1];
}
