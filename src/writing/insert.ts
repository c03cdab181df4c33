// Writes timestamps at the playhead of the current video.
import type { ReadonlySignal } from '@preact/signals-core';
import { Notice } from 'obsidian';
import { later } from '../app/later';
import { attempt } from '../app/report';
import type { Services } from '../app/services';
import { clipBetween, momentAt } from '../core/write/citation';
import type { Moment } from '../core/mean/moment';
import type { Quote } from '../core/write/quote';
import type { Placing } from '../core/write/spot';
import { formatCompact } from '../core/mean/timecode';
import { nameOf, sameVideo, type Video } from '../core/mean/video';
import { knownSecond, currentVideoOf, type CurrentVideo } from '../playback/current-video';
import type { PaneSession } from '../playback/pane-session';
import type { EditTarget } from '../playback/ports';
import type { TimestampWriter } from './timestamp-writer';
import { words } from '../texts/texts';

export interface InsertSettings {
  /** How long before the playhead a timestamp is, since what it cites was said before the user reached for the key. Seconds. */
  readonly lookBack: number;
  readonly pauseOnInsert: boolean;
}

export interface InsertingOptions extends Pick<
  Services,
  'playback' | 'notes' | 'memory' | 'askForVideo' | 'offerEditing'
> {
  readonly settings: ReadonlySignal<InsertSettings>;
  readonly writer: TimestampWriter;
  /** The editor that the user was in last. */
  readonly editTarget: () => EditTarget | undefined;
  readonly pause: (session: PaneSession) => void;
}

interface Written {
  readonly moment: Moment;
  readonly where: Placing;
  /** The embed of a picture of the moment. */
  readonly embed?: string;
  /** The words at the moment, if they are quoted. */
  readonly quote?: Quote;
}

/** A clip that has a start. */
interface Started {
  readonly video: Video;
  readonly seconds: number;
  /** Whose timeline shows it. */
  readonly session: PaneSession;
  /** The notice that says so, until it has an end. */
  readonly notice: Notice;
}

type Act = (current: CurrentVideo, target: EditTarget) => void;

const REFUSED = words.writing.noTimeRefused;

const ELSEWHERE = words.writing.noTimeOtherVideo;

const GONE = words.writing.noteLeft;

/** How long a timestamp waits for a video that loads. Milliseconds. */
const PATIENCE = 3000;

/** Whose playhead is wanted. */
interface Preferred {
  readonly video?: Video | undefined;
  readonly session?: PaneSession | undefined;
  /** Whether it is done with a video that had to be opened first, too: at its beginning, or where the user left it. */
  readonly opens?: boolean;
  /** Why the current video has no time to write, wherever the user writes. */
  readonly refusal?: (current: CurrentVideo) => string | undefined;
}

export class Inserting {
  /** The start of the clip that the user has not ended yet. */
  private started: Started | undefined;

  /** Whoever sees nothing happen asks again: one waits at a time, the latest. */
  private callOffWait: () => void = () => undefined;

  constructor(private readonly options: InsertingOptions) {}

  /** Nothing that was begun is gone on with. */
  readonly dispose = (): void => {
    this.callOffWait();
    this.callOff();
  };

  /** At the playhead of the current video; with `session`, of that pane's. */
  insert(where: Placing, session?: PaneSession): void {
    const { lookBack } = this.options.settings.peek();
    this.withPlayhead(
      (current, target) => {
        this.write(current, target, { moment: momentAt(current.seconds, lookBack), where });
      },
      { session, opens: true },
    );
  }

  /** A moment that the caller knows: there need be no current video. */
  insertMoment(video: Video, moment: Moment): void {
    const target = this.options.editTarget();
    if (target === undefined) this.options.offerEditing();
    else this.options.writer.write(target, { video, moment, title: undefined }, 'here');
  }

  startClip(): void {
    const start = ({ video, seconds, session }: CurrentVideo, target: EditTarget): void => {
      const from = momentAt(seconds, this.options.settings.peek().lookBack).seconds;
      this.callOff();
      const notice = new Notice(words.writing.clipStartsAt(formatCompact(from)));
      this.started = { video, seconds: from, session, notice };
      session.openedClip.value = from;
      target.focus();
    };
    this.withPlayhead(start, { opens: true });
  }

  endClip(): void {
    const { started } = this;
    if (started === undefined) {
      this.insertLooped();
      return;
    }
    const end = (current: CurrentVideo, target: EditTarget): void => {
      if (!sameVideo(current.video, started.video)) {
        new Notice(words.writing.clipOfOtherVideo);
        return;
      }
      this.write(current, target, { moment: clipBetween(started.seconds, current.seconds), where: 'here' });
      // Only now: what could not be written can be ended again.
      this.callOff();
    };
    this.withPlayhead(end, { video: started.video });
  }

