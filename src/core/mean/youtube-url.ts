// The addresses of YouTube videos, read and written.
import { parseTimecode } from './timecode';

const ID = /^[A-Za-z0-9_-]{11}$/;
const HOSTS = new Set([
  'youtube.com',
  'www.youtube.com',
  'm.youtube.com',
  'music.youtube.com',
  'youtube-nocookie.com',
  'www.youtube-nocookie.com',
]);
const SHORT_HOSTS = new Set(['youtu.be', 'www.youtu.be']);
/** Words of an id's length that stand for a playlist or a channel's stream. */
const NOT_IDS = new Set(['videoseries', 'live_stream']);
const PATHS_WITH_ID = new Set(['shorts', 'live', 'embed', 'v']);

/** Whether `text` has the form of a YouTube video id: 11 characters. */
export function isYouTubeId(text: string): boolean {
  return ID.test(text) && !NOT_IDS.has(text);
}

/**
 * The video that an address of YouTube leads to, and the second it starts at, if it says one.
 * Undefined for any other text, other sites' addresses and YouTube's other pages.
 */
export function parseYouTubeUrl(text: string): { readonly id: string; readonly start?: number } | undefined {
  const url = parseUrl(text.trim());
  if (url === undefined) return undefined;
  const id = idOf(url);
  if (id === undefined || !isYouTubeId(id)) return undefined;
  const start = startOf(url);
  return start === undefined ? { id } : { id, start };
}

/** Whether an address of YouTube says nothing but its video and, at most once, where that starts. */
export function isPlainYouTubeUrl(text: string): boolean {
  const url = parseUrl(text.trim());
  if (url === undefined) return false;
  const fragment = new URLSearchParams(url.hash.slice(1));
  const said = [...url.searchParams.keys(), ...fragment.keys()].filter((key) => key !== 'v');
  return said.length <= 1 && said.every((key) => key === 't' || key === 'start');
}

/** The shortest address of a video; `seconds` are floored, as the site takes whole ones. */
export function youTubeUrl(id: string, seconds?: number): string {
  const address = `https://youtu.be/${id}`;
  return seconds === undefined ? address : `${address}?t=${Math.floor(seconds)}`;
}

function parseUrl(text: string): URL | undefined {
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
  if (first === 'watch') return url.searchParams.get('v') ?? undefined;
  return PATHS_WITH_ID.has(first) ? second : undefined;
}

function startOf(url: URL): number | undefined {
  const hash = new URLSearchParams(url.hash.slice(1));
  const written = url.searchParams.get('t') ?? url.searchParams.get('start') ?? hash.get('t');
  return written === null ? undefined : parseTimecode(written);
}
