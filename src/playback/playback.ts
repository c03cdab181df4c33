// Decides in which pane a video plays.
import type { ReadonlySignal } from '@preact/signals-core';
import { sameVideo, type Video } from '../core/mean/video';
import type { Fault } from '../player/player';
import type { Cue } from './cue';
import { currentVideoIn, type CurrentVideo } from './current-video';
import type { PaneSession } from './pane-session';
import type { PaneState } from './pane-state';
import { latest, currentPane, type PaneLocation, type Panes } from './panes';
import { hasToBeSeen, perform, USUAL_STEPS, type SkipSteps, type TransportAction } from './transport';

/** The place for a video: the best pane, or a new one of a kind. */
export type Where = 'best' | PaneLocation;

export class Playback {
  /** Panes open one after another, so that two quick clicks do not open a video twice. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly panes: Panes,
    private readonly newPaneLocation: () => PaneLocation,
    private readonly steps: ReadonlySignal<SkipSteps> = USUAL_STEPS,
  ) {}

  /** Plays a timestamp: in the pane of its video, else in a pane whose video may be replaced, else in a new pane. */
  play(cue: Cue, where: Where = 'best'): Promise<void> {
    return this.inTurn(async () => {
      (await this.paneFor(cue.video, where)).play(cue);
    });
  }

  /** Shows a video, paused at its present position or at a given second. */
  show(video: Video, seconds?: number): Promise<void> {
    return this.inTurn(async () => {
      (await this.paneFor(video, 'best')).show(video, seconds);
    });
  }

  /** The video that the user is watching while writing in a note about `noteVideo`; undefined if there is no player. */
  currentVideo(noteVideo: Video | undefined): CurrentVideo | undefined {
    return currentVideoIn(this.panes.all(), noteVideo);
  }

  /** The present state of one video; undefined if it has no player. */
  currentVideoOf(video: Video | undefined): CurrentVideo | undefined {
    if (video === undefined) return undefined;
    return currentVideoIn(
      this.panes.all().filter((pane) => sameVideo(pane.video, video)),
      video,
    );
  }

  /** Whether a pane shows this video. Then it plays there, and not in a second pane. */
  isShown(video: Video | undefined): boolean {
    return video !== undefined && this.panes.all().some((pane) => sameVideo(pane.video, video));
  }

  /** The fault of the pane that shows this video; undefined if there is none. A failed video has no playhead. */
  faultOf(video: Video | undefined): Fault | undefined {
    const failed = this.panes.all().filter((pane) => sameVideo(pane.video, video));
    return failed
      .map(({ session }) => session?.player.peek()?.snapshot.peek().fault)
      .find((fault) => fault !== undefined);
  }

  /** Whether there is a pane with a video. */
  get hasVideo(): boolean {
    return this.panes.all().some((pane) => pane.video !== undefined);
  }

  /** The current video and its second, even if it cannot be played; undefined if there is none. */
  get current(): PaneState | undefined {
    return currentPane(this.panes.all().filter(({ video }) => video !== undefined))?.session?.state;
  }

  /** Performs an action in the current pane. The pane becomes visible only if the action needs that. */
  perform(action: TransportAction): Promise<void> {
    return this.inTurn(async () => {
      const pane = currentPane(this.panes.all().filter(({ video }) => video !== undefined));
      if (pane === undefined) return;
      const isToBeSeen = hasToBeSeen(action, pane.session);
      const session = isToBeSeen ? await pane.reveal() : pane.session;
      // A pane that was never visible loads only to be shown.
      const isThere = isToBeSeen || session?.player.peek() !== undefined;
      if (session !== undefined && isThere) await perform(session, action, this.steps.peek());
    });
  }

  private async paneFor(video: Video, where: Where): Promise<PaneSession> {
    const panes = this.panes.all();
    const same = panes.filter((pane) => sameVideo(pane.video, video));
    // A layout may have a video twice: the loaded pane counts, and the deferred one is closed.
    const first = latest(same.filter(({ session }) => session !== undefined)) ?? same[0];
    if (first !== undefined) return first.reveal();
    if (where !== 'best') return this.panes.open(where);
    const replaceable = latest(panes.filter(({ pinned }) => !pinned));
    return replaceable === undefined ? this.panes.open(this.newPaneLocation()) : replaceable.reveal();
  }

  private inTurn(task: () => Promise<void>): Promise<void> {
    const turn = this.last.then(task);
    // The next turn comes after a failure too; the failure itself goes to the caller.
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
