// The rows of the lists below the player: the words at a second of the video.
import { sentenceAround } from '../core/mean/sentence';
import type { Tick } from '../core/mean/ticks';
import { wordsOfParagraph, type Chapter, type Outline, type Paragraph } from '../core/read/outline';

export interface Row {
  readonly seconds: number;
  readonly kind: 'moment' | 'chapter' | 'transcript';
  /** The second at which it ends; undefined if it is not known. */
  readonly end: number | undefined;
  /** The second at which its words end; it stays current until the next row. Seconds. */
  readonly until?: number | undefined;
  readonly speaker?: string | undefined;
  /** The tick of the note; undefined for a row of a subtitle file. */
  readonly tick?: Tick | undefined;
  /** Computed on demand: most rows are never visible. */
  readonly words: string;
}

/** The moments of a note in the order of the video, with its chapters between them. */
export function momentRows(
  text: string,
  { moments, chapters }: Pick<Outline, 'moments' | 'chapters'>,
): readonly Row[] {
  const named = new Set(chapters.filter(({ isNamed }) => isNamed).map(({ tick }) => tick));
  const rows: Row[] = [];
  let next = 0;
  for (const tick of moments) {
    for (; (chapters[next]?.seconds ?? Infinity) <= tick.seconds; next++) addChapter(rows, chapters[next]);
    if (!named.has(tick)) rows.push(new NoteRow('moment', tick, () => sentenceAround(text, tick.timestamp)));
  }
  for (const chapter of chapters.slice(next)) addChapter(rows, chapter);
  return rows;
}

function addChapter(rows: Row[], chapter: Chapter | undefined): void {
  if (chapter === undefined) return;
  const { seconds, title, tick } = chapter;
  rows.push({ kind: 'chapter', seconds, end: undefined, tick, words: title });
}

/** The paragraphs of a transcript within a note. */
export function paragraphRows(text: string, paragraphs: readonly Paragraph[]): readonly Row[] {
  return paragraphs.map(
    (paragraph) => new NoteRow('transcript', paragraph.tick, () => wordsOfParagraph(text, paragraph)),
  );
}

class NoteRow implements Row {
  private found: string | undefined;

  constructor(
    readonly kind: Row['kind'],
    readonly tick: Tick,
    private readonly find: () => string,
  ) {}

  get seconds(): number {
    return this.tick.seconds;
  }

  get end(): number | undefined {
    return this.kind === 'transcript' ? undefined : this.tick.end;
  }

  get until(): number | undefined {
    return this.tick.end;
  }

  get words(): string {
    return (this.found ??= this.find());
  }
}
