// Commands on the timestamps of the text that is being edited: play, go to, move.
import type { ReadonlySignal } from '@preact/signals-core';
import { Notice } from 'obsidian';
import type { CommandEntry } from '../app/commands';
import { contextOf } from '../app/note-context';
import { attempt } from '../app/report';
import type { Services } from '../app/services';
import type { SyntaxSettings } from '../core/mean/syntax';
import { readTimestamps, type ReadTimestamp } from '../core/read/reading';
import { timestampAt, timestampBefore, timestampBehind } from '../core/read/neighbours';
import { nudge, setTo } from '../core/write/nudge';
import type { Change } from '../core/write/rewrite';
import { knownSecond } from '../playback/now';
import type { WritingPlace } from '../playback/ports';
import type { TimestampWriter } from './timestamp-writer';
import { writeChanges } from './write-changes';

export interface EditSettings {
  /** Whether going to a timestamp also plays it. */
  readonly playOnMove: boolean;
}

export interface EditContext extends Pick<Services, 'playback' | 'notes' | 'memory'> {
  readonly settings: ReadonlySignal<EditSettings & SyntaxSettings>;
  /** The editor that the user was in last. */
  readonly writingPlace: () => WritingPlace | undefined;
  /** Knows the video of a text that is being edited, also before the app has read its properties. */
  readonly writer: Pick<TimestampWriter, 'videosOf'>;
}

/** The text that is edited, and the timestamps in it. */
interface Edited {
  readonly place: WritingPlace;
  readonly caret: number;
  readonly timestamps: readonly Placed[];
}

/** A timestamp that was read, with its place where `core/neighbours` looks for it. */
interface Placed extends ReadTimestamp {
  readonly from: number;
  readonly to: number;
}

export const EDIT_COMMANDS: readonly CommandEntry<EditContext>[] = [
  {
    id: 'play-at-caret',
    name: 'Play timestamp at caret',
    run: (context) => new Edits(context).playAtCaret(),
  },
  {
    id: 'next-timestamp',
    name: 'Move caret to next timestamp',
    repeatable: true,
    run: (context) => new Edits(context).move(timestampBehind),
  },
  {
    id: 'previous-timestamp',
    name: 'Move caret to previous timestamp',
    repeatable: true,
    run: (context) => new Edits(context).move(timestampBefore),
  },
  {
    id: 'nudge-forward',
    name: 'Nudge timestamp +1 s',
    repeatable: true,
    run: (context) => new Edits(context).nudge(1),
  },
  {
    id: 'nudge-back',
    name: 'Nudge timestamp −1 s',
    repeatable: true,
    run: (context) => new Edits(context).nudge(-1),
  },
  {
    id: 'set-to-playhead',
    name: 'Set timestamp to current time',
    run: (context) => new Edits(context).setToPlayhead(),
  },
];

/** The meaning of a timestamp goes by a length that may be wrong. */
const UNSURE = 'The length of this video is not certain yet. Play it for a few seconds first.';

class Edits {
  constructor(private readonly context: EditContext) {}

  playAtCaret(): void {
    this.withTimestamp((timestamp, { place }) => this.play(timestamp, place.path));
  }

  move(next: (timestamps: readonly Placed[], offset: number) => Placed | undefined): void {
    const edited = this.edited();
    if (edited === undefined) return;
    const { place, caret, timestamps } = edited;
    const target = next(timestamps, caret);
    if (target === undefined) {
      new Notice('There are no more timestamps.');
      return;
    }
    place.write([], [target.from]);
    place.focus();
    if (this.context.settings.peek().playOnMove) this.play(target, place.path);
  }

  nudge(by: number): void {
    this.withTimestamp(({ timestamp, sureLimit: limit, isSure }, edited) => {
      if (!isSure) {
        new Notice(UNSURE);
        return;
      }
      this.change(
        edited,
        nudge(edited.place.text, timestamp, { by, limit }),
        'This timestamp cannot be moved further.',
      );
    });
  }

  setToPlayhead(): void {
    this.withTimestamp(({ timestamp, video, limit: shown, sureLimit: limit }, edited) => {
      const now = this.context.playback.nowOf(video);
      const seconds = knownSecond(now, shown.exact ? shown.seconds : undefined);
      if (now === undefined) new Notice('The video of this timestamp is not open.');
      else if (now.isElsewhere) new Notice('The player is showing another video.');
      else if (seconds === undefined) new Notice('The video of this timestamp has not loaded yet.');
      else this.change(edited, setTo(edited.place.text, timestamp, { seconds, limit }), undefined);
    });
  }

  private play({ video, timestamp }: Placed, note: string | undefined): void {
    if (video === undefined) {
      new Notice('This timestamp has no video.');
      return;
    }
    const { playback } = this.context;
    attempt('play this timestamp', () => playback.play({ ...timestamp, video, note }));
  }

  private change({ place, caret }: Edited, changes: readonly Change[], otherwise: string | undefined): void {
    if (changes.length > 0) writeChanges(place, changes, caret);
    else if (otherwise !== undefined) new Notice(otherwise);
    place.focus();
  }

  private withTimestamp(act: (timestamp: Placed, edited: Edited) => void): void {
    const edited = this.edited();
    if (edited === undefined) return;
    const timestamp = timestampAt(edited.timestamps, edited.caret);
    if (timestamp === undefined) new Notice('There is no timestamp at the caret.');
    else act(timestamp, edited);
  }

  private edited(): Edited | undefined {
    const place = this.context.writingPlace();
    if (place === undefined) {
      new Notice('Open a note for editing first.');
      return undefined;
    }
    const { writer } = this.context;
    const note = { ...contextOf(place.path ?? '', this.context), videos: writer.videosOf(place) };
    const read = readTimestamps(place.text, note);
    const timestamps = read.map((one) => ({ ...one, from: one.timestamp.from, to: one.timestamp.to }));
    return { place, caret: place.selections[0]?.to ?? 0, timestamps };
  }
}
