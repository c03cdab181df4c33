// The names of media files: paths of the vault as notes link to them, and addresses.

/** The vault path that a link leads to, undefined if it leads nowhere. */
export type ResolveLink = (linkpath: string) => string | undefined;

const MEDIA = /\.(?:mp4|m4v|webm|ogv|mov|mkv|avi|wmv|mpe?g|3gp|hevc|mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i;
const AUDIO = /\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i;
const WIKILINK = /^!?\[\[(.*)\]\]$/s;
/** The marks at which a link may go on behind its path; but a path may hold them as well. */
const MARK = /[#|]/g;
const MOST_MARKS = 32;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;

/** Longer than any path or address that works; nothing is read from what is longer still. */
export const MAX_LENGTH = 4096;

/** Whether a path ends as that of a media file does. */
export function isMediaName(path: string): boolean {
  return MEDIA.test(path) && path.length <= MAX_LENGTH;
}

/** Whether a path ends as that of a sound does. */
export function isAudioName(path: string): boolean {
  return AUDIO.test(path);
}

/** Whether a link leads to a media file, in the vault or at an address. */
export function isMediaLink(text: string): boolean {
  return readMediaAddress(text) !== undefined || (!SCHEME.test(text) && MEDIA.test(decodedPath(text)));
}

/** The last part of a path, as people write it. `isEncoded` says that the path is one of an address. */
export function fileNameIn(path: string, isEncoded = false): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isEncoded ? decodedPath(name) : name;
}

/** The http(s) address of a media file, without the moment that it may lead to. */
export function readMediaAddress(text: string): string | undefined {
  if (!/^https?:/i.test(text)) return undefined;
  try {
    const url = new URL(text);
    const plain = url.username === '' && url.password === '';
    // The part after # is a moment of the video, not another video.
    url.hash = '';
    return plain && MEDIA.test(url.pathname) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The path of the media file that a wikilink, a link's target or a path leads to: tried as it stands, then without what a link may add
 * to it, and only then decoded. A file that is not in the vault is still named, so that the user can be told that it is missing.
 */
export function readMediaPath(text: string, resolve: ResolveLink): string | undefined {
  if (SCHEME.test(text)) return undefined;
  const inner = WIKILINK.exec(text)?.[1] ?? text;
  const paths = pathsIn(inner);
  for (const path of [...paths, ...paths.map(decodedPath)]) {
    const there = resolve(path);
    if (there !== undefined) return there;
  }
  // Nobody knows the name of a missing file for sure: it is the shortest, and a link's own text is no part of it.
  const missing = paths.filter((path) => inner === text || !path.includes('|')).at(-1);
  return inner.includes(']]') ? undefined : missing;
}

/** The paths to media files that a text may mean, the longest first: all of it, and the part before each mark. */
function pathsIn(text: string): readonly string[] {
  const marks = Array.from(text.matchAll(MARK), ({ index }) => index).slice(0, MOST_MARKS);
  return [text.length, ...marks.reverse()]
    .map((end) => text.slice(0, end).trim())
    .filter((path) => MEDIA.test(path));
}

/** A path as it is written in a link, where a space is `%20`. */
function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