  /** Writes the clip that is looped: it has its start and its end already. */
  private insertLooped(): void {
    const session = this.options.playback.currentVideo(undefined)?.session;
    const clip = session?.clip.looped.peek()?.clip;
    if (clip === undefined) new Notice(words.writing.noClipStarted);
    else
      this.withPlayhead(
        (current, target) => {
          this.write(current, target, { moment: clipBetween(clip.start, clip.end), where: 'here' });
        },
        { session },
      );
  }

  /** Nothing is started any more. */
  private callOff(): void {
    if (this.started === undefined) return;
    this.started.notice.hide();
    this.started.session.openedClip.value = undefined;
    this.started = undefined;
  }

  /** Writes a moment of the current video. */
  readonly write = (
    { video, title, session }: CurrentVideo,
    target: EditTarget,
    { moment, where, embed, quote }: Written,
  ): void => {
    const { writer, settings, pause } = this.options;
    writer.write(target, { video, moment, title, embed, quote }, where);
    if (settings.peek().pauseOnInsert) pause(session);
  };

  /** Calls `act` with the current video and the edit target; or says why not, and opens the video of the note. */
  withPlayhead(act: Act, { video, session, refusal, opens = false }: Preferred = {}): void {
    const { playback, notes, editTarget } = this.options;
    const target = editTarget();
    const noteVideo = target?.path === undefined ? undefined : notes.videoOf(target.path);
    // At once: what is done from here on takes some of the time that is to be exact.
    const current =
      session === undefined ? playback.currentVideo(video ?? noteVideo) : currentVideoOf(session);
    const refused = current === undefined ? undefined : refusal?.(current);
    if (refused !== undefined) new Notice(refused);
    else if (current?.isElsewhere === true) new Notice(ELSEWHERE);
    else if (target === undefined) this.options.offerEditing();
    else if (current === undefined) this.open(target, opens ? act : undefined);
    else if (!this.actIfKnown(act, current, target)) this.wait(act, current, target.path);
  }

  private actIfKnown(act: Act, current: CurrentVideo, target: EditTarget): boolean {
    const seconds = knownSecond(current, this.options.memory.length(current.video).peek());
    if (seconds !== undefined) act({ ...current, seconds }, target);
    return seconds !== undefined;
  }

  /** Acts as soon as the length of the video tells which second it is at, in the note at `path`; says so if it does not come. */
  private wait(act: Act, { session, video }: CurrentVideo, path: string | undefined): void {
    const { memory, editTarget } = this.options;
    this.callOffWait();
    const tryAgain = (isLast: boolean): boolean => {
      const current = currentVideoOf(session);
      const target = editTarget();
      if (current === undefined || !sameVideo(current.video, video)) return false;
      if (target === undefined || target.path !== path) {
        new Notice(GONE);
        return true;
      }
      return this.actIfKnown(
        act,
        { ...current, isSettled: current.isSettled || (isLast && current.isPlaying) },
        target,
      );
    };
    const stopListening = memory.length(video).subscribe((length) => {
      if (length === undefined) return;
      end();
      tryAgain(false);
    });
    const callOff = later(PATIENCE, () => {
      end();
      if (!tryAgain(true)) new Notice(words.writing.videoNotLoaded);
    });
    const end = (): void => {
      stopListening();
      callOff();
    };
    this.callOffWait = end;
  }

  /** Opens the video of the note; if there is none, asks for one. `act` goes on with it. */
  private open(target: EditTarget, act: Act | undefined): void {
    const { playback, writer, askForVideo } = this.options;
    const show = (video: Video, start?: number): void => {
      attempt(words.actions.openVideo, async () => {
        await playback.show(video, start);
        if (act !== undefined) this.actWhereLeft(act, video, target.path);
      });
    };
    const video = writer.videoOf(target);
    if (video === undefined) {
      askForVideo(target.path, show);
      return;
    }
    if (playback.isRefused(video)) {
      new Notice(REFUSED);
      return;
    }
    show(video);
    new Notice(words.writing.openedVideo(nameOf(video)));
  }

  /** Acts with a video that has just been opened, where the user left it, if they are still in the note at `path`. */
  private actWhereLeft(act: Act, video: Video, path: string | undefined): void {
    const { playback, editTarget } = this.options;
    const session = playback.currentVideoOf(video)?.session;
    if (session === undefined || editTarget()?.path !== path) return;
    const left = session.resumeAt.peek();
    if (left !== undefined) session.seek(left);
    this.withPlayhead(act, { session });
  }
}
