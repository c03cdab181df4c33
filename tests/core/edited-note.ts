// A note that is edited, and read again after each edit as the editor does it.
import { readNote, type Reading } from '../../src/core/read/block-reading';
import { rescan, type Edit } from '../../src/core/read/rescan';
import { Source } from '../../src/core/read/source';

/** Text in the place of what stands between two offsets. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export class EditedNote {
  reading: Reading;
  /** What was read after the last edit. */
  private sources: Source[] = [];

  constructor(public text: string) {
    this.reading = readNote(new Source(text));
  }

  /** The characters looked at and looks taken after the last edit. */
  get steps(): number {
    return this.sources.reduce((sum, { steps }) => sum + steps, 0);
  }

  /** The characters that the last edit made be taken out of the text. */
  get taken(): number {
    return this.sources.reduce((sum, { text }) => sum + text.length, 0);
  }

  /** Makes changes that are in order and apart, all of them in the text as it is before. */
  change(...changes: readonly Change[]): void {
    const { text, edits } = applied(this.text, changes);
    this.text = text;
    this.sources = [];
    this.reading = rescan(this.reading, edits, {
      length: text.length,
      source: (from, to) => {
        const source = new Source(text.slice(from, to));
        this.sources.push(source);
        return source;
      },
    });
  }

  insert(at: number, text: string): void {
    this.change({ from: at, to: at, insert: text });
  }
}

function applied(text: string, changes: readonly Change[]): { text: string; edits: readonly Edit[] } {
  const edits: Edit[] = [];
  let after = '';
  let at = 0;
  for (const { from, to, insert } of changes) {
    after += text.slice(at, from);
    edits.push({ fromA: from, toA: to, fromB: after.length, toB: after.length + insert.length });
    after += insert;
    at = to;
  }
  return { text: after + text.slice(at), edits };
}
