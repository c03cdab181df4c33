// The one player of all previews. It is kept for a while after a preview, so that the next clip of the same video needs only a
// seek.
import { computed, effect } from '@preact/signals-core';
import { sameVideo, type Video } from '../core/mean/video';
import { isRunning, type Player, type Start } from '../player/player';
import { ClipShowing, type PreviewClip, type Showing, type Warm } from './clip-showing';
import { PlayerBox } from './player-box';
import { providerOf } from '../core/mean/provider';

export type { PreviewClip, PreviewState, Showing } from './clip-showing';

export interface WarmPlayerOptions {
  readonly mount: (video: Video, el: HTMLElement, start: Start) => Player;
  /** Watches a player while it exists. The returned function ends that. */
  readonly watch: (player: Player) => () => void;
  /** Milliseconds that it is kept without a preview. */
  readonly keepFor?: number;
}

const KEEP_FOR = 20_000;

export class WarmPlayer {
  private warm: Warm | undefined;
  private showing: Showing | undefined;
  private stopWatching: (() => void) | undefined;
  private stopWaiting: (() => void) | undefined;
  /** Whether the player has begun to play; before that, it may show an advertisement, which does not pause. */
  private hasPlayed = false;
  private stopListening: (() => void) | undefined;

  constructor(private readonly options: WarmPlayerOptions) {}

  /** Plays a clip on `stage`, muted, in place of the one before. */
  show(stage: HTMLElement, clip: PreviewClip): Showing {
    this.showing?.dispose();
    const showing = new ClipShowing(
      {
        stage,
        take: (next) => this.take(stage, next),
        onEnd: () => this.wait(),
      },
      clip,
    );
    this.showing = showing;
    return showing;
  }

  /** Ends everything at once. */
  dispose(): void {
    this.showing?.dispose();
    this.endPlayer();
  }

  private take(stage: HTMLElement, { video, start }: PreviewClip): Warm {
    this.stopWaiting?.();
    const { warm } = this;
    if (warm !== undefined && isUsable(warm, video, stage)) {
      warm.player.seek(start);
      warm.player.play();
      return warm;
    }
    this.dispose();
    const box = new PlayerBox(stage.doc);
    const player = this.options.mount(video, box.el, {
      seconds: start,
      rate: 1,
      autoplay: true,
      sound: { muted: true },
      controls: false,
    });
    this.hasPlayed = false;
    this.stopListening = effect(() => {
      this.hasPlayed ||= player.snapshot.value.status === 'playing';
    });
    this.stopWatching = this.options.watch(player);
    this.warm = { player, box };
    return this.warm;
  }

  /** Hidden, muted and paused; it ends after a while. */
  private wait(): void {
    this.showing = undefined;
    const { warm } = this;
    if (warm === undefined) return;
    const { player, box } = warm;
    if (!providerOf(player.video).mayPlayUnseen && !this.hasPlayed) {
      this.dispose();
      return;
    }
    box.park();
    player.pause();
    const isPlaying = computed(() => isRunning(player.snapshot.value.status));
    // A player that was paused while it loaded may begin all the same.
    const stopPausing = effect(() => {
      if (isPlaying.value) player.pause();
    });
    const { win } = box.el;
    const timer = win.setTimeout(() => this.endPlayer(), this.options.keepFor ?? KEEP_FOR);
    this.stopWaiting = () => {
      win.clearTimeout(timer);
      stopPausing();
      this.stopWaiting = undefined;
    };
  }

  private endPlayer(): void {
    this.stopWaiting?.();
    this.stopListening?.();
    this.stopListening = undefined;
    this.stopWatching?.();
    this.stopWatching = undefined;
    this.warm?.player.dispose();
    this.warm?.box.remove();
    this.warm = undefined;
  }
}

/** A player cannot move to another window; one that failed or shows another video is replaced. */
function isUsable({ player, box }: Warm, video: Video, stage: HTMLElement): boolean {
  const { status, hindrance } = player.snapshot.peek();
  const isSound = status !== 'failed' && hindrance !== 'other-video' && hindrance !== 'silent';
  return sameVideo(player.video, video) && isSound && box.doc === stage.doc && box.el.isConnected;
}
