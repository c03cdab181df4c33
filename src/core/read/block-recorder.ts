// Takes down the blocks of a note, and what each holds, while the note is read.
import { readProse, type ProseReader, type Stretch, type TextLine, type TimeBlock } from './prose';
import type { Definition } from './references';
import type { Source } from './source';
import { StretchScanner } from './stretch-scanner';
import type { Heading } from '../mean/ticks';
import type { Timestamp } from '../mean/timestamp';

/** The start of a block: at the start of a line. The text behind it is read the same, whatever stands before it. */
export interface BlockStart {
  readonly at: number;
  /** How many characters from there on decide, with what stands before them, that a block begins there. */
  readonly decisive: number;
}

/** The text from the start of one block to that of the next. */
export interface Block {
  /** Its start when it was read: the offsets of its timestamps and headings are those of then. */
  readonly start: BlockStart;
  readonly timestamps: readonly Timestamp[];
  readonly headings: readonly Heading[];
  /** The links that it defines. */
  readonly definitions: readonly Definition[];
  /** Whether it is read as it is because nothing in all the text behind it ends what begins in it. */
  readonly isUnended: boolean;
}

export interface Recording {
  readonly blocks: readonly Block[];
  /** The block that was not read any more. */
  readonly next: BlockStart | undefined;
}

export interface RecordingOptions {
  /** Whether the text is a whole note, and not what stands in one from where a block began on. */
  readonly isWhole: boolean;
  /** The text that decides about the block at the very beginning. */
  readonly decisive: number;
  /** Whether to go on with the block that begins at an offset. */
  readonly readsOn: (at: number) => boolean;
}

const NO_HEADINGS: readonly Heading[] = [];

const WHOLE: RecordingOptions = { isWhole: true, decisive: 0, readsOn: () => true };

/** The blocks of a text. Among their timestamps are still those that are links which the note defines elsewhere. */
export function recordBlocks(source: Source, options: RecordingOptions = WHOLE): Recording {
  const recorder = new Recorder(source, options);
  readProse(source, recorder, options.isWhole);
  return recorder.finish();
}

class Recorder implements ProseReader {
  private readonly blocks: Block[] = [];
  private readonly scanner: StretchScanner;
  /** The current block. A note is one from its beginning on; blank lines are not. */
  private start: BlockStart | undefined;
  /** How many of the timestamps found belong to blocks that are over. */
  private taken = 0;
  private headings: Heading[] = [];
  private definitions: Definition[] = [];
  private isUnended = false;
  private next: BlockStart | undefined;

  constructor(
    source: Source,
    private readonly options: RecordingOptions,
  ) {
    this.scanner = new StretchScanner(source);
    if (options.isWhole) this.start = { at: 0, decisive: 0 };
  }

  readStretch(stretch: Stretch): void {
    this.scanner.read(stretch);
    const { from, to, kind } = stretch;
    if (kind === 'heading') this.headings.push({ from, to });
  }

  readTimeBlock(block: TimeBlock): void {
    this.scanner.readTimeBlock(block);
  }

  readLine(line: TextLine): void {
    this.scanner.readLine(line);
  }

  readDefinition(definition: Definition): void {
    this.definitions.push(definition);
  }

  readUnended(): void {
    this.isUnended = true;
  }

  readBlockStart(at: number, decidedAt: number): boolean {
    const { isWhole, decisive, readsOn } = this.options;
    if (isWhole && at === 0) return true;
    this.endBlock();
    this.start = { at, decisive: at === 0 ? decisive : decidedAt - at };
    const isRead = readsOn(at);
    if (!isRead) this.next = this.start;
    return isRead;
  }

  finish(): Recording {
    if (this.next === undefined) this.endBlock();
    return { blocks: this.blocks, next: this.next };
  }

  private endBlock(): void {
    const { start, definitions, isUnended } = this;
    const headings = this.headings.length > 0 ? this.headings : NO_HEADINGS;
    if (start === undefined) return;
    const timestamps = this.scanner.found.slice(this.taken);
    this.blocks.push({ start, timestamps, headings, definitions, isUnended });
    this.taken += timestamps.length;
    if (this.headings.length > 0) this.headings = [];
    this.definitions = [];
    this.isUnended = false;
  }
}
