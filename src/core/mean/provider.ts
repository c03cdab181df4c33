// The kinds of video, with everything that differs between them. Only this file and the players distinguish kinds.
import {
  fileNameIn,
  isAudioName,
  isMediaName,
  readMediaAddress,
  readMediaPath,
  type ResolveLink,
} from './media-link';
import { isPlainYouTubeUrl, isYouTubeId, parseYouTubeUrl, youTubeUrl } from './youtube-url';
import { words } from '../../texts/texts';

export interface YouTubeVideo {
  readonly kind: 'youtube';
  readonly id: string;
}

/** A media file of the vault. */
export interface VaultFile {
  readonly kind: 'file';
  readonly path: string;
}

/** A media file at an address. */
export interface WebFile {
  readonly kind: 'url';
  readonly url: string;
}

export type Video = YouTubeVideo | VaultFile | WebFile;

/** The property that may hold a YouTube id alone; elsewhere, any word of 11 letters would count as one. */
export const ID_PROPERTY = 'videoId';

/** The longest video that YouTube takes, in seconds. https://support.google.com/youtube/answer/71673 */
const LONGEST_YOUTUBE_VIDEO = 12 * 3600;

export interface Poster {
  readonly address: string;
  /** The width of the image with which the host answers if the video has no poster. Pixels. */
  readonly emptyWidth: number;
}

export interface Provider<V extends Video> {
  /** The name of the site with the video's own page, for menus and faults; undefined if there is none. */
  readonly site: string | undefined;
  /** The length of the longest possible video. Seconds. */
  readonly longest: number;
  /** Whether a length may be reported in whole seconds, rounded up. */
  readonly roundsLength: boolean;
  /** Whether it may play while it is not visible. */
  readonly mayPlayUnseen: boolean;
  /** Whether it comes over the network. */
  readonly isRemote: boolean;
  /** Whether a page with its own buttons plays it. */
  readonly hasOwnPage: boolean;
  /** Whether its address in any property, or in the first lines, names the note's video. A file there may be an attachment. */
  readonly isAlwaysMeant: boolean;
  /** Whether a Markdown link to a second of it works in other apps. */
  readonly hasPortableLink: boolean;
  /** The usual property for it. */
  readonly property: string;
  /** The video of a text, if it is of this kind. `bareId`: whether an id alone counts. */
  parse(text: string, resolve: ResolveLink, bareId: boolean): V | undefined;
  /** The video of a name that `nameOf` returned, as a saved layout holds it. */
  ofName(name: string): V | undefined;
  /** Its name in a `data-v` attribute. */
  nameOf(video: V): string;
  /** Whether a name consists of the video only, without a time, list or other parameter. */
  isPlainName(name: string): boolean;
  /** The name of its file, undefined if it has none. */
  fileName(video: V): string | undefined;
  /** The title of its tab until its title is known. */
  untitled(video: V): string;
  /** Whether it has no picture, judged by its name. */
  isAudio(video: V): boolean;
  /** The address of a second of it; undefined if only the vault can open it. */
  addressAt(video: V, seconds: number): string | undefined;
  /** The texts that name it in a property, the best first. */
  valuesFor(video: V, property: string): readonly string[];
  /** Its path in the vault. */
  pathOf(video: V): string | undefined;
  /** Its host, if only the note names that: nothing is requested from it before the user plays. */
  unknownHost(video: V): string | undefined;
  posterOf(video: V): Poster | undefined;
  /** The oEmbed address that returns its title and author. */
  oEmbedOf(video: V): string | undefined;
}

