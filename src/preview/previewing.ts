// Puts previews together, and registers them with the plugin that they end with.
import type { Plugin } from 'obsidian';
import { witnessLength } from '../playback/length-witness';
import type { MediaFiles } from '../player/media/media-files';
import { mountPlayer } from '../player/providers';
import { HoverPreview, type HoverPreviewOptions } from './hover-preview';
import { HOVER_SOURCE, pagePreviewMod } from './page-preview-mod';
import { WarmPlayer } from './warm-player';

export type PreviewingOptions = Omit<HoverPreviewOptions, 'app' | 'player' | 'resourceUrl' | 'needsMod'>;

/** Makes the previews of a plugin. What is shown then is gone when the plugin ends. */
export function previewing(
  plugin: Pick<Plugin, 'app' | 'register' | 'registerHoverLinkSource'>,
  { resourceUrl }: Pick<MediaFiles, 'resourceUrl'>,
  options: PreviewingOptions,
): HoverPreview {
  const { app } = plugin;
  const player = new WarmPlayer({
    mount: (video, el, start) =>
      mountPlayer(video, el, start, { files: { resourceUrl }, youTube: options.youTube }),
    watch: (one) => witnessLength(one, options.memory),
  });
  const needsMod = pagePreviewMod(app);
  const preview = new HoverPreview({ ...options, app, player, resourceUrl, needsMod });
  plugin.registerHoverLinkSource(HOVER_SOURCE, { display: 'Playhead', defaultMod: false });
  plugin.register(preview.end);
  return preview;
}
