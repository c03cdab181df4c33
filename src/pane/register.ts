// The video panes: their view, their commands, and the focus that returns to the note.
import { Notice, type Plugin } from 'obsidian';
import { commandsOf } from '../app/commands';
import { attempt, sayPastEnd } from '../app/report';
import type { Services } from '../app/services';
import type { Clip } from '../core/mean/clips';
import type { NoteTexts } from '../playback/ports';
import { writeClip } from './clip-writing';
import { noteTicks } from '../playback/note-ticks';
import { keepOneSound } from '../playback/one-sound';
import type { PaneSession } from '../playback/pane-session';
import { stepsOf } from '../playback/transport';
import type { Previews } from '../preview/hover-preview';
import { PANE_COMMANDS } from './commands';
import type { PaneExtras, Switch } from './control-table';
import { FocusReturn } from './focus-return';
import type { Leaves } from './leaves';
import { VIDEO_PANE, VideoPane, type VideoPaneOptions } from './video-pane';
import { words } from '../texts/texts';

/** The parts of panes that belong to other features. */
export interface PaneParts {
  readonly leaves: Leaves;
  readonly previews: Previews;
  /** The lower half of a pane, and the switch that opens and closes it. */
  readonly lists: () => {
    readonly add: NonNullable<VideoPaneOptions['lower']>;
    readonly switchOf: (session: PaneSession) => Switch;
  };
  /** The buttons that write to the note. */
  readonly buttons: (
    session: PaneSession,
  ) => Pick<PaneExtras, 'insertTimestamp' | 'insertFrame' | 'insertQuote'>;
  /** Called with the session of each new pane; the returned functions end with it. */
  readonly opened: readonly ((session: PaneSession) => () => void)[];
}

export function registerPanes(plugin: Plugin, services: Services, parts: PaneParts): void {
  const { app, settings, media, recentEditor } = services;
  const { leaves, previews, lists, buttons } = parts;
  plugin.addChild(
    new FocusReturn(
      app.workspace,
      () => recentEditor.current,
      () => settings.peek().returnFocus,
    ),
  );
  let changing: Promise<void> = Promise.resolve();
  const options: VideoPaneOptions = {
    ...services,
    steps: stepsOf(settings),
    previews,
    files: media,
    pastEnd: sayPastEnd,
    refuse: leaves.refuse,
    ticks: (session) => noteTicks(session, services),
    opened: (session) => {
      const ends = [...parts.opened.map((open) => open(session)), keepOneSound(session, leaves, settings)];
      return () => {
        for (const end of ends) end();
      };
    },
    lower: (pane) => lists().add(pane),
    changeClip: (session, clip) => {
      attempt(words.actions.changeClip, () => {
        // Each change needs the timestamp that the one before has written.
        changing = changing.catch(() => undefined).then(() => changeClip(session, clip, services.texts));
        return changing;
      });
    },
    extras: (session) => ({
      list: lists().switchOf(session),
      captions: media.captions,
      loopClip: session.clip,
      follow: session.following,
      ...buttons(session),
    }),
  };
  plugin.registerView(VIDEO_PANE, (leaf) => new VideoPane(leaf, options));
  for (const command of commandsOf(PANE_COMMANDS, () => services)) plugin.addCommand(command);
}

/** If the note cannot express the clip, or never had it, only the loop changes. */
async function changeClip(session: PaneSession, clip: Clip, texts: NoteTexts): Promise<void> {
  const looped = session.clip.looped.peek();
  if (looped === undefined) return;
  const { cue } = looped;
  const path = cue?.note ?? session.ticks.peek().path;
  const written =
    cue === undefined || path === undefined ? undefined : await writeClip(texts, { cue, path }, clip);
  // The user may have stopped the loop meanwhile.
  if (session.clip.isOn.peek()) session.clip.loop(written ?? clip);
  if (written === undefined && cue !== undefined) new Notice(words.pane.clipUnchangeable);
}
