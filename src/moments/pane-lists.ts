// The lower halves of all panes: their shared state, and the control that opens and closes them.
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { Component } from 'obsidian';
import type { Switch } from '../pane/control-table';
import type { PaneSession } from '../playback/pane-session';
import type { Previews } from '../preview/hover-preview';
import { Lower } from './lower';
import type { ListHeight, ListSettings, LowerPane } from './lower-parts';
import type { TranscriptOf } from './pane-transcripts';
import type { OpenRowMenu } from './row-menu';
import type { TranscriptActions } from './transcript-menu';

export interface PaneListsOptions {
  readonly settings: ReadonlySignal<ListSettings>;
  readonly set: (key: keyof ListSettings, value: unknown) => Promise<void>;
  readonly height: ListHeight;
  readonly previews: Previews;
  readonly openMenu: OpenRowMenu;
  readonly transcriptActions: TranscriptActions;
  readonly transcriptOf: TranscriptOf;
}

export class PaneLists {
  /** Whether the pane of a session is high enough for a list. */
  private readonly rooms = new WeakMap<PaneSession, Signal<boolean>>();

  constructor(private readonly options: PaneListsOptions) {}

  switchOf(session: PaneSession): Switch {
    const { settings, set } = this.options;
    return {
      isOn: computed(() => settings.value.showList),
      isOffered: this.roomOf(session),
      toggle: () => {
        void set('showList', !settings.peek().showList);
      },
    };
  }

  readonly add = (pane: LowerPane): Component => {
    const room = this.roomOf(pane.session);
    return new Lower({
      ...pane,
      ...this.options,
      transcript: this.options.transcriptOf(pane.session),
      chooseTab: (tab) => {
        void this.options.set('listTab', tab);
      },
      onRoom: (hasRoom) => {
        room.value = hasRoom;
      },
    });
  };

  private roomOf(session: PaneSession): Signal<boolean> {
    const known = this.rooms.get(session);
    if (known !== undefined) return known;
    const room = signal(false);
    this.rooms.set(session, room);
    return room;
  }
}
