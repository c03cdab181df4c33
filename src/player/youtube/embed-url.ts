// The address of YouTube's embedded player.
import { isYouTubeId } from '../../core/mean/youtube-url';
import type { Start } from '../player';
import { EMBED_ORIGINS, type EmbedHost } from './access';
import { words } from '../../texts/texts';

/** The attributes that the frame needs before it has an address. Without a referrer, YouTube refuses to play (error 153). */
export const FRAME_ATTRIBUTES = {
  title: words.player.youTubeTitle,
  referrerpolicy: 'strict-origin-when-cross-origin',
  allow: 'autoplay; encrypted-media; fullscreen; picture-in-picture; clipboard-write; web-share',
  allowfullscreen: 'true',
  // The permissions of the app's own embeds. The frame must not navigate the window of the app.
  sandbox:
    'allow-forms allow-presentation allow-same-origin allow-popups-to-escape-sandbox allow-scripts allow-modals allow-popups',
} as const;

/**
 * The address of the frame for `id` from `start`; undefined if `id` is no video id. It has no `origin` parameter: if that differs
 * from the page's own origin, the player stays silent, and the origin of the app differs by platform.
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
    // A command to mute would arrive only after the first sound.
    ...(start.sound?.muted === true ? { mute: '1' } : {}),
    ...(start.controls === false ? { controls: '0', disablekb: '1' } : {}),
  });
  return `${EMBED_ORIGINS[host]}/embed/${id}?${parameters.toString()}`;
}
