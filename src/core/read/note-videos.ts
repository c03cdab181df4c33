// Reads the videos that a note is about from its properties and its text.
import type { NoteVideos, ShownVideo } from '../mean/attribution';
import { providerOf } from '../mean/provider';
import { resultOf, type Steps } from '../mean/steps';
import {
  readVideo,
  sameVideo,
  videoOfOtherProperties,
  videoOfProperties,
  type ResolveLink,
  type Video,
} from '../mean/video';
import { editBetween } from './changed-text';
import { readLinkTarget } from './link';
import { proseSteps, type Stretch } from './prose';
import { Source } from './source';
import { decoded, readTag, withoutCurlyQuotes } from './tag';
import { Verbatim } from './verbatim';

export interface NoteText {
  /** Empty if the text is not known yet. */
  readonly text: string;
  readonly properties: unknown;
  /** The properties that may hold the video, the most trusted first. */
  readonly names: readonly string[];
  readonly resolve: ResolveLink;
}

/** A note that holds none of these shows no video. */
const MENTION = /youtu|vimeo|\.(?:mp4|m4v|webm|ogv|mov|mkv|mp3|m4a|aac|og[ga]|opus|wav|flac)\b/i;
/** At least as long as a match of `MENTION`. */
const LONGEST_MENTION = 8;
/** Matches the start of an embed, and of code, comments and formulas, in which no embed counts. */
const EMBED = /[`%$]|!(?=\[)|<(?=(?:iframe|video|audio|source)[\s>]|!--)/gi;
const WIKILINK = /!\[\[[^[\]\n]{1,1000}\]\]/y;
const IMAGE = /!\[[^[\]\n]{0,1000}\](?=\()/y;
const VIMEO = /^(?:https?:)?\/\/(?:player\.|www\.)?vimeo\.com\//i;
const PROTOCOL_RELATIVE = /^\/\//;
/** The number of lines at the start of a note that may name its video. */
const FIRST_LINES = 5;
const LONGEST_START = 8000;
const PROPERTIES = /^---[ \t]*\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|$)/;
const LINE_MARKS = /^[ \t>]*(?:(?:[-*+]|#+|\d+[.)])[ \t]+)?(?:\[![^[\]\n]+\][+-]?[ \t]*)?/;
/** An emoji or an arrow before the address. */
const SYMBOL = /^(?:[\u2190-\u2bff]|[\u{1f000}-\u{1faff}])+\ufe0f?[ \t]*/u;
/** `Source:`, `**Watch on YouTube**:`, `url::` */
const FEW_WORDS = /^[*_]{0,2}\p{L}[\p{L} ]{0,30}[*_]{0,2}:{1,2}[*_]{0,2}[ \t]*/u;
const ADDRESS = /^<?(https?:\/\/[^\s<>()[\]]+)>?$/;
/** A Markdown link; its text may be an image. */
const LINK =
  /^\[(?:[^[\]\n]*|!\[[^[\]\n]*\]\([^\s()]*\))\]\(<?(https?:\/\/[^\s<>()]+)>?(?:[ \t]+"[^"\n]*")?\)$/;
/** Emphasis around the whole line. */
const EMPHASIS = /^\*\*|\*\*$/g;

interface TextVideos {
  readonly shown: readonly ShownVideo[];
  readonly stretches: readonly Stretch[];
}

const NOTHING: TextVideos = { shown: [], stretches: [] };

/** The videos of a note, by its properties and its text. */
export function readNoteVideos(note: NoteText): NoteVideos {
  return resultOf(noteVideosSteps(note));
}

/** Whether a text may show a video; `before` is an earlier text of the note, for which that is known. */
export function mayShowVideo(
  text: string,
  before?: { readonly text: string; readonly may: boolean },
): boolean {
  if (before === undefined || before.may) return MENTION.test(text);
  const { fromB, toB } = editBetween(before.text, text);
  const changed = text.slice(Math.max(0, fromB - LONGEST_MENTION), toB + LONGEST_MENTION);
  return MENTION.test(changed) && MENTION.test(text);
}

/** The same in steps. */
export function* noteVideosSteps({ text, properties, names, resolve }: NoteText): Steps<NoteVideos> {
  const { shown, stretches } = MENTION.test(text) ? yield* shownVideos(text, resolve) : NOTHING;
  const isSeveral = shown.some(({ video }) => !sameVideo(video, shown[0]?.video));
  const own =
    videoOfProperties(properties, names, resolve) ??
    videoOfOtherProperties(properties) ??
    (isSeveral ? undefined : shown[0]?.video) ??
    (shown.length === 0 ? videoOfFirstLines(text, stretches) : undefined);
  return { own, shown: isSeveral ? shown : [] };
}

/** The videos that a text shows, in order, and the stretches of running text in it. */
function* shownVideos(text: string, resolve: ResolveLink): Steps<TextVideos> {
  const source = new Source(text);
  const found: ShownVideo[] = [];
  const stretches: Stretch[] = [];
  yield* proseSteps(source, {
    readStretch: (stretch) => {
      stretches.push(stretch);
      readEmbeds(source, stretch, resolve, found);
    },
    readAddressBlock: ({ at, address }) => {
      const video = readVideo(address, resolve);
      if (video !== undefined) found.push({ at, video });
    },
    readDefinition: () => undefined,
  });
  return { shown: found.sort((one, other) => one.at - other.at), stretches };
}

function readEmbeds(source: Source, { from, to }: Stretch, resolve: ResolveLink, found: ShownVideo[]): void {
  const verbatim = new Verbatim(source);
  verbatim.enter(to);
  let next = from;
  for (let at = source.findEnd(EMBED, from) - 1; at < to; at = source.findEnd(EMBED, next) - 1) {
    next = behindHidden(source, verbatim, at);
    const address = addressOf(source, at);
    if (address === undefined) continue;
    const video = readVideo(address, resolve);
    if (video !== undefined || VIMEO.test(address)) found.push({ at, video });
  }
}

/** The end of the code, comment or formula that begins at `at`; if none does, the next offset. */
function behindHidden({ text }: Source, verbatim: Verbatim, at: number): number {
  switch (text.charAt(at)) {
    case '`':
      return verbatim.endOfCode(at);
    case '%':
      return verbatim.endOfPair('%%', '%%', at);
    case '$':
      return verbatim.endOfFormula(at);
    default:
      return verbatim.endOfPair('<!--', '-->', at);
  }
}

