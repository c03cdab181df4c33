// The part of a pane under the player: timeline and controls.
import { Component, type Workspace } from 'obsidian';
import type { Clip } from '../core/mean/clips';
import type { PaneSession } from '../playback/pane-session';
import type { Previews } from '../preview/hover-preview';
import type { PaneExtras } from './control-table';
import { Controls } from './controls';
import type { PaneActions } from './pane-actions';
import { Timeline } from './timeline';

export interface UnderPlayerOptions {
  readonly session: PaneSession;
  readonly actions: PaneActions;
  readonly extras: PaneExtras;
  /** Undefined if there is no keyboard. */
  readonly showKeys: (() => void) | undefined;
  readonly workspace: Workspace;
  readonly previews: Previews;
  readonly changeClip: (clip: Clip) => void;
}

export class UnderPlayer extends Component {
  constructor(container: HTMLElement, options: UnderPlayerOptions) {
    super();
    const { session, actions, extras, showKeys, workspace, previews, changeClip } = options;
    const timeline = this.addChild(
      new Timeline(container, { session, steps: actions.steps, previews, changeClip }),
    );
    this.addChild(new Controls(container, { session, actions, extras, showKeys }));
    this.registerEvent(workspace.on('css-change', () => timeline.redraw()));
  }
}
