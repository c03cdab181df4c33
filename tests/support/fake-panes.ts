// Video panes without a workspace: sessions over fake players, which are open, pinned or slow as a test sets it.
import { signal, type ReadonlySignal } from '@preact/signals-core';
import { NO_TICKS, type NoteTicks } from '../../src/core/mean/ticks';
import type { Video } from '../../src/core/mean/video';
import { PaneSession } from '../../src/playback/pane-session';
import type { PaneHandle, PaneLocation, Panes } from '../../src/playback/panes';
import { VideoMemory } from '../../src/playback/video-memory';
import { FakePlayer } from './fake-player';
import { atOnce } from './at-once';
import { FakeStorage } from './fake-storage';

export interface FakePane {
  readonly session: PaneSession;
  readonly players: FakePlayer[];
  pinned: boolean;
}

export class FakePanes implements Panes {
  readonly panes: FakePane[] = [];
  /** The locations of opened panes, in order. */
  readonly opened: PaneLocation[] = [];
  /** The sessions whose panes became visible, in order. */
  readonly revealed: PaneSession[] = [];
  /** The errors with which the next panes fail to open. */
  readonly failures: Error[] = [];
  readonly memory = new VideoMemory(new FakeStorage(), atOnce);

  /** `ticks` are the ticks of every pane. */
  constructor(private readonly ticks: ReadonlySignal<NoteTicks> = signal(NO_TICKS)) {}

  /** Adds a pane that shows `video`. */
  add(video?: Video, pinned = false): FakePane {
    const players: FakePlayer[] = [];
    const session = new PaneSession({
      memory: this.memory,
      mount: (...args) => {
        const player = new FakePlayer(...args);
        players.push(player);
        return player;
      },
      pastEnd: () => undefined,
      ticks: () => this.ticks,
      later: () => () => undefined,
      settings: signal({ pauseAtClipEnd: true }),
    });
    const pane = { session, players, pinned };
    this.panes.push(pane);
    if (video !== undefined) session.show(video);
    return pane;
  }

  all(): readonly PaneHandle[] {
    return this.panes.map(({ session, pinned }) => ({
      pinned,
      usedAt: session.usedAt,
      video: session.video,
      session,
      isPlayingInView: session.isPlaying,
      reveal: () => {
        this.revealed.push(session);
        return Promise.resolve(session);
      },
      restore: (state) => session.restore(state),
    }));
  }

  async open(location: PaneLocation): Promise<PaneSession> {
    // As in the app, the pane is there only later.
    await Promise.resolve();
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    this.opened.push(location);
    return this.add().session;
  }
}
