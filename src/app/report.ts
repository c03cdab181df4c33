// The one place where failures are reported: a sentence for the user, and a line in the console for developers.
import { Notice } from 'obsidian';
import type { Cue } from '../playback/cue';
import { pastEndText } from './chip-text';
import { words } from '../texts/texts';

/** Runs the task of a click, a command or a message; `doing` completes "Could not …". */
export function attempt(doing: string, task: () => Promise<unknown>): void {
  started(task).catch((cause: unknown) => {
    const reason = cause instanceof Error ? ` ${cause.message}` : '';
    new Notice(words.app.couldNot(doing, reason));
    console.error(`Playhead could not ${doing}.`, cause);
  });
}

/** Turns an error that the task throws at once into a rejection. */
async function started(task: () => Promise<unknown>): Promise<void> {
  await task();
}

/**
 * Tells the user that a timestamp lies past the end of its video, which therefore starts at its beginning. `length` is in seconds.
 */
export function sayPastEnd(cue: Cue, length: number): void {
  new Notice(words.app.startsAtBeginning(pastEndText(cue.written, length)));
}
