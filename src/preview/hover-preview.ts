// Previews: of what the pointer rests on, one at a time.
import type { ReadonlySignal } from '@preact/signals-core';
import { Keymap, type App, type HoverParent, type Point } from 'obsidian';
import { interpret, limitOf } from '../core/mean/interpretation';
import type { Playback } from '../playback/playback';
import type { YouTubeHosts } from '../playback/youtube-hosts';
import type { ResourceUrl } from '../player/media/media-files';
import { attempt } from '../app/report';
import type { Box } from './clear-corner';
import { awaitMod, isModKey, pressedElsewhere } from './mod-key';
import { PreviewContent } from './preview-content';
import { PreviewModal } from './preview-modal';
import { PreviewPopover, type PreviewPopoverOptions, type PreviewSurroundings } from './preview-popover';
import { samePreviewed, type Previewed, type PreviewSources } from './previewed';
import { hasPicture, showCard, showFault, showStill } from './still';
import { StillPointer } from './still-pointer';
import type { PreviewClip, Showing } from './clip-showing';
import type { WarmPlayer } from './warm-player';
import { providerOf } from '../core/mean/provider';
import { words } from '../texts/texts';

export interface PreviewSettings {
  readonly hoverPreview: 'clip' | 'still' | 'off';
}

export interface HoverPreviewOptions extends PreviewSources {
  readonly app: App;
  readonly playback: Pick<Playback, 'play'>;
  readonly player: WarmPlayer;
  readonly settings: ReadonlySignal<PreviewSettings>;
  readonly resourceUrl: ResourceUrl;
  readonly youTube: Pick<YouTubeHosts, 'refuses'>;
  /** The players on the screen of a window. */
  readonly shownPlayers: (doc: Document) => readonly ShownPlayer[];
  /** Whether the pointer previews only while Mod is held, as the user has set it in the app. Does not reject. */
  readonly needsMod: () => Promise<boolean>;
}

/** An element that has moved so far has moved away from its preview. Pixels. */
const MOVED = 4;

/** Something on screen that stands for a timestamp. */
export interface PreviewTarget extends Previewed {
  /** Whose popover it is: of one parent the app shows one. */
  readonly parent: HoverParent;
  readonly targetEl: HTMLElement;
  /** The place of the popover, if it is not at the element. */
  readonly at?: PreviewPosition | undefined;
}

/** A place of a preview that is not its element. */
export interface PreviewPosition extends Point {
  /** The box that it stands beside. */
  readonly around: Box;
  /** Further elements that it covers nothing of. */
  readonly keepOff: readonly Element[];
  /** Those that it covers only if there is no room elsewhere. */
  readonly rather?: readonly Element[];
  /** How wide it is, if not as wide as the app makes it. Pixels. */
  readonly width?: number;
}

/** A player on screen. */
export interface ShownPlayer {
  readonly el: Element;
  readonly isPlaying: boolean;
}

/** The previews of elements that the pointer rests on. */
export type Previews = Pick<HoverPreview, 'hover' | 'leave'>;

interface Opened {
  readonly target: PreviewTarget;
  readonly popover: PreviewPopover;
}

export class HoverPreview {
  /** The one that is shown, and the one that is when the pointer has rested: on its way to the first it may pass others. */
  private shown: Opened | undefined;
  private pending: Opened | undefined;
  private modal: PreviewModal | undefined;
  private readonly pointer = new StillPointer(() => this.close());
  /** Ends what waits for a key, or for the keys to be let go. */
  private stopWaiting: (() => void) | undefined;
  /** The element that the pointer is on while that is waited for. */
  private awaited: HTMLElement | undefined;

  constructor(private readonly options: HoverPreviewOptions) {}

  get isOff(): boolean {
    return this.options.settings.peek().hoverPreview === 'off';
  }

  /**
   * The pointer has come to something that stands for a timestamp: call it on `mouseover`. If it rests, and the user wants that,
   * a preview opens; until then nothing happens. Given a key, it previews what has the focus while Mod alone is pressed.
   */
  hover(target: PreviewTarget, event: MouseEvent | KeyboardEvent): void {
    if (this.isOff || !this.hasSecond(target) || this.isOpenFor(target)) return;
    if (event.instanceOf(KeyboardEvent)) {
      if (isModKey(event)) this.openByKey(target);
      return;
    }
    if (this.pointer.isStill(event)) return;
    this.pointer.track(event);
    const resting = this.trackPointer(target.targetEl);
    const isHeld = Keymap.isModifier(event, 'Mod');
    attempt(words.actions.showPreview, async () => {
      const needsMod = await this.options.needsMod();
      if (resting.aborted || this.isOpenFor(target)) return;
      const open = (): void => this.open(target);
      if (isHeld || !needsMod) open();
      else awaitMod(target.targetEl.doc, resting, open);
    });
  }

  /** The user does something with what may be previewed: that ends it, until the pointer comes again. */
  press(event: object): void {
    this.close();
    if (isMouseEvent(event)) this.pointer.stand(event);
    else this.pointer.forget();
  }

  /** The user clicks: anything that this brings under the pointer is not what the pointer was moved to. */
  readonly clicked = (event: MouseEvent): void => {
    this.pointer.stand(event);
  };

