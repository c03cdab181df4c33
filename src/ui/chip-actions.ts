// What happens when the user clicks a chip, or picks from its menu.
import { Menu, Notice } from 'obsidian';
import { formatCompact } from '../core/timecode';
import { addressAt, type Video } from '../core/video';
import type { Playback, Where } from '../playback/playback';
import type { Chip, ChipGesture } from './chip';
import { attempt } from './report';

export interface ChipActionsOptions {
  readonly playback: Playback;
  /** Offers to set the video of the note at `path`, which has none. */
  readonly offerVideo: (path: string) => void;
}

/** What a gesture is about: the chip, its video as the note names it now, and the note's path. */
export interface ChipTarget {
  readonly chip: Chip;
  readonly video: Video | undefined;
  readonly path: string;
}

type ChipEvent = MouseEvent | KeyboardEvent;

const PLACES: Readonly<Record<Exclude<ChipGesture, 'menu'>, Where>> = {
  play: 'best',
  'play-new-pane': 'split',
  'play-new-tab': 'tab',
};

export class ChipActions {
  constructor(private readonly options: ChipActionsOptions) {}

  perform(target: ChipTarget, gesture: ChipGesture, event: ChipEvent): void {
    if (gesture === 'menu') this.openMenu(target, event);
    else this.play(target, PLACES[gesture]);
  }

  private play({ chip, video, path }: ChipTarget, where: Where): void {
    const state = chip.state;
    if (state === undefined) return;
    if (video === undefined && chip.namedVideo === undefined) {
      this.options.offerVideo(path);
    } else if (video === undefined || state.interpretation.how === 'unreadable') {
      new Notice(state.text.remark ?? state.text.name);
    } else {
      attempt('play this timestamp', () =>
        this.options.playback.play({ video, written: chip.written }, where),
      );
    }
  }

  private openMenu(target: ChipTarget, event: ChipEvent): void {
    const { chip, video } = target;
    const state = chip.state;
    if (state === undefined) return;
    const menu = new Menu();
    const add = (title: string, icon: string, run: () => void): void => {
      menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(run));
    };
    if (video === undefined) {
      if (chip.namedVideo === undefined) {
        add('Set video…', 'link', () => {
          this.options.offerVideo(target.path);
        });
      }
    } else {
      this.addPlaying(target, add);
      if ('seconds' in state.interpretation) addLinks(video, state.interpretation.seconds, add);
    }
    if (event.instanceOf(MouseEvent)) menu.showAtMouseEvent(event);
  }

  private addPlaying(target: ChipTarget, add: AddItem): void {
    if (target.chip.state?.text.playable !== true) return;
    add('Play here', 'play', () => {
      this.play(target, 'best');
    });
    add('Play in new pane', 'separator-vertical', () => {
      this.play(target, 'split');
    });
  }
}

type AddItem = (title: string, icon: string, run: () => void) => void;

function addLinks(video: Video, seconds: number, add: AddItem): void {
  const address = addressAt(video, seconds);
  if (address === undefined) return;
  if (video.kind === 'youtube') {
    add('Open on YouTube', 'external-link', () => {
      window.open(address);
    });
  }
  add('Copy link at this time', 'link', () => {
    copy(address);
  });
  add('Copy as Markdown link', 'clipboard-copy', () => {
    copy(`[${formatCompact(seconds)}](${address})`);
  });
}

function copy(text: string): void {
  attempt('copy the link', () => navigator.clipboard.writeText(text));
}
