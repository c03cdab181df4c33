// The actions for the controls and keys of one pane.
import type { ReadonlySignal } from '@preact/signals-core';
import { linkAt, siteAddress } from '../core/mean/video';
import type { PaneSession } from '../playback/pane-session';
import { perform, seekToPart, type SkipSteps, type TransportAction } from '../playback/transport';
import { copyLink, openAddress } from '../app/links';
import { attempt } from '../app/report';
import { words } from '../texts/texts';

export class PaneActions {
  constructor(
    private readonly session: PaneSession,
    readonly steps: ReadonlySignal<SkipSteps>,
    /** The pane, which knows its window. */
    private readonly el: HTMLElement,
  ) {}

  readonly perform = (action: TransportAction): void => {
    attempt(words.actions.controlVideo, () => perform(this.session, action, this.steps.peek()));
  };

  readonly seekToTenth = (tenths: number): void => seekToPart(this.session, tenths / 10);

  readonly openOnSite = (): void => {
    const { state } = this.session;
    const address = state === undefined ? undefined : siteAddress(state.video, state.time);
    if (address !== undefined) openAddress(address);
  };

  readonly copyLink = (): void => {
    const { state } = this.session;
    if (state !== undefined) copyLink(linkAt(state.video, state.time), this.el.win);
  };
}
