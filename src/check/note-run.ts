// Goes through many notes in short turns, so that the app stays responsive. The text of no note is kept.
import type { Steps } from '../core/mean/steps';
import type { Change } from '../core/write/rewrite';
import type { NoteRef, NoteTexts } from '../playback/ports';
import { words } from '../texts/texts';

/** A note that has something to rewrite or to look at. */
export interface ListedNote {
  /** The note in the vault, which knows its path after a rename too. */
  readonly ref: NoteRef;
  /** The number of timestamps that can be rewritten. */
  readonly rewritable: number;
  /** Changes if the findings in the note change. */
  readonly fingerprint: number;
  /** The reason why the note could not be read. */
  readonly unread?: string;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface RunOptions {
  /** Lets the app run its waiting tasks. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface Outcome<Note = ListedNote> {
  /** The notes that were rewritten. */
  readonly changed: ReadonlySet<Note>;
  readonly timestamps: number;
  /** The reasons for the notes that were not rewritten. A note that was not reached is in neither. */
  readonly failures: ReadonlyMap<Note, string>;
}

/** The longest time without a pause, in milliseconds. A frame is 16. */
const LONGEST_TURN = 8;

/** Runs all steps, with pauses for the app between them. Undefined if the run is cancelled before the end. */
export type InSteps = <Result>(steps: Steps<Result>) => Promise<Result | undefined>;

export async function eachInTurn<T>(
  items: readonly T[],
  { pause, signal, onProgress }: RunOptions,
  act: (item: T, inSteps: InSteps) => Promise<void>,
): Promise<void> {
  let done = 0;
  let since = performance.now();
  const rest = async (): Promise<void> => {
    if (performance.now() - since < LONGEST_TURN) return;
    onProgress({ done, total: items.length });
    await pause();
    since = performance.now();
  };
  const inSteps: InSteps = async (steps) => {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await rest();
      if (signal.aborted) return undefined;
    }
  };
  for (const item of items) {
    if (signal.aborted) return;
    await act(item, inSteps);
    done += 1;
    await rest();
  }
  onProgress({ done: items.length, total: items.length });
}

/** The rewriting of a note, and whether its findings are still the listed ones. */
export interface Rewriting {
  readonly changes: readonly Change[];
  readonly count: number;
  readonly fingerprint: number;
}

/** Rewrites the listed timestamps of the notes, each note in one undo step. A note whose findings have changed is left alone. */
export async function rewriteEach<Note extends ListedNote>(
  notes: readonly Note[],
  options: RunOptions & { readonly texts: Pick<NoteTexts, 'change'> },
  rewritingOf: (path: string, text: string) => Rewriting,
): Promise<Outcome<Note>> {
  const failures = new Map<Note, string>();
  const changed = new Set<Note>();
  let timestamps = 0;
  await eachInTurn(notes, options, async (note) => {
    const { path } = note.ref;
    let count = 0;
    try {
      await options.texts.change(path, (text) => {
        const rewriting = rewritingOf(path, text);
        if (rewriting.fingerprint !== note.fingerprint) throw new Error(words.shared.changedSinceCheck);
        ({ count } = rewriting);
        return rewriting.changes;
      });
      timestamps += count;
      changed.add(note);
    } catch (cause) {
      failures.set(note, reasonOf(cause));
    }
  });
  return { changed, timestamps, failures };
}

export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** FNV-1a over the lines that the user sees. */
export function fingerprintOf(lines: readonly string[]): number {
  const text = lines.join('\n');
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}
