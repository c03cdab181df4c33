// Videos, and the names that notes give them. Everything that differs between kinds is in `provider`.
import { MAX_LENGTH, type ResolveLink } from './media-link';
import { ID_PROPERTY, providerOf, PROVIDERS, type Provider, type Video } from './provider';

export type { ResolveLink, Video };

/** These properties may hold an id alone too. Names of properties are compared without case. */
const ID_PROPERTIES = new Set(['videoid', 'video_id', 'youtube_id']);

/** `[Title](address)`, `![](address)`, `<address>`: forms of an address in a property. */
const LINKED = /^\(\s*<?([^\s<>]+)>?(?:\s+"[^"]*")?\s*\)$/;
const LINK_START = /^!?\[/;
const POINTED = /^<([^<>\s]+)>$/;
const WIKILINK = /^!?\[\[(.*)\]\]$/s;
const WEB = /^https?:\/\//i;
const SHOWN = /\|.*$/s;

const KINDS: ReadonlyMap<string, Provider<Video>> = new Map(Object.entries(PROVIDERS));

/** A text for a video, which is the same exactly for the same video. */
export function videoKey(video: Video): string {
  return `${video.kind}:${nameOf(video)}`;
}

/** The video of a key that `videoKey` returned, as a saved layout holds it; undefined for any other text. */
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

/** Whether it has no picture, judged by its name. */
export function isAudio(video: Video): boolean {
  return providerOf(video).isAudio(video);
}

/** The address of a second of a video; undefined if only its vault can open it. */
export function addressAt(video: Video, seconds: number): string | undefined {
  return providerOf(video).addressAt(video, seconds);
}

/** The address of a second of a video on its site; undefined if it has no site. */
export function siteAddress(video: Video, seconds: number): string | undefined {
  const { site } = providerOf(video);
  return site === undefined ? undefined : addressAt(video, seconds);
}

/**
 * The link to a second of a video: an address, or for a file of the vault a wikilink. Undefined if it would not be read back as
 * this video.
 */
export function linkAt(video: Video, seconds: number): string | undefined {
  const path = providerOf(video).pathOf(video);
  if (path === undefined) return addressAt(video, seconds);
  const link = `[[${path}#t=${Math.floor(seconds)}]]`;
  return isReadAs(video, link) ? link : undefined;
}

/** Whether a text is read as this video. */
export function isReadAs(video: Video, text: string): boolean {
  const itself = nameOf(video);
  return sameVideo(
    readVideo(text, (path) => (path === itself ? path : undefined), true),
    video,
  );
}

/**
 * The video that the value of a property or a `data-v` attribute names: a YouTube address, or a wikilink, path or http(s) address
 * of a media file. With `bareId`, a YouTube id alone counts too. A file that is not in the vault is a video too, so that its pane
 * can say that it is missing.
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

/** The values of properties, by their names in lower case. */
function heldBy(properties: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The note's video: from the first of the properties `names` that holds one; in a list, the first usable entry counts. */
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

/** False if the note has `playhead: false`, which leaves it only the chips of anchors. */
export function wantsAllChips(properties: unknown): boolean {
  if (typeof properties !== 'object' || properties === null) return true;
  return heldBy(properties).get('playhead') !== false;
}

/** The only video whose address is in properties of any name; undefined if there are none or several. */
export function videoOfOtherProperties(properties: unknown): Video | undefined {
  if (typeof properties !== 'object' || properties === null) return undefined;
  const videos = Object.values(properties)
    .map((value: unknown) => (Array.isArray(value) && value.length === 1 ? (value as unknown[])[0] : value))
    .map((value: unknown) => readVideo(value, () => undefined))
    .filter((video) => video !== undefined && providerOf(video).isAlwaysMeant);
  const [first] = videos;
  return videos.every((video) => sameVideo(video, first)) ? first : undefined;
}

/** A property that should name the note's video, and names none. */
export interface UnusableProperty {
  readonly name: string;
  readonly value: string;
}

/** For a note without a video: the first of the properties `names` that has a value. */
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

/** The one of the properties `names` in which a note without a video should name it. */
export function propertyToFill(names: readonly string[]): string {
  return propertyNear(ID_PROPERTY, names);
}

/** The property `usual`, or the one of `names` to take instead. */
function propertyNear(usual: string, names: readonly string[]): string {
  return names.includes(usual) ? usual : (names.find((other) => other !== ID_PROPERTY) ?? ID_PROPERTY);
}

/** The property of `names`, and its value, with which a note names this video. Undefined if it would be read as another video. */
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
  // A wikilink with an address leads to that address.
  const address = WEB.test(inWikilink) ? inWikilink.replace(SHOWN, '') : undefined;
  return LINKED.exec(target)?.[1] ?? POINTED.exec(text)?.[1] ?? address ?? text;
}

/** If there are several videos, one that is missing counts least. */
function isThere(video: Video, resolve: ResolveLink): boolean {
  const path = providerOf(video).pathOf(video);
  return path === undefined || resolve(path) !== undefined;
}
