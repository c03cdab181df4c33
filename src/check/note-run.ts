// Goes through many notes, a little at a time: the app stays quick, and of no note is the text kept.
import type { Steps } from '../core/mean/steps';
import type { Change } from '../core/write/rewrite';
import type { NoteRef, NoteTexts } from '../playback/ports';
import { words } from '../texts/texts';

/** A note of which something would be rewritten, or is to be looked at. */
export interface ListedNote {
  /** Keeps its own path. */
  readonly ref: NoteRef;
  /** How many timestamps can be rewritten. */
  readonly rewritable: number;
  /** Tells whether what was found in the note is still the same. */
  readonly fingerprint: number;
  /** Why it could not be read; then nothing is known of it. */
  readonly unread?: string;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface RunOptions {
  /** Lets the app do what waits. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface Outcome<Note = ListedNote> {
  /** The notes that were rewritten. */
  readonly changed: ReadonlySet<Note>;
  readonly timestamps: number;
  /** Why the others were not. One that was not reached is in neither. */
  readonly failures: ReadonlyMap<Note, string>;
}

/** So long it goes on at once; a frame is 16. Milliseconds. */
const LONGEST_TURN = 8;

/** Does all steps, and lets the app have its turn between them. Undefined if the run ends before they do. */
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

/** All that is to be rewritten in a note, and whether it is what was found. */
export interface Rewriting {
  readonly changes: readonly Change[];
  readonly count: number;
  readonly fingerprint: number;
}

/** Rewrites all that can be rewritten in the notes, each in one step. One in which it is something else now is left alone. */
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

/** FNV-1a, over what is said to the user. */
export function fingerprintOf(lines: readonly string[]): number {
  const text = lines.join('\n');
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}
