// The menu of a moment: that of its chip.
import type { App } from 'obsidian';
import { showSource } from '../app/show-source';
import { Chip } from '../chips/chip';
import type { ChipActions } from '../chips/chip-actions';
import type { ChipSource } from '../chips/chip-source';
import { NoteChips, type ChipSources } from '../chips/chip-state';
import type { Tick } from '../core/mean/ticks';
import { saysTheSame, type Timestamp } from '../core/mean/timestamp';
import { scan } from '../core/read/scan';
import type { NoteTexts } from '../playback/ports';

export interface RowMenuOptions {
  readonly sources: ChipSources;
  readonly actions: Pick<ChipActions, 'perform'>;
  readonly texts: NoteTexts;
  readonly app: App;
}

export type OpenRowMenu = (tick: Tick, path: string, event: MouseEvent) => void;

export function rowMenu({ sources, actions, texts, app }: RowMenuOptions): OpenRowMenu {
  return ({ timestamp }, path, event) => {
    const noteChips = new NoteChips(sources.notes.note(path), sources, () => timestamp.from);
    const chip = new Chip(timestamp, () => undefined);
    noteChips.renew(chip);
    const source: ChipSource = {
      async change(changesFor) {
        await texts.change(path, (text) => changesFor(text, nearestIn(text, timestamp)));
      },
      async show() {
        const text = await texts.read(path);
        const before = text.slice(0, nearestIn(text, timestamp).from).split('\n');
        await showSource(app, path, { line: before.length - 1, ch: before.at(-1)?.length ?? 0 });
      },
    };
    actions.perform({ chip, video: noteChips.videoOf(timestamp), path, source }, 'menu', event);
  };
}

/** The text may have changed since: of the timestamps that say the same, the nearest is the one. */
function nearestIn(text: string, timestamp: Timestamp): Timestamp {
  const distance = ({ from }: Timestamp): number => Math.abs(from - timestamp.from);
  const [nearest] = scan(text)
    .filter((one) => saysTheSame(one, timestamp))
    .sort((one, other) => distance(one) - distance(other));
  if (nearest === undefined) throw new Error('The timestamp is gone.');
  return nearest;
}
