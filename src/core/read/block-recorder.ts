// Records the blocks of a note, and the contents of each, while the note is read.
import { readProse, type ProseReader, type Stretch, type TextLine, type TimeBlock } from './prose';
import type { Definition } from './references';
import type { Source } from './source';
import { StretchScanner } from './stretch-scanner';
import type { Heading } from '../mean/ticks';
import type { Timestamp } from '../mean/timestamp';

/** The start of a block, which is the start of a line. The text after it is read the same, whatever is before it. */
export interface BlockStart {
  readonly at: number;
  /** The number of characters from there on that, together with the text before, decide that a block begins there. */
  readonly decisive: number;
}

/** The text from the start of one block to that of the next. */
export interface Block {
  /** Its start when it was read; the offsets of its timestamps and headings refer to that. */
  readonly start: BlockStart;
  readonly timestamps: readonly Timestamp[];
  readonly headings: readonly Heading[];
  /** The links that it defines. */
  readonly definitions: readonly Definition[];
  /** Whether a construct begins in the block that no text after it ends, so that it is read as plain text. */
  readonly isUnended: boolean;
}

export interface Recording {
  readonly blocks: readonly Block[];
  /** The first block that was not read. */
  readonly next: BlockStart | undefined;
}

export interface RecordingOptions {
  /** Whether the text is a whole note, and not a part that begins at a block. */
  readonly isWhole: boolean;
  /** The number of characters that decide that a block begins at offset 0 (see `BlockStart`). */
  readonly decisive: number;
  /** Whether to go on with the block that begins at an offset. */
  readonly readsOn: (at: number) => boolean;
}

const NO_HEADINGS: readonly Heading[] = [];

const WHOLE: RecordingOptions = { isWhole: true, decisive: 0, readsOn: () => true };

/** The blocks of a text. Their timestamps include references (`[1:02][video]`) that the note may not define. */
export function recordBlocks(source: Source, options: RecordingOptions = WHOLE): Recording {
  const recorder = new Recorder(source, options);
  readProse(source, recorder, options.isWhole);
  return recorder.finish();
}

class Recorder implements ProseReader {
  private readonly blocks: Block[] = [];
  private readonly scanner: StretchScanner;
  /** The current block. The start of the note begins one; a blank line does not. */
  private start: BlockStart | undefined;
  /** The number of found timestamps that belong to finished blocks. */
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
