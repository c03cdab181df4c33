// The facts that a lower half needs from its pane, and its settings.
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

/** The pane of a lower half. */
export interface LowerPane {
  readonly container: HTMLElement;
  readonly session: PaneSession;
  readonly scope: Scope;
}

/** The height of the list as a part of its pane; undefined until the user sets it. */
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
  /** Opens the menu of a tick's chip. */
  readonly openMenu: (tick: Tick, path: string, event: MouseEvent | LongPress) => void;
  /** Called with whether the pane is high enough for a list. */
  readonly onRoom: (hasRoom: boolean) => void;
}
