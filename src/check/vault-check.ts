// Checks the notes of the whole vault.
import { resultOf, type Steps } from '../core/mean/steps';
import { checkSteps, type Checked, type Finding } from '../core/write/repair';
import type { Change } from '../core/write/rewrite';
import { contextOf } from '../app/note-context';
import { chosenChanges } from './check-choices';
import type { CheckSources } from './check-note-modal';
import {
  eachInTurn,
  fingerprintOf,
  reasonOf,
  rewriteEach,
  type InSteps,
  type ListedNote,
  type Outcome,
  type Rewriting,
  type RunOptions,
} from './note-run';

/** The counts of a note's findings. */
export interface CheckedNote extends ListedNote {
  readonly findings: number;
  /** Whether the length of a video of it is not known, so that nothing was compared with its end. */
  readonly isUnmeasured?: boolean;
}

export interface VaultCheckOptions extends RunOptions {
  readonly sources: CheckSources;
  /** Called for each note with a video of which no length is known. */
  readonly onUnmeasured?: () => void;
}

/** Matches every text that may have findings. */
export const MARKED = /yt-timestamp|\d:\d|\d[hms]\b|[#?&;](?:t|start)=|youtu/i;

/** Calls `onFound` for each note that has findings or cannot be read. */
export async function checkVault(
  options: VaultCheckOptions,
  onFound: (note: CheckedNote) => void,
): Promise<void> {
  const { sources } = options;
  await eachInTurn(sources.texts.all(), options, async (path, inSteps) => {
    const found = await readNote(path, sources, inSteps).catch((cause: unknown) => ({
      ...{ ref: sources.notes.note(path), findings: 0, rewritable: 0, fingerprint: 0 },
      unread: reasonOf(cause),
      isUnmeasured: false,
    }));
    if (found?.isUnmeasured === true) options.onUnmeasured?.();
    if (found !== undefined && (found.findings > 0 || found.unread !== undefined)) onFound(found);
  });
}

async function readNote(
  path: string,
  sources: CheckSources,
  inSteps: InSteps,
): Promise<CheckedNote | undefined> {
  const text = await sources.texts.read(path);
  return MARKED.test(text) ? inSteps(noteSteps(path, text, sources)) : undefined;
}

/** The findings of one note; undefined if there are none. */
export function checkedNote(path: string, text: string, sources: CheckSources): CheckedNote | undefined {
  const checked = resultOf(noteSteps(path, text, sources));
  return checked.findings === 0 ? undefined : checked;
}

function* noteSteps(path: string, text: string, sources: CheckSources): Steps<CheckedNote> {
  const { findings, unmeasured } = yield* findingsSteps(path, text, sources);
  const { count, fingerprint } = rewritingOf(path, findings, sources);
  return {
    ref: sources.notes.note(path),
    findings: findings.length,
    rewritable: count,
    isUnmeasured: unmeasured.length > 0,
    fingerprint,
  };
}

function* findingsSteps(path: string, text: string, sources: CheckSources): Steps<Checked> {
  const videos = yield* sources.notes.videosInSteps(path, text);
  return yield* checkSteps(text, contextOf(path, sources, videos));
}

/** Counts and rewrites the findings that the user has chosen in the note's own check; without choices, the undisputed ones. */
function rewritingOf(path: string, findings: readonly Finding[], { choices }: CheckSources): Rewriting {
  const chosen = chosenChanges(choices.notes.get(path)?.findings ?? new Map(), findings);
  return {
    changes: chosen.flat(),
    count: chosen.filter(({ length }) => length > 0).length,
    fingerprint: fingerprintOf(findings.map((finding, index) => saidOf(finding, chosen[index]))),
  };
}

/** Rewrites the timestamps of the notes, each note in one undo step. A note whose findings have changed is left alone. */
export function rewriteNotes(
  notes: readonly CheckedNote[],
  options: VaultCheckOptions,
): Promise<Outcome<CheckedNote>> {
  const { sources } = options;
  return rewriteEach(notes, { ...options, texts: sources.texts }, (path, text) =>
    rewritingOf(path, resultOf(findingsSteps(path, text, sources)).findings, sources),
  );
}

function saidOf({ source, becomes, isSure }: Finding, chosen: readonly Change[] = []): string {
  return [source, becomes, isSure, chosen[0]?.insert].join('\0');
}
