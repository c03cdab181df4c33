// Previews of the element under the pointer, one at a time.
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
  /** The players that are visible in a window. */
  readonly shownPlayers: (doc: Document) => readonly ShownPlayer[];
  /** Whether the pointer previews only while Mod is held, by the app's setting. Does not reject. */
  readonly needsMod: () => Promise<boolean>;
}

/** Pixels. An element that has moved further has left its preview. */
const MOVED = 4;

/** An element on screen that stands for a timestamp. */
export interface PreviewTarget extends Previewed {
  /** The parent of its popover: the app shows one popover for each parent. */
  readonly parent: HoverParent;
  readonly targetEl: HTMLElement;
  /** The place of the popover, if it is not the element's. */
  readonly at?: PreviewPosition | undefined;
}

/** A place for a preview apart from its element. */
export interface PreviewPosition extends Point {
  /** The box beside which it is shown. */
  readonly around: Box;
  /** Further elements that it must not cover. */
  readonly mustNotCover: readonly Element[];
  /** Elements that it covers only if there is no room elsewhere. */
  readonly avoidCovering?: readonly Element[];
  /** Its width, if it is not the app's default. Pixels. */
  readonly width?: number;
}

/** A visible player. */
export interface ShownPlayer {
  readonly el: Element;
  readonly isPlaying: boolean;
}

/** The previews of elements under the pointer. */
export type Previews = Pick<HoverPreview, 'hover' | 'leave'>;

interface Opened {
  readonly target: PreviewTarget;
  readonly popover: PreviewPopover;
}

export class HoverPreview {
  /** The visible one, and the one that opens when the pointer rests: on its way to the first, the pointer may cross other chips. */
  private shown: Opened | undefined;
  private pending: Opened | undefined;
  private modal: PreviewModal | undefined;
  private readonly pointer = new StillPointer(() => this.close());
  /** Stops listening for the key press or release that would open a preview. */
  private stopWaiting: (() => void) | undefined;
  /** The element under the pointer during that waiting. */
  private awaited: HTMLElement | undefined;

  constructor(private readonly options: HoverPreviewOptions) {}

  get isOff(): boolean {
    return this.options.settings.peek().hoverPreview === 'off';
  }

  /**
   * To be called at `mouseover` on an element that stands for a timestamp: opens a preview if the pointer rests, and if the user
   * wants that. To be called also for keys: opens a preview of the focused element if Mod alone is pressed.
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

  /** The user uses the element: its preview closes until the pointer comes again. */
  press(event: object): void {
    this.close();
    if (isMouseEvent(event)) this.pointer.rest(event);
    else this.pointer.forget();
  }

  /** After a click, an element that moves under the resting pointer gets no preview. */
  readonly clicked = (event: MouseEvent): void => {
    this.pointer.rest(event);
  };

  /** The element of this timestamp is gone, or the pointer has left the timestamp within the element. */
  leave(targetEl: HTMLElement): void {
    const isOf = (opened: Opened | undefined): boolean => opened?.target.targetEl === targetEl;
    if (isOf(this.shown)) this.close();
    else if (isOf(this.pending) || this.awaited === targetEl) this.cancelPending();
  }

  /** Opens a preview in a dialog, for devices without a pointer. */
  openModal(previewed: Previewed): void {
    this.close();
    this.modal = new PreviewModal(this.options.app, (el, modal) =>
      this.contentFor(previewed, el, () => modal.close()),
    );
    this.modal.open();
  }

  /** Closes everything. */
  readonly dispose = (): void => {
    this.close();
    this.pointer.forget();
    this.modal?.close();
    this.options.player.dispose();
  };

  private open(target: PreviewTarget, own: Partial<PreviewPopoverOptions> = {}): void {
    this.cancelPending();
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
        // A preview with another parent may still be open.
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
      mustNotCover: boxes([
        ...(at?.mustNotCover ?? []),
        ...players.filter(({ isPlaying }) => isPlaying).map(({ el }) => el),
      ]),
      avoidCovering: boxes([
        ...(at?.avoidCovering ?? []),
        ...players.filter(({ isPlaying }) => !isPlaying).map(({ el }) => el),
      ]),
    };
  }

  /** Notices when the pointer leaves, or another preview is requested. A window without the focus matches no `:hover`. */
  private trackPointer(el: HTMLElement): AbortSignal {
    this.stopWaiting?.();
    const resting = new AbortController();
    const end = (): void => resting.abort();
    el.addEventListener('mouseleave', end, { once: true, signal: resting.signal });
    this.stopWaiting = end;
    this.awaited = el;
    return resting.signal;
  }

  /** The app closes a popover that the pointer is not on, unless it has no target. */
  private openByKey(target: PreviewTarget): void {
    const { targetEl } = target;
    const { left, top, height } = targetEl.getBoundingClientRect();
    const isThere = (): boolean => {
      const now = targetEl.getBoundingClientRect();
      const hasMoved = Math.hypot(now.left - left, now.top - top) > MOVED;
      return targetEl.isConnected && targetEl.doc.activeElement === targetEl && !hasMoved;
    };
    // A place of its own is the middle of a line.
    this.open(target, { targetEl: null, at: { x: left, y: top + height / 2, doc: targetEl.doc }, isThere });
    this.stopWaiting = pressedElsewhere(target.targetEl, () => this.close());
  }

  /** Cancels a preview that is not visible yet. */
  private cancelPending(): void {
    this.stopWaiting?.();
    this.stopWaiting = undefined;
    this.awaited = undefined;
    this.pending?.popover.close();
    this.pending = undefined;
  }

  private close(): void {
    this.cancelPending();
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

  /** A timestamp that means no second of its video says so in its own tooltip. */
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
