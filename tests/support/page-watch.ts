// Everything that goes wrong in the pages of a context while one test runs, and the test's own stand-in for YouTube.
import type { BrowserContext, ConsoleMessage, WebError } from 'playwright-core';
import { routeYouTube, type YouTube } from '../youtube/youtube';
import { guardRequests } from './request-guard';

export interface PageWatch {
  readonly youtube: YouTube;
  /** Console errors, uncaught errors and refused requests of all pages so far, but for the allowed ones. */
  readonly problems: () => readonly string[];
  /** Lets errors or refused requests pass whose text matches, in this test only. */
  readonly allow: (...patterns: readonly RegExp[]) => void;
  /** Throws one error that lists all problems. */
  readonly expectNoErrors: () => void;
  /** Ends the watch; no request is guarded or answered until the next one begins. */
  readonly stop: () => Promise<void>;
}

/** Watches the context and answers its requests; one watch at a time. */
export async function watchPages(context: BrowserContext, hostUrl: string): Promise<PageWatch> {
  const { refused } = await guardRequests(context, hostUrl);
  const youtube = await routeYouTube(context);
  const { errors, stop } = collectErrors(context);
  const allowed: RegExp[] = [];
  const problems = (): readonly string[] => listProblems(errors, refused, allowed);
  return {
    youtube,
    problems,
    allow: (...patterns) => {
      allowed.push(...patterns);
    },
    expectNoErrors: () => {
      const found = problems();
      if (found.length > 0) throw new Error(`The page went wrong:\n- ${found.join('\n- ')}`);
    },
    stop: async () => {
      stop();
      // What a page still asks for as its test ends is answered by nobody, and nobody minds.
      await context.unrouteAll({ behavior: 'ignoreErrors' });
    },
  };
}

function collectErrors(context: BrowserContext): {
  readonly errors: readonly string[];
  readonly stop: () => void;
} {
  const errors: string[] = [];
  const onConsole = (message: ConsoleMessage): void => {
    if (message.type() !== 'error') return;
    const { url, lineNumber } = message.location();
    errors.push(`console.error: ${message.text()} (${url}:${lineNumber})`);
  };
  const onError = (webError: WebError): void => {
    const error = webError.error();
    errors.push(`uncaught: ${error.stack ?? error.message}`);
  };
  context.on('console', onConsole).on('weberror', onError);
  const stop = (): void => {
    context.off('console', onConsole).off('weberror', onError);
  };
  return { errors, stop };
}

/** A frame that the app moves loads anew. What the stand-in's player in it was about to ask for is answered by nobody. */
const ASKED_BEFORE_A_MOVE =
  /ERR_NAME_NOT_RESOLVED \(https:\/\/www\.youtube(-nocookie)?\.com\/stand-in\/media\//;

function listProblems(
  errors: readonly string[],
  refused: readonly string[],
  allowed: readonly RegExp[],
): readonly string[] {
  const requests = refused.map((url) => `refused request: ${url}`);
  // Chromium reports a refused request once more on the console; it is listed once.
  const isEcho = (problem: string): boolean => problem.includes('ERR_BLOCKED_BY_CLIENT');
  const isOfThePage = (problem: string): boolean => !isEcho(problem) && !ASKED_BEFORE_A_MOVE.test(problem);
  return [...requests, ...errors.filter(isOfThePage)].filter(
    (problem) => !allowed.some((pattern) => pattern.test(problem)),
  );
}
