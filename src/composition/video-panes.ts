// The view of the video panes, as the app makes them.
import type { Plugin } from 'obsidian';
import type { InsertFrame } from '../writing/frame';
import type { InsertQuote } from '../writing/quote';
import type { Inserting } from '../writing/insert';
import type { VaultSources } from '../app/vault-sources';
import { noteTicks } from '../playback/note-ticks';
import { stepsOf } from '../playback/transport';
import type { Settings } from '../settings/settings';
import { VIDEO_PANE, VideoPane, type VideoPaneOptions } from '../pane/video-pane';
import type { PaneLists } from '../moments/pane-lists';
import type { Previews } from '../preview/hover-preview';
import { sayPastEnd } from '../app/report';
import type { Watching } from './watching';

export interface VideoPaneParts extends Watching {
  readonly inserting: Inserting;
  readonly insertFrame: InsertFrame;
  readonly previews: Previews;
  readonly lists: PaneLists;
  readonly insertQuote: InsertQuote;
}

/** Ends with the plugin. */
export function registerVideoPanes(
  plugin: Plugin,
  sources: VaultSources<Settings>,
  { panes, opened, media, inserting, insertFrame, previews, lists, insertQuote }: VideoPaneParts,
): void {
  const { memory, settings, youTube } = sources;
  const options: VideoPaneOptions = {
    memory,
    settings,
    youTube,
    steps: stepsOf(settings),
    previews,
    files: media,
    pastEnd: sayPastEnd,
    refuse: panes.refuse,
    ticks: (session) => noteTicks(session, sources),
    opened,
    lower: lists.add,
    extras: (session) => ({
      list: lists.switchOf(session),
      captions: media.captions,
      loopClip: session.clip,
      follow: session.following,
      insertTimestamp: () => {
        inserting.insert('here', session);
      },
      insertQuote: () => {
        insertQuote(session);
      },
      insertFrame: () => {
        insertFrame(session);
      },
    }),
  };
  plugin.registerView(VIDEO_PANE, (leaf) => new VideoPane(leaf, options));
}