  /** The element of this timestamp is gone, or the pointer has left the timestamp within the element. */
  leave(targetEl: HTMLElement): void {
    const isOf = (opened: Opened | undefined): boolean => opened?.target.targetEl === targetEl;
    if (isOf(this.shown)) this.close();
    else if (isOf(this.pending) || this.awaited === targetEl) this.callOff();
  }

  /** Opens a preview where there is no pointer to rest. */
  openModal(previewed: Previewed): void {
    this.close();
    this.modal = new PreviewModal(this.options.app, (el, modal) =>
      this.contentFor(previewed, el, () => modal.close()),
    );
    this.modal.open();
  }

  /** Ends all. */
  readonly dispose = (): void => {
    this.close();
    this.pointer.forget();
    this.modal?.close();
    this.options.player.dispose();
  };

  private open(target: PreviewTarget, own: Partial<PreviewPopoverOptions> = {}): void {
    this.callOff();
    const { parent, targetEl, at } = target;
    const popover: PreviewPopover = new PreviewPopover({
      parent,
      targetEl,
      at,
      build: (el) => {
        if (at?.width !== undefined) el.setCssProps({ '--popover-width': `${at.width}px` });
        return this.contentFor(target, el, () => popover.close());
      },
      shown: () => {
        // One of another parent may still be there.
        this.shown?.popover.close();
        this.shown = { target, popover };
        this.pending = undefined;
      },
      surroundings: () => this.surroundingsOf(target),
      ...own,
    });
    this.pending = { target, popover };
  }

  private surroundingsOf({ targetEl, at }: PreviewTarget): PreviewSurroundings {
    const players = this.options.shownPlayers(targetEl.doc);
    const boxes = (els: readonly Element[]): readonly Box[] => els.map((el) => el.getBoundingClientRect());
    return {
      around: at?.around ?? targetEl.getBoundingClientRect(),
      never: boxes([
        ...(at?.keepOff ?? []),
        ...players.filter(({ isPlaying }) => isPlaying).map(({ el }) => el),
      ]),
      rather: boxes([
        ...(at?.rather ?? []),
        ...players.filter(({ isPlaying }) => !isPlaying).map(({ el }) => el),
      ]),
    };
  }

  /** Tells when the pointer is no longer there, or something else is asked for. A window without the focus matches no `:hover`. */
  private trackPointer(el: HTMLElement): AbortSignal {
    this.stopWaiting?.();
    const resting = new AbortController();
    const end = (): void => resting.abort();
    el.addEventListener('mouseleave', end, { once: true, signal: resting.signal });
    this.stopWaiting = end;
    this.awaited = el;
    return resting.signal;
  }

  /** The app closes what the pointer is not on, unless it has no target to be on. */
  private openByKey(target: PreviewTarget): void {
    const { targetEl } = target;
    const { left, top, height } = targetEl.getBoundingClientRect();
    const isThere = (): boolean => {
      const now = targetEl.getBoundingClientRect();
      const hasMoved = Math.hypot(now.left - left, now.top - top) > MOVED;
      return targetEl.isConnected && targetEl.doc.activeElement === targetEl && !hasMoved;
    };
    // A place of its own counts as the middle of a line.
    this.open(target, { targetEl: null, at: { x: left, y: top + height / 2, doc: targetEl.doc }, isThere });
    this.stopWaiting = pressedElsewhere(target.targetEl, () => this.close());
  }

  /** A preview that is not shown yet will not be. */
  private callOff(): void {
    this.stopWaiting?.();
    this.stopWaiting = undefined;
    this.awaited = undefined;
    this.pending?.popover.close();
    this.pending = undefined;
  }

  private close(): void {
    this.callOff();
    this.shown?.popover.close();
    this.shown = undefined;
  }

  private isOpenFor(target: PreviewTarget): boolean {
    const { shown } = this;
    return (
      shown?.popover.isOpen === true &&
      shown.target.targetEl === target.targetEl &&
      samePreviewed(shown.target, target)
    );
  }

  /** A timestamp that means no second of its video says so by itself. */
  private hasSecond({ video, cited }: Previewed): boolean {
    const length = this.options.memory.length(video).peek();
    return 'seconds' in interpret(cited.written, limitOf(video, length));
  }

  private contentFor(previewed: Previewed, el: HTMLElement, close: () => void): PreviewContent {
    const { playback } = this.options;
    const { video, cited, note } = previewed;
    return new PreviewContent(el, {
      ...this.options,
      previewed,
      show: this.show,
      play: () => {
        close();
        attempt(words.actions.playTimestamp, () => playback.play({ ...cited, video, note }));
      },
      opened: close,
    });
  }

  private readonly show = (stage: HTMLElement, clip: PreviewClip): Showing => {
    const { settings, player, resourceUrl } = this.options;
    const { video } = clip;
    if (!hasPicture(video)) return showCard(stage, video);
    const isRefused = this.options.youTube.refuses(video);
    if (settings.peek().hoverPreview === 'still' || isRefused) return showStill(stage, clip, resourceUrl);
    const isOffline = providerOf(video).isRemote && !stage.win.navigator.onLine;
    return isOffline ? showFault('no-answer') : player.show(stage, clip);
  };
}

function isMouseEvent(event: object): event is MouseEvent {
  return 'instanceOf' in event && (event as UIEvent).instanceOf(MouseEvent);
}
