// The title and author of a video from its site, which are requested for a new note only.
import { requestUrl } from 'obsidian';
import * as v from 'valibot';
import { later } from '../app/later';
import { onFirstUse } from '../core/mean/on-first-use';
import { boundedTitle } from '../core/mean/title';
import { providerOf, type Video } from '../core/mean/provider';
import type { Fault } from '../player/player';
import { words } from '../texts/texts';

/** Milliseconds that the site has for its answer. */
const PATIENCE = 8000;

/** Faults by the status of the answer, inferred from public code that handles these answers. */
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
  /** The reason for missing facts; `no-answer` if the site did not answer. */
  readonly fault?: Fault | undefined;
}

/** Never rejects: a note can be made without these facts. */
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
