// The addresses of YouTube videos, read and written.
import { parseTimecode } from './timecode';

const ID = /^[A-Za-z0-9_-]{11}$/;
/** Some links have the wrong mark between the id and the parameters. */
const ID_AND_REST = /^([A-Za-z0-9_-]{11})(?:[&?](.*))?$/s;
const HOSTS = new Set([
  'youtube.com',
  'www.youtube.com',
  'm.youtube.com',
  'music.youtube.com',
  'youtube-nocookie.com',
  'www.youtube-nocookie.com',
]);
/** A part of every YouTube host. A browser also decodes a host with `%`, spaces or letters of other alphabets. */
const MAYBE = /youtu|[%\s\u0080-\uffff]/i;
const SHORT_HOSTS = new Set(['youtu.be', 'www.youtu.be']);
/** Words of 11 characters that are a playlist or the stream of a channel. */
const NOT_IDS = new Set(['videoseries', 'live_stream']);
const PATHS_WITH_ID = new Set(['shorts', 'live', 'embed', 'v', 'e', 'watch']);
/** The parameters that give the start. The site's own player ignores the last one: it counts only if no other is there. */
const STARTS = new Set(['t', 'start', 'time_continue']);
/** Parameters that do not change which video plays and where it starts and ends. */
const IDLE = new Set(['v', 'end', 'si', 'feature', 'ab_channel', 'pp', 'app']);
const FRAGMENT_START = /#t=([^\s#|\])]+)/;
const LEFT_BY_PLAYER = 'time_continue';

/** Whether `text` has the form of a YouTube video id: 11 characters. */
export function isYouTubeId(text: string): boolean {
  return ID.test(text) && !NOT_IDS.has(text);
}

/** The video of a YouTube address, and its seconds, if it has any. */
export interface YouTubeAddress {
  readonly id: string;
  readonly start?: number;
  /** Later than the start. */
  readonly end?: number;
}

/**
 * The id of a YouTube address, and the seconds at which it starts and ends. If there are several, the last counts, since tools
 * append theirs. Undefined for any other text, for other sites and for YouTube's other pages.
 */
export function parseYouTubeUrl(text: string): YouTubeAddress | undefined {
  const url = parseUrl(text.trim());
  if (url === undefined) return undefined;
  const [, id, rest = ''] = ID_AND_REST.exec(idOf(url) ?? '') ?? [];
  if (id === undefined || !isYouTubeId(id)) return undefined;
  return { id, ...momentOf(url, rest) };
}

/** Whether a YouTube address has nothing but its video, start, end, and who shared it. */
export function isPlainYouTubeUrl(text: string): boolean {
  const url = parseUrl(text.trim());
  const [, id, rest = ''] = ID_AND_REST.exec(url === undefined ? '' : (idOf(url) ?? '')) ?? [];
  if (url === undefined || id === undefined) return false;
  const said = [url.search.slice(1), rest, url.hash.slice(1)].flatMap((part) => [
    ...new URLSearchParams(part).keys(),
  ]);
  return said.every((key) => STARTS.has(key) || IDLE.has(key));
}

/** The shortest address of a video; `seconds` are rounded down, since the site takes whole ones. */
export function youTubeUrl(id: string, seconds?: number): string {
  const address = `https://youtu.be/${id}`;
  return seconds === undefined ? address : `${address}?t=${Math.floor(seconds)}`;
}

function parseUrl(text: string): URL | undefined {
  if (!MAYBE.test(text)) return undefined;
  try {
    const url = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`);
    const plain = url.port === '' && url.username === '' && url.password === '';
    return plain ? url : undefined;
  } catch {
    return undefined;
  }
}

function idOf(url: URL): string | undefined {
  const [first, second] = url.pathname.slice(1).split('/');
  if (SHORT_HOSTS.has(url.hostname)) return first;
  if (!HOSTS.has(url.hostname) || first === undefined) return undefined;
  const named = first === 'watch' ? url.searchParams.get('v') : null;
  if (named !== null) return named;
  return PATHS_WITH_ID.has(first) ? second : undefined;
}

/**
 * `t=62`, `start=62`, `#t=1:02`, and for a clip `#t=62,70`, `start=62&end=70`. `rest` is text after the id, which counts as more
 * parameters.
 */
function momentOf(url: URL, rest: string): Omit<YouTubeAddress, 'id'> {
  const parameters = [url.search.slice(1), rest, url.hash.slice(1)].flatMap((said) => [
    ...new URLSearchParams(said),
  ]);
  const starts = parameters.flatMap(([name, time]) => {
    const moment = STARTS.has(name) ? readFragmentTime(time) : undefined;
    return moment === undefined ? [] : [{ name, moment }];
  });
  const last = starts.filter(({ name }) => name !== LEFT_BY_PLAYER).at(-1) ?? starts.at(-1);
  if (last === undefined) return {};
  const [, end] = parameters.filter(([name]) => name === 'end').at(-1) ?? [];
  return withEnd(last.moment, end);
}

/** Adds the end of the parameter `end`, if the moment has none. */
function withEnd(moment: Omit<YouTubeAddress, 'id'>, end: string | undefined): Omit<YouTubeAddress, 'id'> {
  const seconds = end === undefined ? undefined : parseTimecode(end);
  if (moment.end !== undefined || seconds === undefined || seconds <= (moment.start ?? 0)) return moment;
  return { ...moment, end: seconds };
}

/** The second at which an address, a path or a link says that its video starts. */
export function startIn(text: string): number | undefined {
  return parseYouTubeUrl(text)?.start ?? readFragmentTime(FRAGMENT_START.exec(text)?.[1] ?? '')?.start;
}

/** The time of a media fragment: `62`, `1:02`, `62,70`, `npt:62`; undefined for any other text. */
export function readFragmentTime(
  text: string,
): { readonly start: number; readonly end?: number } | undefined {
  const [first = '', second] = text.replace(/^npt:/, '').split(',');
  const start = parseTimecode(first);
  if (start === undefined) return undefined;
  const end = second === undefined ? undefined : parseTimecode(second);
  return end === undefined || end <= start ? { start } : { start, end };
}
