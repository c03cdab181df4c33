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
import { knownSecond } from '../playback/current-video';
import type { EditTarget } from '../playback/ports';
import type { TimestampWriter } from './timestamp-writer';
import { writeChanges } from './write-changes';

export interface EditSettings {
  /** Whether going to a timestamp also plays it. */
  readonly playOnMove: boolean;
}

export interface EditContext extends Pick<Services, 'playback' | 'notes' | 'memory'> {
  readonly settings: ReadonlySignal<EditSettings & SyntaxSettings>;
  /** The editor that the user was in last. */
  readonly editTarget: () => EditTarget | undefined;
  /** Knows the video of a text that is being edited, also before the app has read its properties. */
  readonly writer: Pick<TimestampWriter, 'videosOf'>;
}

/** The text that is edited, and the timestamps in it. */
interface Edited {
  readonly editTarget: EditTarget;
  readonly caret: number;
  readonly timestamps: readonly LocatedTimestamp[];
}

/** A timestamp that was read, with its place where `core/neighbours` looks for it. */
interface LocatedTimestamp extends ReadTimestamp {
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
const UNSURE =
  'The length of this video is not certain yet. Let it play for some seconds, then move this timestamp.';

class Edits {
  constructor(private readonly context: EditContext) {}

  playAtCaret(): void {
    this.withTimestamp((timestamp, { editTarget }) => this.play(timestamp, editTarget.path));
  }

  move(
    next: (timestamps: readonly LocatedTimestamp[], offset: number) => LocatedTimestamp | undefined,
  ): void {
    const edited = this.edited();
    if (edited === undefined) return;
    const { editTarget, caret, timestamps } = edited;
    const target = next(timestamps, caret);
    if (target === undefined) {
      new Notice('There is no further timestamp.');
      return;
    }
    editTarget.write([], [target.from]);
    editTarget.focus();
    if (this.context.settings.peek().playOnMove) this.play(target, editTarget.path);
  }

  nudge(by: number): void {
    this.withTimestamp(({ timestamp, sureLimit: limit, isSure }, edited) => {
      if (!isSure) {
        new Notice(UNSURE);
        return;
      }
      this.change(
        edited,
        nudge(edited.editTarget.text, timestamp, { by, limit }),
        'This timestamp cannot be moved there.',
      );
    });
  }

  setToPlayhead(): void {
    this.withTimestamp(({ timestamp, video, limit: shown, sureLimit: limit }, edited) => {
      const current = this.context.playback.currentVideoOf(video);
      const seconds = knownSecond(current, shown.exact ? shown.seconds : undefined);
      if (current === undefined) new Notice('The video of this timestamp is not open.');
      else if (current.isElsewhere) new Notice('The player of this timestamp shows another video.');
      else if (seconds === undefined) new Notice('The video of this timestamp has not loaded yet.');
      else this.change(edited, setTo(edited.editTarget.text, timestamp, { seconds, limit }), undefined);
    });
  }

  private play({ video, timestamp }: LocatedTimestamp, note: string | undefined): void {
    if (video === undefined) {
      new Notice('This timestamp has no video.');
      return;
    }
    const { playback } = this.context;
    attempt('play this timestamp', () => playback.play({ ...timestamp, video, note }));
  }

  private change(
    { editTarget, caret }: Edited,
    changes: readonly Change[],
    otherwise: string | undefined,
  ): void {
    if (changes.length > 0) writeChanges(editTarget, changes, caret);
    else if (otherwise !== undefined) new Notice(otherwise);
    editTarget.focus();
  }

  private withTimestamp(act: (timestamp: LocatedTimestamp, edited: Edited) => void): void {
    const edited = this.edited();
    if (edited === undefined) return;
    const timestamp = timestampAt(edited.timestamps, edited.caret);
    if (timestamp === undefined) new Notice('There is no timestamp at the caret.');
    else act(timestamp, edited);
  }

  private edited(): Edited | undefined {
    const editTarget = this.context.editTarget();
    if (editTarget === undefined) {
      new Notice('No note is being edited.');
      return undefined;
    }
    const { writer } = this.context;
    const note = { ...contextOf(editTarget.path ?? '', this.context), videos: writer.videosOf(editTarget) };
    const read = readTimestamps(editTarget.text, note);
    const timestamps = read.map((one) => ({ ...one, from: one.timestamp.from, to: one.timestamp.to }));
    return { editTarget, caret: editTarget.selections[0]?.to ?? 0, timestamps };
  }
}
