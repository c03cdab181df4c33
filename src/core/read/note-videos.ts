// Reads the videos that a note is about from its properties and its text.
import type { NoteVideos, ShownVideo } from '../mean/attribution';
import { providerOf } from '../mean/provider';
import {
  readVideo,
  sameVideo,
  videoOfOtherProperties,
  videoOfProperties,
  type ResolveLink,
  type Video,
} from '../mean/video';
import { readLinkTarget } from './link';
import { readProse, type Stretch } from './prose';
import { Source } from './source';
import { decoded, readTag } from './tag';
import { Verbatim } from './verbatim';

export interface NoteText {
  /** Empty if the text is not known yet. */
  readonly text: string;
  readonly properties: unknown;
  /** The properties that may hold the video, in the order of their trust. */
  readonly names: readonly string[];
  readonly resolve: ResolveLink;
}

/** A note that holds none of these shows no video. */
const MENTION = /youtu|vimeo|\.(?:mp4|m4v|webm|ogv|mov|mkv|mp3|m4a|aac|og[ga]|opus|wav|flac)\b/i;
/** The first character of what may show a video, or of code. */
const EMBED = /`|!(?=\[)|<(?=(?:iframe|video|audio|source)[\s>])/gi;
const WIKILINK = /!\[\[[^[\]\n]{1,1000}\]\]/y;
const IMAGE = /!\[[^[\]\n]{0,1000}\](?=\()/y;
const VIMEO = /^(?:https?:)?\/\/(?:player\.|www\.)?vimeo\.com\//i;
const PROTOCOL_RELATIVE = /^\/\//;
const ADDRESS_BLOCK = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*timestamp-url[ \t]*\r?\n[ \t>]*([^\s>]\S*)[ \t]*\r?$/gm;
/** How many of its first lines may name a note's video. */
const FIRST_LINES = 5;
const PROPERTIES = /^---[ \t]*\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|$)/;
const LINE_MARKS = /^[ \t>]*(?:[-*+][ \t]+)?/;
const FEW_WORDS = /^[*_]{0,2}\p{L}[\p{L} ]{0,30}[*_]{0,2}:[*_]{0,2}[ \t]*/u;
const ADDRESS = /^<?(https?:\/\/[^\s<>()[\]]+)>?$/;
const LINK = /^\[[^[\]\n]*\]\(<?(https?:\/\/[^\s<>()]+)>?(?:[ \t]+"[^"\n]*")?\)$/;

/** The videos of a note, by its properties and its text. */
export function readNoteVideos({ text, properties, names, resolve }: NoteText): NoteVideos {
  const shown = MENTION.test(text) ? shownVideos(text, resolve) : [];
  const isSeveral = shown.some(({ video }) => !sameVideo(video, shown[0]?.video));
  const own =
    videoOfProperties(properties, names, resolve) ??
    videoOfOtherProperties(properties) ??
    (isSeveral ? undefined : shown[0]?.video) ??
    (shown.length === 0 ? videoOfFirstLines(text) : undefined);
  return { own, shown: isSeveral ? shown : [] };
}

function shownVideos(text: string, resolve: ResolveLink): readonly ShownVideo[] {
  const source = new Source(text);
  const found: ShownVideo[] = [];
  readProse(source, {
    readStretch: (stretch) => {
      readEmbeds(source, stretch, resolve, found);
    },
    readDefinition: () => undefined,
  });
  for (const { 1: address = '', index } of text.matchAll(ADDRESS_BLOCK)) {
    const video = readVideo(address, resolve);
    if (video !== undefined) found.push({ at: index, video });
  }
  return found.sort((one, other) => one.at - other.at);
}

function readEmbeds(source: Source, { from, to }: Stretch, resolve: ResolveLink, found: ShownVideo[]): void {
  const verbatim = new Verbatim(source);
  verbatim.enter(to);
  let next = from;
  for (let at = source.findEnd(EMBED, from) - 1; at < to; at = source.findEnd(EMBED, next) - 1) {
    next = source.text[at] === '`' ? verbatim.endOfCode(at) : at + 1;
    const address = addressOf(source, at);
    if (address === undefined) continue;
    const video = readVideo(address, resolve);
    if (video !== undefined || VIMEO.test(address)) found.push({ at, video });
  }
}

/** The video of an embed at `at`: an address, or a link in the vault. */
function addressOf(source: Source, at: number): string | undefined {
  const { text } = source;
  if (text[at] === '<') {
    const address = readTag(source, at)?.attributes.get('src')?.value;
    return address?.trim().replace(PROTOCOL_RELATIVE, 'https://');
  }
  const wikilink = source.match(WIKILINK, at)?.[0];
  if (wikilink !== undefined) return wikilink;
  const label = source.behind(IMAGE, at);
  const target = label === undefined ? undefined : readLinkTarget(source, label);
  return target === undefined ? undefined : decoded(target.address);
}

/** The address that a line is, or that the link in it leads to, with at most a few words before it. */
function addressAlone(line: string): string | undefined {
  const text = line.replace(LINE_MARKS, '').trimEnd();
  return [text, text.replace(FEW_WORDS, '')]
    .map((said) => (ADDRESS.exec(said) ?? LINK.exec(said))?.[1])
    .find((address) => address !== undefined);
}

/** The only video whose address stands alone in one of the first lines. */
function videoOfFirstLines(text: string): Video | undefined {
  const lines = text
    .replace(PROPERTIES, '')
    .slice(0, 8000)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const videos = lines.slice(0, FIRST_LINES).flatMap((line) => {
    const video = readVideo(addressAlone(line), () => undefined);
    return video !== undefined && providerOf(video).isAlwaysMeant ? [video] : [];
  });
  const [first] = videos;
  return videos.every((video) => sameVideo(video, first)) ? first : undefined;
}
