// The note's video, and how a note names it; the video kinds differ in `provider`.
import { MAX_LENGTH, type ResolveLink } from './media-link';
import { ID_PROPERTY, providerOf, PROVIDERS, type Provider, type Video } from './provider';

export type { ResolveLink, Video };

/** These may hold a bare id, too. As all names of properties, they are compared without case. */
const ID_PROPERTIES = new Set(['videoid', 'video_id', 'youtube_id']);

/** `[Title](address)`, `![](address)`, `<address>`: how people write an address in a property. */
const LINKED = /^\(\s*<?([^\s<>]+)>?(?:\s+"[^"]*")?\s*\)$/;
const LINK_START = /^!?\[/;
const POINTED = /^<([^<>\s]+)>$/;
const WIKILINK = /^!?\[\[(.*)\]\]$/s;
const WEB = /^https?:\/\//i;
const SHOWN = /\|.*$/s;

const KINDS: ReadonlyMap<string, Provider<Video>> = new Map(Object.entries(PROVIDERS));

/** One text for one video: equal exactly for equal videos. */
export function videoKey(video: Video): string {
  return `${video.kind}:${nameOf(video)}`;
}

/** The video of a key, as a saved layout holds it; undefined for any other text. */
export function videoOfKey(key: string): Video | undefined {
  const kind = key.slice(0, key.indexOf(':'));
  return KINDS.get(kind)?.ofName(key.slice(kind.length + 1));
}

export function sameVideo(one: Video | undefined, other: Video | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return videoKey(one) === videoKey(other);
}

/** The video's name in a `data-v` attribute: a YouTube id, a path, or an address. */
export function nameOf(video: Video): string {
  return providerOf(video).nameOf(video);
}

/** Whether it has no picture, as its name tells. */
export function isAudio(video: Video): boolean {
  return providerOf(video).isAudio(video);
}

/** The address that leads to a second of a video anywhere; undefined if only its vault can open it. */
export function addressAt(video: Video, seconds: number): string | undefined {
  return providerOf(video).addressAt(video, seconds);
}

/** The address that opens a video at a second on the site that it is of; undefined if there is no such site. */
export function siteAddress(video: Video, seconds: number): string | undefined {
  const { site } = providerOf(video);
  return site === undefined ? undefined : addressAt(video, seconds);
}

/** The link to a second of a video: an address, or for a file of the vault a link. Undefined if nobody could read it back. */
export function linkAt(video: Video, seconds: number): string | undefined {
  const path = providerOf(video).pathOf(video);
  if (path === undefined) return addressAt(video, seconds);
  const link = `[[${path}#t=${Math.floor(seconds)}]]`;
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

/**
 * The video that a property's value or a `data-v` attribute names: a YouTube address, a wikilink or path to a media file, or
 * the http(s) address of one; with `bareId`, also a YouTube id alone. A media file that is not in the vault is still named, by
 * its link, so that whoever opens it can say that it is missing.
 */
export function readVideo(value: unknown, resolve: ResolveLink, bareId = false): Video | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = unwrapped(String(value).trim());
  if (text.length > MAX_LENGTH) return undefined;
  for (const provider of KINDS.values()) {
    const video = provider.parse(text, resolve, bareId);
    if (video !== undefined) return video;
  }
  return undefined;
}

/** The values of properties, by their names in small letters: case makes no difference. */
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

/** The one video that properties of any name hold the address of; undefined if they name several or none. */
export function videoOfOtherProperties(properties: unknown): Video | undefined {
  if (typeof properties !== 'object' || properties === null) return undefined;
  const videos = Object.values(properties)
    .map((value: unknown) => (Array.isArray(value) && value.length === 1 ? (value as unknown[])[0] : value))
    .map((value: unknown) => readVideo(value, () => undefined))
    .filter((video) => video !== undefined && providerOf(video).isAlwaysMeant);
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

/** The one of the properties `names` that a note without a video should hold. */
export function propertyToFill(names: readonly string[]): string {
  return propertyNear(ID_PROPERTY, names);
}

/** The property `usual`, or the one of `names` to take instead. */
function propertyNear(usual: string, names: readonly string[]): string {
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
  const provider = providerOf(video);
  const name = propertyNear(provider.property, names);
  const value = provider.valuesFor(video, name).find((candidate) => isReadAs(video, candidate));
  return value === undefined ? undefined : { name, value };
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
  const path = providerOf(video).pathOf(video);
  return path === undefined || resolve(path) !== undefined;
}
