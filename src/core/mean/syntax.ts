// The forms of timestamps in a note. Each is one entry here; a new entry compiles only when it is known how to read, write and
// describe it.

export interface Syntax {
  /** The setting that turns its chips on and off; undefined if they are always on. */
  readonly setting: keyof SyntaxSettings | undefined;
  /** Whether it is a chip only if the note has a video: the same text may be in notes that have nothing to do with videos. */
  readonly needsVideo: boolean;
  /** Whether it stays text past the end of its video: it is probably no time of a video then. */
  readonly endsWithVideo: boolean;
  /** Whether its label may give another time than the one that counts. */
  readonly hasLabel: boolean;
}

/** The settings that turn forms of timestamps on and off. */
export interface SyntaxSettings {
  readonly bareTimes: boolean;
  readonly links: boolean;
  readonly lineTimes: 'off' | 'runs' | 'always';
  readonly parentheses: boolean;
  readonly addresses: boolean;
}

export const SYNTAXES = {
  /** `<a class="yt-timestamp" data-t="00:01:06">[00:01:06]</a>` */
  anchor: { setting: undefined, needsVideo: false, endsWithVideo: false, hasLabel: true },
  /** `[00:11:12]`, `[0:10 - 0:20]`, `[0:10, 0:20]` */
  bare: { setting: 'bareTimes', needsVideo: true, endsWithVideo: false, hasLabel: false },
  /** `[1:02](https://youtu.be/ID?t=62)`, `[1:02](talk.mp4#t=62)`, `[[talk.mp4#t=62|1:02]]`, `[1:02]()` */
  link: { setting: 'links', needsVideo: false, endsWithVideo: false, hasLabel: true },
  /** `**0:43** · text`, `0:00 Intro`, `00:00:01,000 --> 00:00:04,000`, `Anna 0:03` */
  line: { setting: 'lineTimes', needsVideo: true, endsWithVideo: true, hasLabel: false },
  /** `(12:34)`, `(2:30 - 5:45)` */
  parentheses: { setting: 'parentheses', needsVideo: true, endsWithVideo: true, hasLabel: false },
  /** `https://youtu.be/ID?t=62` */
  address: { setting: 'addresses', needsVideo: false, endsWithVideo: true, hasLabel: false },
  /** A code block of the language `timestamp` with a time in it. */
  block: { setting: undefined, needsVideo: true, endsWithVideo: true, hasLabel: false },
  /** `{{youtube-timestamp 62}}` */
  macro: { setting: undefined, needsVideo: true, endsWithVideo: true, hasLabel: false },
} as const satisfies Readonly<Record<string, Syntax>>;

export type SyntaxName = keyof typeof SYNTAXES;

/** Whether the settings turn a form on. */
export function isSyntaxOn(name: SyntaxName, settings: SyntaxSettings): boolean {
  const { setting } = SYNTAXES[name];
  const value = setting === undefined || settings[setting];
  return value !== false && value !== 'off';
}
