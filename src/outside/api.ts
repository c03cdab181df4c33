// The API of the plugin, for other plugins and scripts: `app.plugins.plugins.playhead.api`. Described in docs/api.md.
import { effect, signal, untracked } from '@preact/signals-core';
import { contextOf } from '../app/note-context';
import type { Services } from '../app/services';
import { boundedTitle } from '../core/mean/title';
import { nameOf, type Video } from '../core/mean/video';
import { readTimestamps, secondsOf } from '../core/read/reading';
import { checkText } from '../core/write/repair';
import { knownSecond } from '../playback/current-video';
import type { PaneSession } from '../playback/pane-session';
import { words } from '../texts/texts';

/** A video is named as in a note: by a YouTube id or address, or by the path or address of a file. Times are seconds. */
export interface PlayheadApi {
  /** Increased by every breaking change. */
  readonly version: 1;
  /** The current video; undefined if there is none. */
  current(): Playing | undefined;
  /** Plays a video from a second, and up to `end` if that is given, in the pane that a click would use. */
  play(video: string, seconds?: number, end?: number): Promise<void>;
  /** Writes the current time at the caret, like the command. */
  insert(): void;
  /** The timestamps that are chips in the note at `path`. */
  timestamps(path: string): Promise<readonly ApiTimestamp[]>;
  /**
   * Calls `callback` when a video starts, pauses or ends, and about once per second while it plays. The returned function ends
   * that.
   */
  onPlaying(callback: (now: Playing | undefined) => void): () => void;
}

export interface Playing {
  readonly video: string;
  readonly title: string | undefined;
  /** Undefined until it is known. */
  readonly seconds: number | undefined;
  readonly length: number | undefined;
  readonly isPlaying: boolean;
}

export interface ApiTimestamp {
  /** Its range in the text of the note, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Undefined if the note has no video. */
  readonly video: string | undefined;
  /** The second that it plays; undefined if it is past the end of the video, or no time. */
  readonly seconds: number | undefined;
  readonly end: number | undefined;
}

export interface CheckedTimestamp extends ApiTimestamp {
  readonly reasons: readonly string[];
  /** The replacement; undefined if it is not clear what is meant. */
  readonly becomes: string | undefined;
}

/** The services that the API shares with links and the command line. */
export interface Outside {
  readonly api: PlayheadApi;
  /** Called for each new pane. The returned function ends its reports. */
  readonly opened: (session: PaneSession) => () => void;
  /** The timestamps of the note at `path` that a check would list. */
  readonly check: (path: string) => Promise<readonly CheckedTimestamp[]>;
  readonly dispose: () => void;
}

export function outside(services: Services, insert: () => void): Outside {
  const { notes, playback, texts } = services;
  const sessions = signal<readonly PaneSession[]>([]);
  const ends = new Set<() => void>();
  let isEnded = false;
  const whileOn = (): void => {
    if (isEnded) throw new Error(words.app.disabled);
  };
  const current = (): Playing | undefined => untracked(() => playingNow(services));
  const api: PlayheadApi = {
    version: 1,
    current: () => {
      whileOn();
      return current();
    },
    play: async (name, seconds = 0, end) => {
      whileOn();
      const video = notes.namedVideo(name, '');
      if (video === undefined) throw new Error(words.outside.notAVideo(boundedTitle(name)));
      await playback.play(exactCue(video, seconds, end));
    },
    insert: () => {
      whileOn();
      insert();
    },
    timestamps: async (path) => {
      whileOn();
      const { text, context } = await readNote(path, services);
      return readTimestamps(text, context).map(
        ({ timestamp: { from, to }, video, interpretation, clipEnd }) => ({
          ...{ from, to, text: text.slice(from, to), video: nameIfAny(video) },
          ...{ seconds: secondsOf(interpretation), end: clipEnd },
        }),
      );
    },
    onPlaying: (callback) => {
      whileOn();
      const end = subscribe(sessions, current, callback);
      ends.add(end);
      return () => {
        ends.delete(end);
        end();
      };
    },
  };
  return {
    api: Object.freeze(api),
    opened: (session) => {
      sessions.value = [...sessions.peek(), session];
      return () => {
        sessions.value = sessions.peek().filter((one) => one !== session);
      };
    },
    check: async (path) => {
      const { text, context } = await readNote(path, services);
      return checkText(text, context).findings.map((finding) => ({
        ...{ from: finding.timestamp.from, to: finding.timestamp.to, text: finding.source },
        ...{
          video: nameIfAny(finding.video),
          seconds: secondsOf(finding.interpretation),
          end: finding.clipEnd,
        },
        ...{ reasons: finding.reasons, becomes: finding.becomes },
      }));
    },
    dispose: () => {
      isEnded = true;
      for (const end of ends) end();
      ends.clear();
    },
  };

  async function readNote(path: string, sources: Services) {
    const text = await texts.read(path);
    const videos = await notes.readVideos(path);
    return { text, context: untracked(() => ({ ...contextOf(path, sources), videos })) };
  }
}

/** A cue for exactly this second, whatever the length of the video is. */
export function exactCue(video: Video, seconds: number, end?: number) {
  if (!(seconds >= 0 && Number.isFinite(seconds))) throw new Error(words.outside.notASecond);
  const isClip = end !== undefined && end > seconds;
  const written = { time: String(seconds), label: '' };
  return { video, written, end: isClip ? String(end) : undefined, note: undefined };
}

function playingNow({ playback, memory }: Services): Playing | undefined {
  const current = playback.currentVideo(undefined);
  if (current === undefined) return undefined;
  const length = memory.length(current.video).peek();
  const { video, title, isPlaying } = current;
  return { video: nameOf(video), title, seconds: knownSecond(current, length), length, isPlaying };
}

function nameIfAny(video: Video | undefined): string | undefined {
  return video === undefined ? undefined : nameOf(video);
}

/** Calls `callback` whenever the video, its second or its state has changed. */
function subscribe(
  sessions: { readonly value: readonly PaneSession[] },
  current: () => Playing | undefined,
  callback: (now: Playing | undefined) => void,
): () => void {
  let last: string | undefined;
  return effect(() => {
    // Reads all of them, so that the effect runs again at each change; the current pane is chosen among all.
    const heard = sessions.value.map(({ player, at }) => [player.value?.snapshot.value, at.value]);
    const now = heard.length === 0 ? undefined : current();
    const key = keyOf(now);
    const isFirst = last === undefined;
    if (key === last) return;
    last = key;
    if (isFirst) return;
    untracked(() => {
      try {
        callback(now);
      } catch (cause) {
        console.error('Playhead called a listener that failed.', cause);
      }
    });
  });
}

function keyOf(now: Playing | undefined): string {
  return now === undefined ? '' : `${now.video} ${now.isPlaying} ${Math.floor(now.seconds ?? -1)}`;
}
