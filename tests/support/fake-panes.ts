// Video panes without a workspace: each a session over fake players, open, pinned and slow as a test says.
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
  /** Where panes were opened, in order. */
  readonly opened: PaneLocation[] = [];
  /** The sessions whose panes were brought into view, in order. */
  readonly revealed: PaneSession[] = [];
  /** What the next panes to open fail with. */
  readonly failures: Error[] = [];
  readonly memory = new VideoMemory(new FakeStorage(), atOnce);

  /** `ticks` are those of every pane. */
  constructor(private readonly ticks: ReadonlySignal<NoteTicks> = signal(NO_TICKS)) {}

  /** A pane that is there already, showing `video`. */
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
    // As in the app, the pane is there only after a while.
    await Promise.resolve();
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    this.opened.push(location);
    return this.add().session;
  }
}
