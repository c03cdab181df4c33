// Which pane plays what.
import type { ReadonlySignal } from '@preact/signals-core';
import { sameVideo, type Video } from '../core/mean/video';
import type { Cue } from './cue';
import { currentVideoIn, type CurrentVideo } from './current-video';
import type { PaneSession } from './pane-session';
import type { PaneState } from './pane-state';
import { latest, currentPane, type PaneLocation, type Panes } from './panes';
import { hasToBeSeen, perform, USUAL_STEPS, type SkipSteps, type TransportAction } from './transport';

/** The pane that the user asked for: wherever it fits best, or in a pane of its own. */
export type Where = 'best' | PaneLocation;

export class Playback {
  /** Panes open one after another: two quick clicks on one video must not open it twice. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly panes: Panes,
    private readonly newPaneLocation: () => PaneLocation,
    private readonly steps: ReadonlySignal<SkipSteps> = USUAL_STEPS,
  ) {}

  /** Plays a timestamp in the pane of its video, else where a video may be replaced, else in a new pane. */
  play(cue: Cue, where: Where = 'best'): Promise<void> {
    return this.inTurn(async () => {
      (await this.paneFor(cue.video, where)).play(cue);
    });
  }

  /** Shows a video, and leaves it paused where it was, or at a second that is asked for. */
  show(video: Video, seconds?: number): Promise<void> {
    return this.inTurn(async () => {
      (await this.paneFor(video, 'best')).show(video, seconds);
    });
  }

  /** The moment that the user is watching, who writes in a note about `noteVideo`; undefined while no player is there. */
  currentVideo(noteVideo: Video | undefined): CurrentVideo | undefined {
    return currentVideoIn(this.panes.all(), noteVideo);
  }

  /** The moment of one video; undefined while no player of it is there. */
  currentVideoOf(video: Video | undefined): CurrentVideo | undefined {
    if (video === undefined) return undefined;
    return currentVideoIn(
      this.panes.all().filter((pane) => sameVideo(pane.video, video)),
      video,
    );
  }

  /** Whether a pane shows this video: it is played there, and in no second one. */
  isShown(video: Video | undefined): boolean {
    return video !== undefined && this.panes.all().some((pane) => sameVideo(pane.video, video));
  }

  /** Whether YouTube has refused to play this video in this app: then nothing has a playhead. */
  isRefused(video: Video | undefined): boolean {
    return this.panes.all().some((pane) => {
      const fault = pane.session?.player.peek()?.snapshot.peek().fault;
      return fault === 'refused' && sameVideo(pane.video, video);
    });
  }

  /** Whether there is a pane with a video. */
  get hasVideo(): boolean {
    return this.panes.all().some((pane) => pane.video !== undefined);
  }

  /** The current video and its second, whether or not it can be played; undefined if there is none. */
  get current(): PaneState | undefined {
    return currentPane(this.panes.all().filter(({ video }) => video !== undefined))?.session?.state;
  }

  /** Does what a button does, in the current pane: unless that has to be seen, what is in view stays so. */
  perform(action: TransportAction): Promise<void> {
    return this.inTurn(async () => {
      const pane = currentPane(this.panes.all().filter(({ video }) => video !== undefined));
      if (pane === undefined) return;
      const isToBeSeen = hasToBeSeen(action, pane.session);
      const session = isToBeSeen ? await pane.reveal() : pane.session;
      // A pane that nobody has seen yet loads only to be shown.
      const isThere = isToBeSeen || session?.player.peek() !== undefined;
      if (session !== undefined && isThere) await perform(session, action, this.steps.peek());
    });
  }

  private async paneFor(video: Video, where: Where): Promise<PaneSession> {
    const panes = this.panes.all();
    const same = panes.filter((pane) => sameVideo(pane.video, video));
    // A layout may hold a video twice: of those the pane that shows it is the one, and what is deferred comes to nothing.
    const first = latest(same.filter(({ session }) => session !== undefined)) ?? same[0];
    if (first !== undefined) return first.reveal();
    if (where !== 'best') return this.panes.open(where);
    const replaceable = latest(panes.filter(({ pinned }) => !pinned));
    return replaceable === undefined ? this.panes.open(this.newPaneLocation()) : replaceable.reveal();
  }

  private inTurn(task: () => Promise<void>): Promise<void> {
    const turn = this.last.then(task);
    // The next turn comes whatever became of this one; its failure belongs to who asked for it.
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
