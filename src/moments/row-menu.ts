// The menu of a moment, which is the menu of its chip.
import type { App } from 'obsidian';
import { showTimestamp } from '../app/show-source';
import { Chip } from '../chips/chip';
import type { ChipActions } from '../chips/chip-actions';
import type { ChipSource } from '../chips/chip-source';
import type { LongPress } from '../chips/long-press';
import { NoteChips, type ChipSources } from '../chips/chip-state';
import type { Tick } from '../core/mean/ticks';
import { foundIn } from '../core/read/found';
import type { NoteTexts } from '../playback/ports';

export interface RowMenuOptions {
  readonly sources: ChipSources;
  readonly actions: Pick<ChipActions, 'perform'>;
  readonly texts: NoteTexts;
  readonly app: App;
}

export type OpenRowMenu = (tick: Tick, path: string, event: MouseEvent | LongPress) => void;

export function rowMenu({ sources, actions, texts, app }: RowMenuOptions): OpenRowMenu {
  return ({ timestamp }, path, event) => {
    const noteChips = new NoteChips(sources.notes.note(path), sources, () => timestamp.from);
    const chip = new Chip(timestamp, () => undefined);
    noteChips.renew(chip);
    const source: ChipSource = {
      async change(changesFor) {
        await texts.change(path, (text) => changesFor(text, foundIn(text, timestamp)));
      },
      async reveal() {
        await showTimestamp(app, { path, text: await texts.read(path), timestamp });
      },
    };
    actions.perform(
      { chip, video: noteChips.videoOf(timestamp), path, from: timestamp.from, source },
      'menu',
      event,
    );
  };
}
