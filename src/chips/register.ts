// The chips in reading view and in Live Preview.
import { Keymap, type Plugin } from 'obsidian';
import { eachWindow } from '../app/app-windows';
import { openAddress } from '../app/links';
import { attempt } from '../app/report';
import type { Services } from '../app/services';
import { showSource } from '../app/show-source';
import type { NowPlaying } from '../playback/now-playing';
import type { HoverPreview } from '../preview/hover-preview';
import type { Chip } from './chip';
import { ChipActions, type ChipActionsOptions } from './chip-actions';
import { listenForGestures } from './chip-gestures';
import type { ChipSources } from './chip-state';
import { liveChips } from './live-preview/live-chips';
import { ReadingView } from './reading-view/reading-view';
import { words } from '../texts/texts';

export interface ChipParts {
  readonly preview: HoverPreview;
  /** Marks the chips of the current moment. */
  readonly nowPlaying: NowPlaying<Chip>;
}

/** The services of chips for lists of timestamps elsewhere. */
export interface Chips {
  readonly sources: ChipSources;
  readonly actions: ChipActions;
}

export function registerChips(plugin: Plugin, services: Services, { preview, nowPlaying }: ChipParts): Chips {
  const { app, texts } = services;
  const openLink: ChipActionsOptions['openLink'] = (link, path, event) => {
    if (/^https?:/i.test(link)) openAddress(link);
    else
      attempt(words.actions.openLink, () => app.workspace.openLinkText(link, path, Keymap.isModEvent(event)));
  };
  const actions = new ChipActions({ ...services, preview, openLink });
  const sources = { ...services, nowPlaying };
  eachWindow(app.workspace, plugin, listenForGestures);
  plugin.registerEditorExtension(liveChips({ sources, actions }));
  const readingView = new ReadingView(sources, actions, {
    texts,
    showSource: (path, position) => showSource(app, path, position),
  });
  plugin.registerMarkdownPostProcessor(readingView.process);
  plugin.register(readingView.dispose);
  return { sources, actions };
}
