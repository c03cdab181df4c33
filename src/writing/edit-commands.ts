// Commands for the timestamps in the editor: play, go to, move.
import type { ReadonlySignal } from '@preact/signals-core';
import { Notice } from 'obsidian';
import type { CommandEntry } from '../app/commands';
import { faultNotice } from '../app/fault';
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
import { words } from '../texts/texts';

export interface EditSettings {
  /** Whether going to a timestamp also plays it. */
  readonly playOnMove: boolean;
}

export interface EditContext extends Pick<Services, 'playback' | 'notes' | 'memory' | 'offerEditing'> {
  readonly settings: ReadonlySignal<EditSettings & SyntaxSettings>;
  /** The editor that the user was in last. */
  readonly editTarget: () => EditTarget | undefined;
  /** Tells which videos the text in an editor is about, even before the app has read its properties. */
  readonly writer: Pick<TimestampWriter, 'videosOf'>;
}

/** The text in the editor, and its timestamps. */
interface Edited {
  readonly editTarget: EditTarget;
  readonly caret: number;
  readonly timestamps: readonly LocatedTimestamp[];
}

/** A timestamp that was read, with the place that `core/neighbours` needs. */
interface LocatedTimestamp extends ReadTimestamp {
  readonly from: number;
  readonly to: number;
}

export const EDIT_COMMANDS: readonly CommandEntry<EditContext>[] = [
  {
    id: 'play-at-caret',
    name: words.writing.playTimestampAtCaret,
    run: (context) => new Edits(context).playAtCaret(),
  },
  {
    id: 'next-timestamp',
    name: words.writing.moveToNext,
    repeatable: true,
    run: (context) => new Edits(context).move(timestampBehind),
  },
  {
    id: 'previous-timestamp',
    name: words.writing.moveToPrevious,
    repeatable: true,
    run: (context) => new Edits(context).move(timestampBefore),
  },
  {
    id: 'nudge-forward',
    name: words.writing.nudgeOn,
    repeatable: true,
    run: (context) => new Edits(context).nudge(1),
  },
  {
    id: 'nudge-back',
    name: words.writing.nudgeBack,
    repeatable: true,
    run: (context) => new Edits(context).nudge(-1),
  },
  {
    id: 'set-to-playhead',
    name: words.writing.setToCurrent,
    run: (context) => new Edits(context).setToPlayhead(),
  },
];

/** The notice for a timestamp that may mean another second, since the length of its video is not confirmed. */
const LENGTH_NOT_CERTAIN = words.writing.lengthNotCertain;

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
      new Notice(words.writing.noFurtherTimestamp);
      return;
    }
    editTarget.write([], [target.from]);
    editTarget.focus();
    if (this.context.settings.peek().playOnMove) this.play(target, editTarget.path);
  }

  nudge(by: number): void {
    this.withTimestamp(({ timestamp, sureLimit: limit, isSure }, edited) => {
      if (!isSure) {
        new Notice(LENGTH_NOT_CERTAIN);
        return;
      }
      this.change(edited, nudge(edited.editTarget.text, timestamp, { by, limit }), words.writing.cannotNudge);
    });
  }

  setToPlayhead(): void {
    this.withTimestamp(({ timestamp, video, limit: shown, sureLimit: limit }, edited) => {
      const current = this.context.playback.currentVideoOf(video);
      const seconds = knownSecond(current, shown.exact ? shown.seconds : undefined);
      const fault = this.context.playback.faultOf(video);
      if (fault !== undefined && video !== undefined) new Notice(faultNotice(fault, video));
      else if (current === undefined) new Notice(words.writing.videoNotOpen);
      else if (current.isElsewhere) new Notice(words.writing.playerShowsOther);
      else if (seconds === undefined) new Notice(words.writing.videoNotLoaded);
      else this.change(edited, setTo(edited.editTarget.text, timestamp, { seconds, limit }), undefined);
    });
  }

  private play({ video, timestamp }: LocatedTimestamp, note: string | undefined): void {
    if (video === undefined) {
      new Notice(words.writing.timestampWithoutVideo);
      return;
    }
    const { playback } = this.context;
    attempt(words.actions.playTimestamp, () => playback.play({ ...timestamp, video, note }));
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
    if (timestamp === undefined) new Notice(words.writing.noTimestampAtCaret);
    else act(timestamp, edited);
  }

  private edited(): Edited | undefined {
    const editTarget = this.context.editTarget();
    if (editTarget === undefined) {
      this.context.offerEditing();
      return undefined;
    }
    const { writer } = this.context;
    const note = { ...contextOf(editTarget.path ?? '', this.context), videos: writer.videosOf(editTarget) };
    const read = readTimestamps(editTarget.text, note);
    const timestamps = read.map((one) => ({ ...one, from: one.timestamp.from, to: one.timestamp.to }));
    return { editTarget, caret: editTarget.selections[0]?.to ?? 0, timestamps };
  }
}
