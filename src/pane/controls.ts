// The controls under the player, never over it: one row, of which a narrow pane shows the most important.
import { computed, effect } from '@preact/signals-core';
import { Component, Menu, setIcon } from 'obsidian';
import { formatCompact } from '../core/mean/timecode';
import type { PaneSession } from '../playback/pane-session';
import { setVolume } from '../playback/transport';
import type { Hindrance } from '../player/player';
import { addSections } from '../app/menu-sections';
import { ControlButton, tell, type Control, type PaneFacts } from './control';
import { controlTable, type PaneExtras } from './control-table';
import type { PaneActions } from './pane-actions';
import { providerOf } from '../core/mean/provider';
import { words } from '../texts/texts';

export interface ControlsOptions {
  readonly session: PaneSession;
  readonly actions: PaneActions;
  readonly extras: PaneExtras;
  readonly showKeys: (() => void) | undefined;
}

const MORE: Control = {
  room: 'always',
  icon: 'ellipsis',
  name: words.pane.moreControls,
  run: () => undefined,
};

/** The order of the menu; the first section plays. */
const SECTIONS: readonly Control['section'][] = [undefined, 'view', 'note', 'link'];

const HINDRANCES: Readonly<
  Record<Hindrance, { readonly sentence: string; readonly remedy: string | undefined }>
> = {
  'not-begun': { sentence: words.pane.waitingForYouTube, remedy: undefined },
  silent: {
    sentence: words.pane.youTubeSilent,
    remedy: words.pane.reload,
  },
  'other-video': { sentence: words.pane.youTubeShowsOther, remedy: words.pane.backToThisVideo },
};

export class Controls extends Component {
  private readonly row: HTMLElement;
  private readonly buttons: readonly ControlButton[];
  private readonly time: HTMLElement;
  /** A remark for the user, beside the time or below the row. */
  private readonly aside: HTMLElement;
  private readonly volume: HTMLInputElement;
  private facts: PaneFacts | undefined;
  /** The menu that was opened last. */
  private menu: Menu | undefined;

  constructor(
    container: HTMLElement,
    private readonly options: ControlsOptions,
  ) {
    super();
    this.row = container.createDiv({
      cls: 'playhead-controls',
      attr: { role: 'group', 'aria-label': words.pane.videoControls },
    });
    const { actions, extras } = options;
    const { transport, sound, rest } = controlTable({
      actions,
      extras,
      showKeys: options.showKeys,
      hasTicks: () => options.session.ticks.value.ticks.length > 0,
      chooseSpeed: (el) => this.chooseSpeed(el),
    });
    const transportButtons = this.addButtons(transport);
    this.time = this.addTime();
    this.aside = this.row.createDiv({ cls: 'playhead-aside', attr: { role: 'status' } });
    this.row.createDiv({ cls: 'playhead-space' });
    const soundButtons = this.addButtons(sound);
    this.volume = this.addVolume();
    const more: Control = {
      ...MORE,
      run: (el) => this.showMore(el),
    };
    this.buttons = [...transportButtons, ...soundButtons, ...this.addButtons([...rest, more])];
  }

  override onunload(): void {
    this.menu?.hide();
  }

  override onload(): void {
    const { session, actions, extras } = this.options;
    this.register(
      effect(() => {
        const player = session.player.value;
        if (player === undefined) return;
        const snapshot = player.snapshot.value;
        this.show({ player, snapshot, steps: actions.steps.value });
      }),
    );
    const isBlocked = computed(() => session.player.value?.snapshot.value.status === 'blocked');
    const hindrance = computed(() => session.player.value?.snapshot.value.hindrance);
    const isUnreadable = computed(() => session.player.value?.snapshot.value.captions === 'unreadable');
    this.register(
      effect(() => {
        const isMissed = isUnreadable.value && extras.captions.isOn.value;
        this.aside.empty();
        const isInDoubt = hindrance.value === 'not-begun';
        if (isBlocked.value && (isInDoubt || hindrance.value === undefined)) this.askForPress(isInDoubt);
        else if (hindrance.value !== undefined) this.sayHindrance(hindrance.value);
        else if (session.resumeAt.value !== undefined) this.offerResume(session.resumeAt.value);
        else if (isMissed) this.aside.setText(words.pane.subtitlesUnreadable);
      }),
    );
    const now = computed(() => Math.floor(session.player.value?.position.value ?? 0));
    const length = computed(() =>
      session.player.value?.snapshot.value.live === true ? ' live' : lengthText(session.length.value),
    );
    this.register(
      effect(() => {
        this.time.setText(formatCompact(now.value));
        this.time.createSpan({ cls: 'playhead-length', text: length.value });
      }),
    );
  }

