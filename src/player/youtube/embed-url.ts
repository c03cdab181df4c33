// The address of YouTube's embedded player.
import { isYouTubeId } from '../../core/mean/youtube-url';
import type { Start } from '../player';
import { EMBED_ORIGINS, type EmbedHost } from './access';
import { words } from '../../texts/texts';

/** The attributes that the frame needs before it has an address: without a referrer YouTube refuses the player (error 153). */
export const FRAME_ATTRIBUTES = {
  title: words.player.youTubeTitle,
  referrerpolicy: 'strict-origin-when-cross-origin',
  allow: 'autoplay; encrypted-media; fullscreen; picture-in-picture; clipboard-write; web-share',
  allowfullscreen: 'true',
  // The permissions that the app gives its own embeds: above all the frame may not take the place of the app in its window.
  sandbox:
    'allow-forms allow-presentation allow-same-origin allow-popups-to-escape-sandbox allow-scripts allow-modals allow-popups',
} as const;

/**
 * The address of the frame that plays `id` from `start`, at a host; undefined if `id` is not the id of a video. It carries no `origin`
 * parameter: one that is not exactly the page's own silences the player for good, and the app's own differs by platform.
 */
export function embedUrl(host: EmbedHost, id: string, start: Start): string | undefined {
  if (!isYouTubeId(id)) return undefined;
  const parameters = new URLSearchParams({
    enablejsapi: '1',
    playsinline: '1',
    rel: '0',
    widgetid: '1',
    start: String(Math.floor(start.seconds)),
    autoplay: start.autoplay ? '1' : '0',
    // A command to mute comes only after the first sound.
    ...(start.sound?.muted === true ? { mute: '1' } : {}),
    ...(start.controls === false ? { controls: '0', disablekb: '1' } : {}),
  });
  return `${EMBED_ORIGINS[host]}/embed/${id}?${parameters.toString()}`;
}
