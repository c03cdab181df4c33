// What is played: a YouTube video, a media file of the vault, or a media file at an address.
import { isYouTubeId, parseYouTubeUrl, youTubeUrl } from './youtube-url';

export type Video =
  | { readonly kind: 'youtube'; readonly id: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'url'; readonly url: string };

/** The vault path that a link leads to, undefined where it leads nowhere. */
export type ResolveLink = (linkpath: string) => string | undefined;

/** The property that may hold a bare YouTube id; elsewhere any word of 11 letters would pass for one. */
const ID_PROPERTY = 'videoId';
/** These may hold one, too. As all names of properties, they are compared without case. */
const ID_PROPERTIES = new Set(['videoid', 'video_id', 'youtube_id']);

const MEDIA = /\.(?:mp4|m4v|webm|ogv|mov|mkv|avi|wmv|mpe?g|3gp|hevc|mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i;
const AUDIO = /\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i;
const WIKILINK = /^!?\[\[(.*)\]\]$/s;
/** Where a link may go on behind its path; but a path may hold them as well. */
const MARK = /[#|]/g;
const MOST_MARKS = 32;
/** In a wikilink the app takes them for the end of the path, or for no path at all. */
const UNLINKABLE = /[#^[\]|]/;
/** `[Title](address)`, `![](address)`, `<address>`: how people write an address in a property. */
const LINKED = /^\(\s*<?([^\s<>]+)>?(?:\s+"[^"]*")?\s*\)$/;
const LINK_START = /^!?\[/;
const POINTED = /^<([^<>\s]+)>$/;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;
const WEB = /^https?:\/\//i;
const SHOWN = /\|.*$/s;

/** Longer than any path or address that works; nothing is read from what is longer still. */
const MAX_LENGTH = 4096;

/** One text for one video: equal exactly for equal videos. */
export function videoKey(video: Video): string {
  switch (video.kind) {
    case 'youtube':
      return `youtube:${video.id}`;
    case 'file':
      return `file:${video.path}`;
    case 'url':
      return `url:${video.url}`;
  }
}

/** The video of a key, as a saved layout holds it; undefined for any other text. */
export function videoOfKey(key: string): Video | undefined {
  const kind = key.slice(0, key.indexOf(':'));
  const rest = key.slice(kind.length + 1);
  switch (kind) {
    case 'youtube':
      return isYouTubeId(rest) ? { kind, id: rest } : undefined;
    case 'file':
      return MEDIA.test(rest) && rest.length <= MAX_LENGTH ? { kind, path: rest } : undefined;
    case 'url':
      return readMediaUrl(rest);
    default:
      return undefined;
  }
}

export function sameVideo(one: Video | undefined, other: Video | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return videoKey(one) === videoKey(other);
}

/** What names the video in a `data-v` attribute: a YouTube id, a path, or an address. */
export function nameOf(video: Video): string {
  switch (video.kind) {
    case 'youtube':
      return video.id;
    case 'file':
      return video.path;
    case 'url':
      return video.url;
  }
}

/** Whether it has no picture, as its name tells. */
export function isAudio(video: Video): boolean {
  switch (video.kind) {
    case 'youtube':
      return false;
    case 'file':
      return AUDIO.test(video.path);
    case 'url':
      return AUDIO.test(new URL(video.url).pathname);
  }
}

/** What leads to a second of a video: an address, or for a file of the vault a link. Undefined if nobody could read it back. */
export function linkAt(video: Video, seconds: number): string | undefined {
  if (video.kind !== 'file') return addressAt(video, seconds);
  const link = `[[${video.path}#t=${Math.floor(seconds)}]]`;
  return isReadAs(video, link) ? link : undefined;
}

/** Whether a text names this video, which is a file of the vault or needs none. */
export function isReadAs(video: Video, text: string): boolean {
  const itself = nameOf(video);
  return sameVideo(
    readVideo(text, (path) => (path === itself ? path : undefined), true),
    video,
  );
}

/** The address that leads to a second of a video anywhere; undefined for a file, which only its vault can open. */
export function addressAt(video: Exclude<Video, { kind: 'file' }>, seconds: number): string;
export function addressAt(video: Video, seconds: number): string | undefined;
export function addressAt(video: Video, seconds: number): string | undefined {
  switch (video.kind) {
    case 'youtube':
      return youTubeUrl(video.id, seconds);
    case 'url':
      return `${video.url}#t=${Math.floor(seconds)}`;
    case 'file':
      return undefined;
  }
}

/**
 * The video that a property's value or a `data-v` attribute names: a YouTube address, a wikilink or path to a media file, or
 * the http(s) address of one; with `bareId`, also a YouTube id alone. A media file that is not in the vault is still named, by
 * its link, so that whoever opens it can say that it is missing.
 */
export function readVideo(value: unknown, resolve: ResolveLink, bareId = false): Video | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = unwrapped(String(value).trim());
  if (text.length > MAX_LENGTH) return undefined;
  if (bareId && isYouTubeId(text)) return { kind: 'youtube', id: text };
  const onYouTube = parseYouTubeUrl(text);
  if (onYouTube !== undefined) return { kind: 'youtube', id: onYouTube.id };
  return SCHEME.test(text) ? readMediaUrl(text) : readMediaLink(text, resolve);
}

/** What properties hold, by their names in small letters: case makes no difference. */
function heldBy(properties: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The note's video: the first of the properties `names` that holds one; of a list, its first usable entry. */
export function videoOfProperties(
  properties: unknown,
  names: readonly string[],
  resolve: ResolveLink,
): Video | undefined {
  if (typeof properties !== 'object' || properties === null) return undefined;
  const held = heldBy(properties);
  for (const name of names.map((listed) => listed.toLowerCase())) {
    const value = held.get(name);
    const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
    const videos = entries
      .map((entry) => readVideo(entry, resolve, ID_PROPERTIES.has(name)))
      .filter((video) => video !== undefined);
    const video = videos.find((candidate) => isThere(candidate, resolve)) ?? videos[0];
    if (video !== undefined) return video;
  }
  return undefined;
}

/** Whether a note does not say `playhead: false`, which leaves it the chips of anchors only. */
export function wantsAllChips(properties: unknown): boolean {
  if (typeof properties !== 'object' || properties === null) return true;
  return heldBy(properties).get('playhead') !== false;
}

/** The YouTube video that properties of any name hold the address of; undefined if they name several or none. */
export function videoOfOtherProperties(properties: unknown): Video | undefined {
  if (typeof properties !== 'object' || properties === null) return undefined;
  const videos = Object.values(properties)
    .map((value: unknown) => (Array.isArray(value) && value.length === 1 ? (value as unknown[])[0] : value))
    .map((value: unknown) => readVideo(value, () => undefined))
    .filter((video) => video?.kind === 'youtube');
  const [first] = videos;
  return videos.every((video) => sameVideo(video, first)) ? first : undefined;
}

/** A property that should name the note's video, and does not. */
export interface UnusableProperty {
  readonly name: string;
  readonly value: string;
}

/** Of a note without a video, the first of the properties `names` that says anything. */
export function unusableProperty(
  properties: unknown,
  names: readonly string[],
): UnusableProperty | undefined {
  if (typeof properties !== 'object' || properties === null) return undefined;
  const held = heldBy(properties);
  for (const name of names) {
    const entries: readonly unknown[] = [held.get(name.toLowerCase())].flat();
    const said = entries
      .filter((entry) => typeof entry === 'string' || typeof entry === 'number')
      .map(String);
    const value = said.map((entry) => entry.trim()).filter((entry) => entry !== '');
    if (value.length > 0) return { name, value: value.join(', ') };
  }
  return undefined;
}

/** The one of the properties `names` that holds such a video. */
export function videoPropertyName(kind: Video['kind'], names: readonly string[]): string {
  const usual = kind === 'youtube' ? ID_PROPERTY : 'video';
  return names.includes(usual) ? usual : (names.find((other) => other !== ID_PROPERTY) ?? ID_PROPERTY);
}

/**
 * How a note says that its video is this one: in which of the properties `names`, and by what value. Undefined if it would be
 * read as another.
 */
export function videoProperty(
  video: Video,
  names: readonly string[],
): { readonly name: string; readonly value: string } | undefined {
  const name = videoPropertyName(video.kind, names);
  const value = valuesFor(video, name).find((candidate) => isReadAs(video, candidate));
  return value === undefined ? undefined : { name, value };
}

function valuesFor(video: Video, name: string): readonly string[] {
  switch (video.kind) {
    case 'youtube':
      return [name === ID_PROPERTY ? video.id : youTubeUrl(video.id)];
    case 'file': {
      const { path } = video;
      return UNLINKABLE.test(path) ? [path, `[[${path}]]`] : [`[[${path}]]`];
    }
    case 'url':
      return [video.url];
  }
}

/** Whether a link leads to a media file, in the vault or at an address. */
export function isMediaLink(text: string): boolean {
  return readMediaUrl(text) !== undefined || (!SCHEME.test(text) && MEDIA.test(decodedPath(text)));
}

function unwrapped(text: string): string {
  const target = LINK_START.test(text) ? text.slice(text.lastIndexOf('](') + 1) : '';
  const [, inWikilink = ''] = WIKILINK.exec(text) ?? [];
  // A link of the vault that holds an address leads there.
  const address = WEB.test(inWikilink) ? inWikilink.replace(SHOWN, '') : undefined;
  return LINKED.exec(target)?.[1] ?? POINTED.exec(text)?.[1] ?? address ?? text;
}

/** Of several videos a file that is missing is worth the least. */
function isThere(video: Video, resolve: ResolveLink): boolean {
  return video.kind !== 'file' || resolve(video.path) !== undefined;
}

function readMediaUrl(text: string): Video | undefined {
  if (!/^https?:/i.test(text)) return undefined;
  try {
    const url = new URL(text);
    const plain = url.username === '' && url.password === '';
    // The part after # is a moment of the video, not another video.
    url.hash = '';
    return plain && MEDIA.test(url.pathname) ? { kind: 'url', url: url.href } : undefined;
  } catch {
    return undefined;
  }
}

/** A path is tried as it stands, then without what a link may add to it, and only then decoded. */
function readMediaLink(text: string, resolve: ResolveLink): Video | undefined {
  const inner = WIKILINK.exec(text)?.[1] ?? text;
  const paths = pathsIn(inner);
  for (const path of [...paths, ...paths.map(decodedPath)]) {
    const there = resolve(path);
    if (there !== undefined) return { kind: 'file', path: there };
  }
  // Of what is missing nobody knows its name for sure: it is the shortest, and a link's own text is no part of it.
  const missing = paths.filter((path) => inner === text || !path.includes('|')).at(-1);
  if (missing === undefined || inner.includes(']]')) return undefined;
  return { kind: 'file', path: missing };
}

/** The paths to media files that a text may mean, the longest first: all of it, and what stands before each mark. */
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
