// The title and the author of a video, as its site tells them before a player is there: asked for a new note, and at no other time.
import { requestUrl } from 'obsidian';
import * as v from 'valibot';
import { later } from '../app/later';
import { onFirstUse } from '../core/mean/on-first-use';
import { boundedTitle } from '../core/mean/title';
import { providerOf, type Video } from '../core/mean/provider';
import type { Fault } from '../player/player';
import { words } from '../texts/texts';

/** How long the site has for its answer. Milliseconds. */
const PATIENCE = 8000;

/** By the status of an answer: inferred from excerpts of public code that sorts the answers so. */
const FAULTS: Partial<Record<number, Fault>> = {
  400: 'gone',
  401: 'not-embeddable',
  403: 'gone',
  404: 'gone',
};

const answerSchema = onFirstUse(() => {
  const Name = v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.transform(boundedTitle)));
  return v.object({ title: v.fallback(Name, undefined), author_name: v.fallback(Name, undefined) });
});

export interface VideoFacts {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  /** Why nothing was said; `no-answer` if nobody answered. */
  readonly fault?: Fault | undefined;
}

/** Never rejects: a note can be made without. */
export async function videoFacts(video: Video): Promise<VideoFacts> {
  const provider = providerOf(video);
  const url = provider.oEmbedOf(video);
  if (url === undefined) return { title: provider.fileName(video)?.replace(/\.[a-z\d]{2,5}$/i, '') };
  try {
    const { status, text } = await inTime(requestUrl({ url, throw: false }));
    if (status !== 200) return { fault: FAULTS[status] ?? 'no-answer' };
    const { title, author_name: author } = v.parse(answerSchema(), JSON.parse(text));
    return { title, author };
  } catch {
    return { fault: 'no-answer' };
  }
}

function inTime<T>(answer: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = later(PATIENCE, () => reject(new Error(words.newNote.noAnswer)));
    Promise.resolve(answer).then(resolve, reject).finally(callOff);
  });
}
