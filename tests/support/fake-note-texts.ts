// The texts of notes in memory.
import { applyChanges, type Change } from '../../src/core/write/rewrite';
import type { NoteTexts } from '../../src/playback/ports';

export class FakeNoteTexts implements NoteTexts {
  readonly texts: Map<string, string>;
  /** Notes that cannot be written, with the reason. */
  readonly refusals = new Map<string, string>();

  constructor(texts: Readonly<Record<string, string>> = {}) {
    this.texts = new Map(Object.entries(texts));
  }

  all(): readonly string[] {
    return [...this.texts.keys()];
  }

  read(path: string): Promise<string> {
    const text = this.texts.get(path);
    return text === undefined
      ? Promise.reject(new Error('The note no longer exists.'))
      : Promise.resolve(text);
  }

  async change(path: string, changesIn: (text: string) => readonly Change[]): Promise<string> {
    const refusal = this.refusals.get(path);
    if (refusal !== undefined) throw new Error(refusal);
    const text = await this.read(path);
    const changed = applyChanges(text, changesIn(text));
    this.texts.set(path, changed);
    return changed;
  }
}