/** In a wikilink these characters end the path, or make it invalid. */
const UNLINKABLE = /[#^[\]|]/;

const none = (): undefined => undefined;

/** In the order in which they are tried on a text. */
export const PROVIDERS: {
  readonly [Kind in Video['kind']]: Provider<Extract<Video, { kind: Kind }>>;
} = {
  youtube: {
    site: 'YouTube',
    longest: LONGEST_YOUTUBE_VIDEO,
    roundsLength: true,
    // https://developers.google.com/youtube/terms/required-minimum-functionality
    mayPlayUnseen: false,
    isRemote: true,
    hasOwnPage: true,
    isAlwaysMeant: true,
    hasPortableLink: true,
    property: ID_PROPERTY,
    parse: (text, _, bareId) => youTubeVideo(bareId && isYouTubeId(text) ? text : parseYouTubeUrl(text)?.id),
    ofName: (name) => youTubeVideo(isYouTubeId(name) ? name : undefined),
    nameOf: ({ id }) => id,
    isPlainName: (name) => isYouTubeId(name) || isPlainYouTubeUrl(name),
    fileName: none,
    untitled: ({ id }) => `YouTube ${id}`,
    isAudio: () => false,
    addressAt: ({ id }, seconds) => youTubeUrl(id, seconds),
    valuesFor: ({ id }, property) => [property === ID_PROPERTY ? id : youTubeUrl(id)],
    pathOf: none,
    unknownHost: none,
    posterOf: ({ id }) => ({ address: `https://i.ytimg.com/vi/${id}/hqdefault.jpg`, emptyWidth: 120 }),
    oEmbedOf: ({ id }) =>
      `https://www.youtube.com/oembed?url=${encodeURIComponent(youTubeUrl(id))}&format=json`,
  },
  url: {
    site: undefined,
    longest: Infinity,
    roundsLength: false,
    mayPlayUnseen: true,
    isRemote: true,
    hasOwnPage: false,
    isAlwaysMeant: false,
    hasPortableLink: false,
    property: 'video',
    parse: (text) => webFile(readMediaAddress(text)),
    ofName: (name) => webFile(readMediaAddress(name)),
    nameOf: ({ url }) => url,
    isPlainName: () => true,
    fileName: ({ url }) => fileNameIn(new URL(url).pathname, true),
    untitled: () => words.shared.video,
    isAudio: ({ url }) => isAudioName(new URL(url).pathname),
    addressAt: ({ url }, seconds) => `${url}#t=${Math.floor(seconds)}`,
    valuesFor: ({ url }) => [url],
    pathOf: none,
    unknownHost: ({ url }) => new URL(url).host,
    posterOf: none,
    oEmbedOf: none,
  },
  file: {
    site: undefined,
    longest: Infinity,
    roundsLength: false,
    mayPlayUnseen: true,
    isRemote: false,
    hasOwnPage: false,
    isAlwaysMeant: false,
    hasPortableLink: false,
    property: 'video',
    parse: (text, resolve) => vaultFile(readMediaPath(text, resolve)),
    ofName: (name) => vaultFile(isMediaName(name) ? name : undefined),
    nameOf: ({ path }) => path,
    isPlainName: () => true,
    fileName: ({ path }) => fileNameIn(path),
    untitled: () => words.shared.video,
    isAudio: ({ path }) => isAudioName(path),
    addressAt: none,
    valuesFor: ({ path }) => (UNLINKABLE.test(path) ? [path, `[[${path}]]`] : [`[[${path}]]`]),
    pathOf: ({ path }) => path,
    unknownHost: none,
    posterOf: none,
    oEmbedOf: none,
  },
};

export function providerOf(video: Video): Provider<Video> {
  return PROVIDERS[video.kind];
}

/** The media file at a path of the vault. */
export function fileAt(path: string): VaultFile {
  return { kind: 'file', path };
}

function youTubeVideo(id: string | undefined): YouTubeVideo | undefined {
  return id === undefined ? undefined : { kind: 'youtube', id };
}

function webFile(url: string | undefined): WebFile | undefined {
  return url === undefined ? undefined : { kind: 'url', url };
}

function vaultFile(path: string | undefined): VaultFile | undefined {
  return path === undefined ? undefined : fileAt(path);
}
