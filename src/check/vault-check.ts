// Checks the notes of the whole vault, a little at a time: the app stays quick, and of no note is the text kept.
import { checkText, findDoubtful, isUndisputed, type Finding } from '../core/write/repair';
import type { Change } from '../core/write/rewrite';
import { contextOf } from '../app/note-context';
import type { NoteRef } from '../playback/ports';
import type { CheckSources } from './check-note-modal';

/** The counts of a note's findings. */
export interface CheckedNote {
  /** Keeps its own path. */
  readonly ref: NoteRef;
  readonly findings: number;
  /** How many of them can be rewritten. */
  readonly rewritable: number;
  /** Whether the length of a video of it is not known, so that nothing was compared with its end. */
  readonly isUnmeasured?: boolean;
  /** Tells whether the findings of a note are still the same. */
  readonly fingerprint: number;
  /** Why it could not be read; then nothing is known of it. */
  readonly unread?: string;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface VaultCheckOptions {
  readonly sources: CheckSources;
  /** Lets the app do what waits. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Called for each note with a video of which no length is known. */
  readonly onUnmeasured?: () => void;
}

export interface Outcome {
  /** The notes that were rewritten. */
  readonly changed: ReadonlySet<CheckedNote>;
  readonly timestamps: number;
  /** Why the others were not. One that was not reached is in neither. */
  readonly failures: ReadonlyMap<CheckedNote, string>;
}

/** So long it goes on at once; a frame is 16. Milliseconds. */
const LONGEST_TURN = 8;

/** A mark of every text with something to find in it. */
const MARKED = /yt-timestamp|\d:\d|[#?&;](?:t|start)=|youtu/i;

/** Calls `onFound` for each note that has findings or cannot be read. */
export async function checkVault(
  options: VaultCheckOptions,
  onFound: (note: CheckedNote) => void,
): Promise<void> {
  const { sources } = options;
  await eachInTurn(sources.texts.all(), options, async (path) => {
    const found = await readNote(path, sources).catch((cause: unknown) =>
      unreadNote(sources.notes.note(path), cause),
    );
    if (found?.isUnmeasured === true) options.onUnmeasured?.();
    if (found !== undefined && (found.findings > 0 || found.unread !== undefined)) onFound(found);
  });
}

async function readNote(path: string, sources: CheckSources): Promise<CheckedNote | undefined> {
  const text = await sources.texts.read(path);
  return MARKED.test(text) ? checkOf(path, text, sources) : undefined;
}

function unreadNote(ref: NoteRef, cause: unknown): CheckedNote {
  return { ref, findings: 0, rewritable: 0, fingerprint: 0, unread: reasonOf(cause) };
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** The findings of one note; undefined if there are none. */
export function checkedNote(path: string, text: string, sources: CheckSources): CheckedNote | undefined {
  const checked = checkOf(path, text, sources);
  return checked.findings === 0 ? undefined : checked;
}

function checkOf(path: string, text: string, sources: CheckSources): CheckedNote {
  const { findings, unmeasured } = checkText(text, contextOf(path, sources));
  const rewritable = findings.filter(isUndisputed).length;
  const ref = sources.notes.note(path);
  const isUnmeasured = unmeasured.length > 0;
  return { ref, findings: findings.length, rewritable, isUnmeasured, fingerprint: fingerprintOf(findings) };
}

/** Rewrites all that can be rewritten in the notes, each in one step. One whose findings are others now is left alone. */
export async function rewriteNotes(
  notes: readonly CheckedNote[],
  options: VaultCheckOptions,
): Promise<Outcome> {
  const { sources } = options;
  const failures = new Map<CheckedNote, string>();
  const changed = new Set<CheckedNote>();
  let timestamps = 0;
  await eachInTurn(notes, options, async (note) => {
    try {
      timestamps += await rewriteNote(note, sources);
      changed.add(note);
    } catch (cause) {
      failures.set(note, reasonOf(cause));
    }
  });
  return { changed, timestamps, failures };
}

async function rewriteNote({ ref, fingerprint }: CheckedNote, sources: CheckSources): Promise<number> {
  let count = 0;
  const { path } = ref;
  const changesIn = (text: string): readonly Change[] => {
    const findings = findDoubtful(text, contextOf(path, sources));
    if (fingerprintOf(findings) !== fingerprint) throw new Error('It has changed since it was checked.');
    const rewritable = findings.filter(isUndisputed);
    count = rewritable.length;
    return rewritable.flatMap(({ changes }) => changes);
  };
  await sources.texts.change(path, changesIn);
  return count;
}

async function eachInTurn<T>(
  items: readonly T[],
  { pause, signal, onProgress }: VaultCheckOptions,
  act: (item: T) => Promise<void>,
): Promise<void> {
  let since = performance.now();
  for (const [done, item] of items.entries()) {
    if (signal.aborted) return;
    await act(item);
    if (performance.now() - since < LONGEST_TURN) continue;
    onProgress({ done: done + 1, total: items.length });
    await pause();
    since = performance.now();
  }
  onProgress({ done: items.length, total: items.length });
}

/** FNV-1a, over what is said of the findings to the user. */
function fingerprintOf(findings: readonly Finding[]): number {
  const text = findings
    .map(({ source, becomes, isSure }) => `${source}\0${becomes ?? ''}\0${isSure ? '' : '?'}`)
    .join('\n');
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}