  /**
   * The player's own page may need a click; a click on the pane's button does not count. `isInDoubt`: it may also show an
   * advertisement.
   */
  private askForPress(isInDoubt: boolean): void {
    const { video } = this.options.session;
    const hasOwnPage = video !== undefined && providerOf(video).hasOwnPage;
    const advert = isInDoubt ? words.pane.waitForAd : '';
    this.aside.setText(hasOwnPage ? words.pane.pressPlayInPlayer(advert) : words.pane.pressPlay);
  }

  private sayHindrance(hindrance: Hindrance): void {
    const { session } = this.options;
    const { sentence, remedy } = HINDRANCES[hindrance];
    this.aside.setText(sentence);
    if (remedy === undefined) return;
    this.addAsideButton('rotate-cw', remedy).addEventListener('click', () => {
      session.reload(hindrance === 'silent');
    });
  }

  private offerResume(seconds: number): void {
    const button = this.addAsideButton('history', words.pane.resumeAt(formatCompact(seconds)));
    button.addClass('is-offer');
    button.addEventListener('click', () => this.options.session.playFrom(seconds));
  }

  private addAsideButton(icon: string, text: string): HTMLElement {
    const button = this.aside.createEl('button', {
      cls: ['clickable-icon', 'playhead-control', 'playhead-resume'],
      attr: { type: 'button' },
    });
    setIcon(button, icon);
    button.createSpan({ text });
    return button;
  }

  private show(facts: PaneFacts): void {
    this.facts = facts;
    for (const button of this.buttons) button.show(facts);
    const { volume, muted } = facts.snapshot;
    const percent = muted ? 0 : Math.round(volume * 100);
    // A slider that the user is moving is not changed.
    if (!this.volume.matches(':active')) this.volume.value = String(percent);
    const spoken = `${percent} %`;
    if (this.volume.getAttribute('aria-valuetext') !== spoken)
      this.volume.setAttribute('aria-valuetext', spoken);
  }

  private addButtons(controls: readonly Control[]): ControlButton[] {
    return controls.map((control) => new ControlButton(this.row, control));
  }

  private addTime(): HTMLElement {
    // The name of the button is the time that it shows; its action is the name of the element around it.
    const around = this.row.createDiv({
      cls: 'playhead-time-room',
      attr: { role: 'group', 'aria-label': words.shared.copyLinkAtTime },
    });
    const button = around.createEl('button', {
      cls: ['clickable-icon', 'playhead-control', 'playhead-time'],
      attr: { type: 'button' },
    });
    button.addEventListener('click', this.options.actions.copyLink);
    return button.createSpan();
  }

  private addVolume(): HTMLInputElement {
    const volume = this.row.createEl('input', {
      cls: ['playhead-volume', 'playhead-room-wider'],
      attr: { type: 'range', min: '0', max: '100', 'aria-label': words.pane.volume },
    });
    volume.addEventListener('input', () => {
      const player = this.facts?.player;
      if (player !== undefined) setVolume(player, volume.valueAsNumber / 100);
    });
    return volume;
  }

  private chooseSpeed(el: HTMLElement): void {
    const snapshot = this.facts?.snapshot;
    if (snapshot === undefined) return;
    this.openMenu(el, (menu) => {
      for (const rate of snapshot.rates) {
        menu.addItem((item) =>
          item
            .setTitle(rate === 1 ? words.pane.normal : `${rate}×`)
            .setChecked(rate === snapshot.rate)
            .onClick(() => this.options.session.setRate(rate)),
        );
      }
    });
  }

  /** Opens the menu with the controls for which the row has no room. */
  private showMore(el: HTMLElement): void {
    const { facts } = this;
    if (facts === undefined) return;
    const hidden = this.buttons.filter(
      (button) => !button.el.isShown() && button.control.isOffered?.(facts) !== false,
    );
    this.openMenu(el, (menu) => {
      const sections = SECTIONS.map((section) => hidden.filter(({ control }) => control.section === section));
      addSections(menu, sections, (item, { control }) => {
        item
          .setTitle(tell(control.name, facts))
          .setIcon(tell(control.icon, facts))
          .setChecked(control.isOn?.() ?? null)
          .onClick(() => control.run(el));
      });
    });
  }

  /** Below its button, also if it was opened by a key. */
  private openMenu(el: HTMLElement, fill: (menu: Menu) => void): void {
    const menu = new Menu();
    fill(menu);
    this.menu?.hide();
    this.menu = menu;
    const { left, bottom, width } = el.getBoundingClientRect();
    menu.setParentElement(el).showAtPosition({ x: left, y: bottom, width, overlap: true }, el.doc);
  }
}

function lengthText(length: number | undefined): string {
  return length === undefined ? '' : ` / ${formatCompact(length)}`;
}
