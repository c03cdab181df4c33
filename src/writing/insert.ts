// Writes timestamps at the playhead of the current video.
import type { ReadonlySignal } from '@preact/signals-core';
import { Notice } from 'obsidian';
import { faultNotice } from '../app/fault';
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
  /** Seconds between a timestamp and the playhead: the words that it cites were said before the user reached for the key. */
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
  /** The embed of an image of the moment. */
  readonly embed?: string;
  /** The words at the moment, if they are to be quoted. */
  readonly quote?: Quote;
}

/** A clip without an end. */
interface Started {
  readonly video: Video;
  readonly seconds: number;
  /** The pane whose timeline shows it. */
  readonly session: PaneSession;
  /** The notice about it, until it has an end. */
  readonly notice: Notice;
}

type Act = (current: CurrentVideo, target: EditTarget) => void;

const REFUSED = words.writing.noTimeRefused;

const ELSEWHERE = words.writing.noTimeOtherVideo;

const GONE = words.writing.noteLeft;

/** Milliseconds that a timestamp waits for a video to load. */
const PATIENCE = 3000;

/** The wanted playhead. */
interface PlayheadRequest {
  readonly video?: Video | undefined;
  readonly session?: PaneSession | undefined;
  /** Whether the video may be opened first. The timestamp then gets its start, or the position where the user left it. */
  readonly opens?: boolean;
  /** The reason why the current video has no time to write. */
  readonly refusal?: (current: CurrentVideo) => string | undefined;
}

export class Inserting {
  /** The start of the clip that the user has not ended yet. */
  private started: Started | undefined;

  /** A user who sees no effect tries again: only the last request waits. */
  private cancelWait: () => void = () => undefined;

  constructor(private readonly options: InsertingOptions) {}

  /** Cancels everything that was begun. */
  readonly dispose = (): void => {
    this.cancelWait();
    this.dropStarted();
  };

  /** At the playhead of the current video; with `session`, of that pane. */
  insert(where: Placing, session?: PaneSession): void {
    const { lookBack } = this.options.settings.peek();
    this.withPlayhead(
      (current, target) => {
        this.write(current, target, { moment: momentAt(current.seconds, lookBack), where });
      },
      { session, opens: true },
    );
  }

  /** At a moment that the caller has; there need be no current video. */
  insertMoment(video: Video, moment: Moment): void {
    const target = this.options.editTarget();
    if (target === undefined) this.options.offerEditing();
    else this.options.writer.write(target, { video, moment, title: undefined }, 'here');
  }

  startClip(): void {
    const start = ({ video, seconds, session }: CurrentVideo, target: EditTarget): void => {
      const from = momentAt(seconds, this.options.settings.peek().lookBack).seconds;
      this.dropStarted();
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
      // Only now, so that the user can try again if writing failed.
      this.dropStarted();
    };
    this.withPlayhead(end, { video: started.video });
  }

  /** Writes the looped clip, which has a start and an end. */
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

  /** Drops the started clip. */
  private dropStarted(): void {
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

  /**
   * Calls `act` with the current video and the edit target. If there is no video, tells the user, and opens the video of the note.
   */
  withPlayhead(act: Act, { video, session, refusal, opens = false }: PlayheadRequest = {}): void {
    const { playback, notes, editTarget } = this.options;
    const target = editTarget();
    const noteVideo = target?.path === undefined ? undefined : notes.videoOf(target.path);
    // First, since everything after this takes time.
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

  /**
   * Acts in the note at `path` when the length of the video is known, which decides the second. If it does not come, tells the
   * user.
   */
  private wait(act: Act, { session, video }: CurrentVideo, path: string | undefined): void {
    const { memory, editTarget, playback } = this.options;
    this.cancelWait();
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
    const cancel = later(PATIENCE, () => {
      end();
      if (tryAgain(true)) return;
      const fault = playback.faultOf(video);
      new Notice(fault === undefined ? words.writing.videoNotLoaded : faultNotice(fault, video));
    });
    const end = (): void => {
      stopListening();
      cancel();
    };
    this.cancelWait = end;
  }

  /** Opens the video of the note, or asks for one, and then calls `act`. */
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
    if (playback.faultOf(video) === 'refused') {
      new Notice(REFUSED);
      return;
    }
    show(video);
    new Notice(words.writing.openedVideo(nameOf(video)));
  }

  /** Acts with a video that has just been opened, if the user is still in the note at `path`. */
  private actWhereLeft(act: Act, video: Video, path: string | undefined): void {
    const { playback, editTarget } = this.options;
    const session = playback.currentVideoOf(video)?.session;
    if (session === undefined || editTarget()?.path !== path) return;
    const left = session.resumeAt.peek();
    if (left !== undefined) session.seek(left);
    this.withPlayhead(act, { session });
  }
}
