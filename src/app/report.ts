// The edge where failures end: one sentence for the user, one line for whoever looks into it.
import { Notice } from 'obsidian';
import type { Cue } from '../playback/cue';
import { pastEndText } from './chip-text';
import { words } from '../texts/texts';

/** Runs what a click, a command or a message asks for; `doing` completes "Could not …". */
export function attempt(doing: string, task: () => Promise<unknown>): void {
  started(task).catch((cause: unknown) => {
    const reason = cause instanceof Error ? ` ${cause.message}` : '';
    new Notice(words.app.couldNot(doing, reason));
    console.error(`Playhead could not ${doing}.`, cause);
  });
}

/** An error that a task throws at once is a failure like any other. */
async function started(task: () => Promise<unknown>): Promise<void> {
  await task();
}

/** Says that a timestamp lies past the end of its video, whose length is given in seconds, so that the video starts at its beginning. */
export function sayPastEnd(cue: Cue, length: number): void {
  new Notice(words.app.startsAtBeginning(pastEndText(cue.written, length)));
}
