// The kinds of video, and all that differs between them: one entry each. Only this file and the players tell the kinds apart.
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

/** The property that may hold a bare YouTube id; elsewhere any word of 11 letters would pass for one. */
export const ID_PROPERTY = 'videoId';

/** The longest video that YouTube takes, in seconds. https://support.google.com/youtube/answer/71673 */
const LONGEST_YOUTUBE_VIDEO = 12 * 3600;

export interface Poster {
  readonly address: string;
  /** The host answers with a picture of this width if it has none of the video. Pixels. */
  readonly emptyWidth: number;
}

export interface Provider<V extends Video> {
  /** The name of the site whose own page plays it, as menus and faults say it; undefined if there is none. */
  readonly site: string | undefined;
  /** The longest that one can be. Seconds. */
  readonly longest: number;
  /** Whether a length may be told in whole seconds, rounded up. */
  readonly roundsLength: boolean;
  /** Whether it may play while nobody sees it. */
  readonly mayPlayUnseen: boolean;
  /** Whether it comes over the network. */
  readonly isRemote: boolean;
  /** Whether it is played by a page with buttons of its own. */
  readonly hasOwnPage: boolean;
  /** Whether its address names the note's video in any property and in the first lines; a file there may be an attachment. */
  readonly isAlwaysMeant: boolean;
  /** Whether a Markdown link to a second of it works everywhere. */
  readonly hasPortableLink: boolean;
  /** The property that usually holds it. */
  readonly property: string;
  /** The video that a text names, if it is of this kind. `bareId` says whether an id may stand alone. */
  parse(text: string, resolve: ResolveLink, bareId: boolean): V | undefined;
  /** The video of this name, as a saved layout holds it. */
  ofName(name: string): V | undefined;
  /** Its name in a `data-v` attribute. */
  nameOf(video: V): string;
  /** Whether a name says only which video it is, and no time, list or other parameter. */
  isPlainName(name: string): boolean;
  /** The name of its file, undefined if it has none. */
  fileName(video: V): string | undefined;
  /** The title of its tab as long as no title is known. */
  untitled(video: V): string;
  /** Whether it has no picture, as its name tells. */
  isAudio(video: V): boolean;
  /** The address that leads to a second of it anywhere; undefined if only its vault can open it. */
  addressAt(video: V, seconds: number): string | undefined;
  /** The texts that name it as the value of a property, the best first. */
  valuesFor(video: V, property: string): readonly string[];
  /** Its path in the vault. */
  pathOf(video: V): string | undefined;
  /** Its host, if only a note names that: nothing is asked of it before the user plays. */
  unknownHost(video: V): string | undefined;
  posterOf(video: V): Poster | undefined;
  /** The address that tells the title and the author of it, as oEmbed has it. */
  oEmbedOf(video: V): string | undefined;
}

/** In a wikilink the app takes them for the end of the path, or for no path at all. */
const UNLINKABLE = /[#^[\]|]/;

const none = (): undefined => undefined;

/** In the order in which a text is tried as one of them. */
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
