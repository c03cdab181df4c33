// Writes timestamps at the playhead of what is watched.
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
import { knownSecond, nowOf, type Now } from '../playback/now';
import type { PaneSession } from '../playback/pane-session';
import type { WritingPlace } from '../playback/ports';
import type { TimestampWriter } from './timestamp-writer';

export interface InsertSettings {
  /** How long before the playhead a timestamp is, since what it cites was said before the user reached for the key. Seconds. */
  readonly lookBack: number;
  readonly pauseOnInsert: boolean;
}

export interface InsertingOptions extends Pick<Services, 'playback' | 'notes' | 'memory' | 'askForVideo'> {
  readonly settings: ReadonlySignal<InsertSettings>;
  readonly writer: TimestampWriter;
  /** The editor that the user was in last. */
  readonly writingPlace: () => WritingPlace | undefined;
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

type Act = (now: Now, place: WritingPlace) => void;

const REFUSED =
  'YouTube refuses to play in this app, so there is no time to insert. Type it in brackets, such as [12:34].';

const ELSEWHERE = 'The player is showing another video, so there is no time to insert.';

const NOWHERE = 'Open a note for editing first.';

const GONE = 'You left the note, so nothing was inserted.';

/** How long a timestamp waits for a video that loads. Milliseconds. */
const PATIENCE = 3000;

/** Whose playhead is wanted. */
interface Preferred {
  readonly video?: Video | undefined;
  readonly session?: PaneSession | undefined;
  /** Whether it is done with a video that had to be opened first, too: at its beginning, or where the user left it. */
  readonly opens?: boolean;
  /** Why nothing comes of what is watched, wherever the user writes. */
  readonly refusal?: (now: Now) => string | undefined;
}

export class Inserting {
  /** The start of the clip that the user has not ended yet. */
  private started: Started | undefined;

  /** Whoever sees nothing happen asks again: one waits at a time, the latest. */
  private callOffWait: () => void = () => undefined;

  constructor(private readonly options: InsertingOptions) {}

  /** At the playhead of what is watched; with `session`, of that pane. */
  insert(where: Placing, session?: PaneSession): void {
    const { lookBack } = this.options.settings.peek();
    this.withPlayhead(
      (now, place) => {
        this.write(now, place, { moment: momentAt(now.seconds, lookBack), where });
      },
      { session, opens: true },
    );
  }

  /** A moment that whoever asks for it knows: nothing has to be watched. */
  insertMoment(video: Video, moment: Moment): void {
    const place = this.options.writingPlace();
    if (place === undefined) new Notice(NOWHERE);
    else this.options.writer.write(place, { video, moment, title: undefined }, 'here');
  }

  startClip(): void {
    const start = ({ video, seconds, session }: Now, place: WritingPlace): void => {
      const from = momentAt(seconds, this.options.settings.peek().lookBack).seconds;
      this.callOff();
      const notice = new Notice(`Clip starts at ${formatCompact(from)}. Run “End clip” to insert it.`);
      this.started = { video, seconds: from, session, notice };
      session.openedClip.value = from;
      place.focus();
    };
    this.withPlayhead(start, { opens: true });
  }

  endClip(): void {
    const { started } = this;
    if (started === undefined) {
      new Notice('Start a clip first.');
      return;
    }
    const end = (now: Now, place: WritingPlace): void => {
      if (!sameVideo(now.video, started.video)) {
        new Notice('The clip was started in another video.');
        return;
      }
      this.write(now, place, { moment: clipBetween(started.seconds, now.seconds), where: 'here' });
      // Only now: what could not be written can be ended again.
      this.callOff();
    };
    this.withPlayhead(end, { video: started.video });
  }

  /** Nothing is started any more. */
  private callOff(): void {
    if (this.started === undefined) return;
    this.started.notice.hide();
    this.started.session.openedClip.value = undefined;
    this.started = undefined;
  }

  /** Writes a moment of what is watched. */
  readonly write = (
    { video, title, session }: Now,
    place: WritingPlace,
    { moment, where, embed, quote }: Written,
  ): void => {
    const { writer, settings, pause } = this.options;
    writer.write(place, { video, moment, title, embed, quote }, where);
    if (settings.peek().pauseOnInsert) pause(session);
  };

  /** Calls `act` with what is watched and where the user writes; or says why not, and opens a video to watch. */
  withPlayhead(act: Act, { video, session, refusal, opens = false }: Preferred = {}): void {
    const { playback, notes, writingPlace } = this.options;
    const place = writingPlace();
    const noteVideo = place?.path === undefined ? undefined : notes.videoOf(place.path);
    // At once: what is done from here on takes some of the time that is to be exact.
    const now = session === undefined ? playback.now(video ?? noteVideo) : nowOf(session);
    const refused = now === undefined ? undefined : refusal?.(now);
    if (refused !== undefined) new Notice(refused);
    else if (now?.isElsewhere === true) new Notice(ELSEWHERE);
    else if (place === undefined) new Notice(NOWHERE);
    else if (now === undefined) this.open(place, opens ? act : undefined);
    else if (!this.actIfKnown(act, now, place)) this.wait(act, now, place.path);
  }

  private actIfKnown(act: Act, now: Now, place: WritingPlace): boolean {
    const seconds = knownSecond(now, this.options.memory.length(now.video).peek());
    if (seconds !== undefined) act({ ...now, seconds }, place);
    return seconds !== undefined;
  }

  /** Acts as soon as the length of the video tells which second it is at, in the note at `path`; says so if it does not come. */
  private wait(act: Act, { session, video }: Now, path: string | undefined): void {
    const { memory, writingPlace } = this.options;
    this.callOffWait();
    const tryAgain = (isLast: boolean): boolean => {
      const now = nowOf(session);
      const place = writingPlace();
      if (now === undefined || !sameVideo(now.video, video)) return false;
      if (place === undefined || place.path !== path) {
        new Notice(GONE);
        return true;
      }
      return this.actIfKnown(act, { ...now, isSettled: now.isSettled || (isLast && now.isPlaying) }, place);
    };
    const stopListening = memory.length(video).subscribe((length) => {
      if (length === undefined) return;
      end();
      tryAgain(false);
    });
    const callOff = later(PATIENCE, () => {
      end();
      if (!tryAgain(true)) new Notice('The video has not loaded yet. Try again in a moment.');
    });
    const end = (): void => {
      stopListening();
      callOff();
    };
    this.callOffWait = end;
  }

  /** Opens the video of the note; if there is none, asks for one. `act` goes on with it. */
  private open(place: WritingPlace, act: Act | undefined): void {
    const { playback, writer, askForVideo } = this.options;
    const show = (video: Video): void => {
      attempt('open the video', async () => {
        await playback.show(video);
        if (act !== undefined) this.actWhereLeft(act, video, place.path);
      });
    };
    const video = writer.videoOf(place);
    if (video === undefined) {
      askForVideo(place.path, show);
      return;
    }
    if (playback.isRefused(video)) {
      new Notice(REFUSED);
      return;
    }
    show(video);
    new Notice(`Opened the video of this note: ${nameOf(video)}`);
  }

  /** Acts with a video that has just been opened, where the user left it, if they are still in the note at `path`. */
  private actWhereLeft(act: Act, video: Video, path: string | undefined): void {
    const { playback, writingPlace } = this.options;
    const session = playback.nowOf(video)?.session;
    if (session === undefined || writingPlace()?.path !== path) return;
    const left = session.resumeAt.peek();
    if (left !== undefined) session.seek(left);
    this.withPlayhead(act, { session });
  }
}
