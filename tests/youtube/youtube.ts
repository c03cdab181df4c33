// YouTube as the tests have it: answers the addresses of the real one, under which a page finds a player that keeps
// to the real one's protocol, and remembers what it was asked.
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Frame, Page, Request, Route } from 'playwright-core';
import { parseByteRange } from '../host/server/byte-range';
import { blankWebm } from './blank-webm';
import { playerBundle } from './build';
import { consentPage, playerPage } from './embed-page';
import { playerIn, playersOf, type YouTubePlayer } from './player-frame';
import { usualVideo, type Fault, type PlayerScript, type VideoScript } from './video-script';

/** One request for the page of a player. */
export interface EmbedRequest {
  readonly url: string;
  readonly id: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly referer: string | undefined;
}

export interface YouTube {
  /** Says what is special about a video; the rest is as usual: 600 s long, no fault. */
  set(id: string, script: Partial<VideoScript>): void;
  /** The one player that shows the video, in a page or below a frame. */
  player(where: Page | Frame, id: string): YouTubePlayer;
  /** How many players show the video now. */
  count(where: Page | Frame, id: string): Promise<number>;
  /** How often the page of a player for this video was asked for. */
  loads(id: string): number;
  /** Every request for a player's page, in order. */
  readonly requests: readonly EmbedRequest[];
  /** The URL of every poster that was asked for, in order. */
  readonly posters: readonly string[];
  /** The id of each video whose title was asked for, in order. */
  readonly oEmbeds: readonly string[];
}

const idShape = /^[A-Za-z0-9_-]{11}$/;
const media = new Map<number, Buffer>();

function mediaOf(length: number): Buffer {
  const made = media.get(length) ?? blankWebm(length);
  media.set(length, made);
  return made;
}

async function answerMedia(route: Route, length: number): Promise<void> {
  const file = mediaOf(length);
  const range = parseByteRange(route.request().headers().range, file.length);
  const { first, last } = typeof range === 'object' ? range : { first: 0, last: file.length - 1 };
  await route.fulfill({
    status: 206,
    contentType: 'video/webm',
    headers: { 'Accept-Ranges': 'bytes', 'Content-Range': `bytes ${first}-${last}/${file.length}` },
    body: file.subarray(first, last + 1),
  });
}

/** The picture that YouTube has for a video, or the small grey one that it sends when it has none. */
function poster(id: string, { poster: state, title }: VideoScript): string {
  const [width, height] = state === 'present' ? [480, 360] : [120, 90];
  const label = state === 'present' ? `<text x="24" y="190" fill="#fff" font-size="32">${id}</text>` : '';
  const name = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><title>${name}</title><rect width="100%" height="100%" fill="#456"/>${label}</svg>`;
}

function readRequest(request: Request): EmbedRequest {
  const url = new URL(request.url());
  return {
    url: request.url(),
    id: decodeURIComponent(url.pathname.slice('/embed/'.length)),
    parameters: Object.fromEntries(url.searchParams),
    referer: request.headers().referer,
  };
}

class StandInForYouTube implements YouTube {
  readonly requests: EmbedRequest[] = [];
  readonly posters: string[] = [];
  readonly oEmbeds: string[] = [];
  readonly #scripts = new Map<string, VideoScript>();

  set(id: string, script: Partial<VideoScript>): void {
    this.#scripts.set(id, { ...this.#script(id), ...script });
  }

  player(where: Page | Frame, id: string): YouTubePlayer {
    return playerIn(where, id);
  }

  async count(where: Page | Frame, id: string): Promise<number> {
    return (await playersOf(where, id)).length;
  }

  loads(id: string): number {
    return this.requests.filter((request) => request.id === id).length;
  }

  async answerEmbed(route: Route): Promise<void> {
    const request = readRequest(route.request());
    this.requests.push(request);
    const fault = this.#faultOf(request);
    if (fault === 'offline') {
      await route.abort('internetdisconnected');
      return;
    }
    const body = fault === 'silent' ? consentPage : playerPage(this.#playerScript(request.id, fault));
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  }

  /** What the page itself asks for: its script, its media, and the script of another video. */
  async answerResource(route: Route): Promise<void> {
    const [, , kind, name = ''] = new URL(route.request().url()).pathname.split('/');
    if (kind === 'player.js') {
      await route.fulfill({ contentType: 'text/javascript', body: await readFile(playerBundle) });
    } else if (kind === 'media') {
      await answerMedia(route, Number.parseFloat(name));
    } else {
      const id = decodeURIComponent(name);
      await route.fulfill({ json: this.#playerScript(id, this.#script(id).fault) });
    }
  }

  async answerPoster(route: Route): Promise<void> {
    const url = route.request().url();
    this.posters.push(url);
    const id = new URL(url).pathname.split('/')[2] ?? '';
    const script = this.#script(id);
    const status = script.poster === 'present' ? 200 : 404;
    await route.fulfill({ status, contentType: 'image/svg+xml', body: poster(id, script) });
  }

  /** What the site tells of a video without its player. The app's own requests know no CORS; here they do. */
  async answerOEmbed(route: Route): Promise<void> {
    const [, id = ''] =
      /([A-Za-z0-9_-]{11})$/.exec(new URL(route.request().url()).searchParams.get('url') ?? '') ?? [];
    this.oEmbeds.push(id);
    const { fault, title, author } = this.#script(id);
    if (fault === 'offline') {
      await route.abort('internetdisconnected');
      return;
    }
    const headers = { 'Access-Control-Allow-Origin': '*' };
    const status = fault === 100 ? 404 : fault === 101 || fault === 150 ? 401 : 200;
    if (status === 200) await route.fulfill({ headers, json: { title, author_name: author, type: 'video' } });
    else await route.fulfill({ headers, status, body: status === 401 ? 'Unauthorized' : 'Not Found' });
  }

  #script(id: string): VideoScript {
    return this.#scripts.get(id) ?? usualVideo;
  }

  #faultOf({ id, url, referer }: EmbedRequest): Fault | undefined {
    const { fault, faultLoads, refusedBy } = this.#script(id);
    if (fault !== undefined && this.loads(id) <= faultLoads) return fault;
    if (refusedBy.some((refusing) => refusing === new URL(url).host)) return 153;
    // YouTube wants to know which site or app shows its player.
    return referer === undefined ? 153 : undefined;
  }

  #playerScript(id: string, fault: Fault | undefined): PlayerScript {
    const error = idShape.test(id) ? (typeof fault === 'number' ? fault : undefined) : 2;
    return { ...this.#script(id), id, error };
  }
}

/** Answers YouTube's addresses in every page of the context. */
export async function routeYouTube(context: BrowserContext): Promise<YouTube> {
  const youtube = new StandInForYouTube();
  await context.route(/^https:\/\/www\.youtube(-nocookie)?\.com\/embed\//, (route) =>
    youtube.answerEmbed(route),
  );
  await context.route(/^https:\/\/www\.youtube(-nocookie)?\.com\/stand-in\//, (route) =>
    youtube.answerResource(route),
  );
  await context.route(/^https:\/\/www\.youtube\.com\/oembed\?/, (route) => youtube.answerOEmbed(route));
  // The relay by which the app itself embeds a video: none of the players that are asked for here.
  await context.route(/^https:\/\/releases\.obsidian\.md\/youtube\?/, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<p>A player of the app.</p>' }),
  );
  await context.route(/^https:\/\/i\.ytimg\.com\/vi\//, (route) => youtube.answerPoster(route));
  return youtube;
}
