// The pane around a lower half, and its settings.
import type { LongPress } from '../chips/long-press';
import type { ReadonlySignal } from '@preact/signals-core';
import type { Scope } from 'obsidian';
import type { Tick } from '../core/mean/ticks';
import type { PaneSession } from '../playback/pane-session';
import type { Previews } from '../preview/hover-preview';
import type { TranscriptActions } from './transcript-menu';
import type { Transcript } from './transcript';

export type ListTab = 'moments' | 'transcript';

export interface ListSettings {
  readonly showList: boolean;
  readonly listTab: ListTab;
}

/** The pane. */
export interface LowerPane {
  readonly container: HTMLElement;
  readonly session: PaneSession;
  readonly scope: Scope;
}

/** How high the list is, of 1 of its pane; undefined while nobody has said. */
export interface ListHeight {
  readonly part: ReadonlySignal<number | undefined>;
  set(part: number | undefined): void;
}

export interface LowerOptions extends LowerPane {
  readonly settings: ReadonlySignal<ListSettings>;
  readonly chooseTab: (tab: ListTab) => void;
  readonly height: ListHeight;
  readonly previews: Previews;
  readonly transcript: Transcript;
  /** The actions on the transcript. */
  readonly transcriptActions: TranscriptActions;
  /** The menu of the chip that a tick is of. */
  readonly openMenu: (tick: Tick, path: string, event: MouseEvent | LongPress) => void;
  /** Tells whether the pane is high enough for a list. */
  readonly onRoom: (hasRoom: boolean) => void;
}