/** The video of an embed at `at`: an address, or a link in the vault. */
function addressOf(source: Source, at: number): string | undefined {
  const { text } = source;
  if (text[at] === '<') {
    const address = withoutCurlyQuotes(readTag(source, at)?.attributes.get('src')?.value);
    return address?.trim().replace(PROTOCOL_RELATIVE, 'https://');
  }
  const wikilink = source.match(WIKILINK, at)?.[0];
  if (wikilink !== undefined) return wikilink;
  const label = source.behind(IMAGE, at);
  const target = label === undefined ? undefined : readLinkTarget(source, label);
  return target === undefined ? undefined : decoded(target.address);
}

/** The address in a line that holds only an address or a link, with at most a few words before it. */
function addressAlone(line: string): string | undefined {
  const text = line.replace(LINE_MARKS, '').trimEnd().replace(SYMBOL, '');
  return [text, text.replace(FEW_WORDS, ''), text.replace(EMPHASIS, '')]
    .map((said) => (ADDRESS.exec(said) ?? LINK.exec(said))?.[1])
    .find((address) => address !== undefined);
}

/** The only video whose address fills one of the first lines of a note; lines of code and comments do not count. */
function videoOfFirstLines(text: string, stretches: readonly Stretch[]): Video | undefined {
  const [properties = ''] = PROPERTIES.exec(text) ?? [];
  const lines = linesFrom(text, properties.length).slice(0, FIRST_LINES);
  const videos = lines.flatMap(({ from, to }) => {
    const isProse = stretches.some((stretch) => stretch.from < to && stretch.to > from);
    const video = isProse ? readVideo(addressAlone(text.slice(from, to)), () => undefined) : undefined;
    return video !== undefined && providerOf(video).isAlwaysMeant ? [video] : [];
  });
  const [video] = videos;
  return videos.every((other) => sameVideo(other, video)) ? video : undefined;
}

/** The lines of the beginning of a text that are not blank. */
function linesFrom(text: string, start: number): readonly { readonly from: number; readonly to: number }[] {
  const lines: { from: number; to: number }[] = [];
  let from = start;
  for (const line of text.slice(start, start + LONGEST_START).split('\n')) {
    if (line.trim() !== '') lines.push({ from, to: from + line.length });
    from += line.length + 1;
  }
  return lines;
}
