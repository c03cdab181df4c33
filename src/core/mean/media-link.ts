// The names of media files: paths of the vault as notes link to them, and addresses.

/** The vault path that a link leads to, undefined if it leads nowhere. */
export type ResolveLink = (linkpath: string) => string | undefined;

const MEDIA = /\.(?:mp4|m4v|webm|ogv|mov|mkv|avi|wmv|mpe?g|3gp|hevc|mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i;
const AUDIO = /\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i;
const WIKILINK = /^!?\[\[(.*)\]\]$/s;
/** The marks that may end the path of a link; a path may also contain them. */
const MARK = /[#|]/g;
const MOST_MARKS = 32;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;

/** Characters; a longer text is neither a path nor an address. */
export const MAX_LENGTH = 4096;

/** Whether a path has the ending of a media file. */
export function isMediaName(path: string): boolean {
  return MEDIA.test(path) && path.length <= MAX_LENGTH;
}

/** Whether a path has the ending of an audio file. */
export function isAudioName(path: string): boolean {
  return AUDIO.test(path);
}

/** Whether a link leads to a media file, in the vault or at an address. */
export function isMediaLink(text: string): boolean {
  return readMediaAddress(text) !== undefined || (!SCHEME.test(text) && MEDIA.test(decodedPath(text)));
}

/** The file name of a path, for people. `isEncoded` if the path is part of an address. */
export function fileNameIn(path: string, isEncoded = false): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isEncoded ? decodedPath(name) : name;
}

/** The http(s) address of a media file, without its fragment. */
export function readMediaAddress(text: string): string | undefined {
  if (!/^https?:/i.test(text)) return undefined;
  try {
    const url = new URL(text);
    const plain = url.username === '' && url.password === '';
    // The fragment is a moment of the video, not part of its name.
    url.hash = '';
    return plain && MEDIA.test(url.pathname) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The path of the media file for a wikilink, the target of a link, or a path: tried as written, then without the parts that a link
 * may add, then decoded. A missing file still gets a path, so that the user can be told.
 */
export function readMediaPath(text: string, resolve: ResolveLink): string | undefined {
  if (SCHEME.test(text)) return undefined;
  const inner = WIKILINK.exec(text)?.[1] ?? text;
  const paths = pathsIn(inner);
  for (const path of [...paths, ...paths.map(decodedPath)]) {
    const there = resolve(path);
    if (there !== undefined) return there;
  }
  // For a missing file, the shortest path counts; the text after `|` never belongs to it.
  const missing = paths.filter((path) => inner === text || !path.includes('|')).at(-1);
  return inner.includes(']]') ? undefined : missing;
}

/** The paths that a text may mean, the longest first: the whole text, and the part before each mark. */
function pathsIn(text: string): readonly string[] {
  const marks = Array.from(text.matchAll(MARK), ({ index }) => index).slice(0, MOST_MARKS);
  return [text.length, ...marks.reverse()]
    .map((end) => text.slice(0, end).trim())
    .filter((path) => MEDIA.test(path));
}

/** The path of a link, in which a space is written as `%20`. */
function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
