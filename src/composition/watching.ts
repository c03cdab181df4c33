// What is watched: the panes of the workspace, and who follows whom.
import type { Plugin } from 'obsidian';
import { scrollPlace } from '../follow/editor-scroll-place';
import { Following } from '../follow/following';
import { Leaves, placeOfNewPane } from '../pane/leaves';
import { ActiveNotePanes } from '../follow/active-note-panes';
import { VaultMedia } from '../app/vault-media';
import type { VaultSources } from '../app/vault-sources';
import { keepOneSound } from '../playback/one-sound';
import type { PaneSession } from '../playback/pane-session';
import { Playback } from '../playback/playback';
import { stepsOf } from '../playback/transport';
import type { Settings } from '../settings/settings';

export interface Watching {
  readonly panes: Leaves;
  readonly playback: Playback;
  readonly following: Following;
  readonly media: VaultMedia;
  /** A pane is open. What is returned is called when it closes. */
  readonly opened: (session: PaneSession) => () => void;
}

/** Ends with the plugin. */
export function watching(plugin: Plugin, sources: VaultSources<Settings>): Watching {
  const { workspace } = plugin.app;
  const panes: Leaves = new Leaves(workspace, (state) => media.asNow(state));
  const { settings } = sources;
  const playback = new Playback(panes, () => placeOfNewPane(settings.peek().newPanePlace), stepsOf(settings));
  plugin.addChild(new ActiveNotePanes(workspace, sources, panes));
  const following = plugin.addChild(new Following(workspace, sources, scrollPlace));
  const media = plugin.addChild(new VaultMedia(plugin.app, panes, sources.memory, sources.renamed));
  const opened = (session: PaneSession): (() => void) => {
    const ends = [following.opened(session), keepOneSound(session, panes, settings)];
    return () => {
      for (const end of ends) end();
    };
  };
  return { panes, playback, following, media, opened };
}
