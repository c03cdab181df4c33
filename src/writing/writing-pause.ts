// Pauses what plays while the user writes, and lets it go on when they have stopped.
import type { PaneSession } from '../playback/pane-session';
import type { ReadonlySignal } from '@preact/signals-core';
import { later } from '../app/later';

export interface WritingPauseSettings {
  readonly pauseWhileTyping: boolean;
  /** How long after the last key it goes on. Seconds; with 0 it stays paused. */
  readonly resumeAfter: number;
}

export interface WritingPauseOptions {
  /** The pane that plays now, if one does. */
  readonly playing: () => PaneSession | undefined;
  readonly settings: ReadonlySignal<WritingPauseSettings>;
}

export class WritingPause {
  private resume: (() => void) | undefined;
  private callOff: (() => void) | undefined;

  constructor(private readonly options: WritingPauseOptions) {}

  /** The user typed into a note. */
  readonly typed = (): void => {
    if (!this.options.settings.peek().pauseWhileTyping) return;
    this.hold(this.options.playing());
  };

  /** Pauses what plays; who also pauses while typing has it go on as after typing. */
  readonly pause = (session: PaneSession): void => {
    if (this.options.settings.peek().pauseWhileTyping) this.hold(session);
    else session.pause();
  };

  /** Nothing goes on by itself any more. */
  readonly dispose = (): void => {
    this.callOff?.();
    this.resume = undefined;
  };

  private hold(session: PaneSession | undefined): void {
    const resume = session?.hold();
    // A key that comes while it is paused already prolongs the pause.
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
