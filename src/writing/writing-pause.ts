// Pauses the video while the user writes, and plays on afterwards.
import type { PaneSession } from '../playback/pane-session';
import type { ReadonlySignal } from '@preact/signals-core';
import { later } from '../app/later';

export interface WritingPauseSettings {
  readonly pauseWhileTyping: boolean;
  /** Seconds after the last key until it plays on; with 0 it stays paused. */
  readonly resumeAfter: number;
}

export interface WritingPauseOptions {
  /** The pane that plays; undefined if none does. */
  readonly playing: () => PaneSession | undefined;
  readonly settings: ReadonlySignal<WritingPauseSettings>;
}

export class WritingPause {
  private resume: (() => void) | undefined;
  private callOff: (() => void) | undefined;

  constructor(private readonly options: WritingPauseOptions) {}

  /** The user has typed into a note. */
  readonly typed = (): void => {
    if (!this.options.settings.peek().pauseWhileTyping) return;
    this.hold(this.options.playing());
  };

  /** Pauses a pane. A user who pauses while typing gets the video back as after typing. */
  readonly pause = (session: PaneSession): void => {
    if (this.options.settings.peek().pauseWhileTyping) this.hold(session);
    else session.pause();
  };

  /** Cancels the waiting; nothing plays on by itself. */
  readonly dispose = (): void => {
    this.callOff?.();
    this.resume = undefined;
  };

  private hold(session: PaneSession | undefined): void {
    const resume = session?.hold();
    // A key during the pause prolongs it.
    this.resume = resume ?? this.resume;
    this.callOff?.();
    const { resumeAfter } = this.options.settings.peek();
    if (this.resume === undefined || resumeAfter === 0) return;
    this.callOff = later(resumeAfter * 1000, () => {
      this.resume?.();
      this.resume = undefined;
    });
  }
}
