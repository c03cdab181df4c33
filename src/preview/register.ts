// The previews of timestamps.
import type { Plugin } from 'obsidian';
import { eachWindow } from '../app/app-windows';
import type { Services } from '../app/services';
import { watchLength } from '../playback/length-watch';
import { mountPlayer } from '../player/providers';
import { HoverPreview, type HoverPreviewOptions } from './hover-preview';
import { HOVER_SOURCE_ID, pagePreviewMod } from './page-preview-mod';
import { WarmPlayer } from './warm-player';

/** An open preview closes when the plugin ends. */
export function registerPreviews(
  plugin: Plugin,
  services: Services,
  shownPlayers: HoverPreviewOptions['shownPlayers'],
): HoverPreview {
  const { app, memory, youTube } = services;
  const { resourceUrl } = services.media;
  const player = new WarmPlayer({
    mount: (video, el, start) => mountPlayer(video, el, start, { files: { resourceUrl }, youTube }),
    watch: (one) => watchLength(one, memory),
  });
  const needsMod = pagePreviewMod(app);
  const preview = new HoverPreview({ ...services, player, resourceUrl, needsMod, shownPlayers });
  plugin.registerHoverLinkSource(HOVER_SOURCE_ID, { display: 'Playhead', defaultMod: false });
  plugin.register(preview.dispose);
  eachWindow(app.workspace, plugin, ({ document: doc }) => {
    doc.addEventListener('click', preview.clicked, { capture: true });
    return () => doc.removeEventListener('click', preview.clicked, { capture: true });
  });
  return preview;
}
