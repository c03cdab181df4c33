// The timeline under the player: the played and the loaded part of the video, and the note's timestamps as ticks.
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import { Component, Platform } from 'obsidian';
import { sentenceAround } from '../core/mean/sentence';
import type { Clip } from '../core/mean/clips';
import { countUpTo, tickAfter, tickBefore, type Tick } from '../core/mean/ticks';
import { formatCompact, spokenTimecode } from '../core/mean/timecode';
import { sameTicks } from '../playback/note-ticks';
import type { PaneSession } from '../playback/pane-session';
import type { SkipSteps } from '../playback/transport';
import type { Previews } from '../preview/hover-preview';
import { ChapterMarks } from './chapter-marks';
import { ClipHandles, type PointedHandle } from './clip-handles';
import { LoopBar } from './loop-bar';
import { SeekThrottle } from './seek-throttle';
import { TickPreview } from './tick-preview';
import { TickList } from './tick-list';
import { TimelineFace } from './timeline-face';
import { partAt, secondsAt, tickNear } from './track';
import { TrackPointer } from './track-pointer';
import { words } from '../texts/texts';

export interface TimelineOptions {
  readonly session: PaneSession;
  readonly steps: ReadonlySignal<SkipSteps>;
  readonly previews: Previews;
  /** Writes another start and end of the looped clip into its note. */
  readonly changeClip: (clip: Clip) => void;
}

/** The distance within which the pointer means a tick. Pixels; larger for a finger. */
const REACH = 5;
const REACH_OF_TOUCH = 14;

export class Timeline extends Component {
  private readonly face: TimelineFace;
  private readonly list: TickList;
  private readonly chapters: ChapterMarks;
  private readonly preview: TickPreview;
  private readonly handles: ClipHandles;
  private readonly loopBar: LoopBar | undefined;
  private readonly seeks: SeekThrottle;
  /** The second to which the user drags; undefined while they do not. */
  private readonly dragged = signal<number | undefined>(undefined);
  private readonly length: ReadonlySignal<number | undefined>;

  constructor(
    container: HTMLElement,
    private readonly options: TimelineOptions,
  ) {
    super();
    const { session } = options;
    this.face = new TimelineFace(container);
    // Not on a desktop: mouse and keys are exact, and a control that stops the loop is always visible.
    if (Platform.isMobile) this.loopBar = this.addLoopBar(container);
    this.handles = new ClipHandles({
      layer: this.face.layer,
      length: () => this.length.peek(),
      secondsAt: (x) => this.secondsAt(x),
      onPoint: (pointed) => this.showHandle(pointed),
      onDraw: (clip) => this.loopBar?.show(clip),
      onChange: (clip) => options.changeClip(clip),
    });
    this.preview = new TickPreview({ ...options, track: this.face.track, tip: this.face.tip });
    this.chapters = new ChapterMarks(this.face.track, session);
    this.list = new TickList(this.face.el, (tick) => session.playTick(tick));
    this.seeks = new SeekThrottle(this.face.el, (seconds) => session.seek(seconds));
    this.length = session.length;
    this.listenToPointer();
    this.face.track.addEventListener('keydown', (event) => this.press(event));
  }

  override onload(): void {
    const { session } = this.options;
    const { ticks } = session;
    const snapshot = computed(() => session.player.value?.snapshot.value);
    const now = computed(() => this.dragged.value ?? session.player.value?.position.value ?? 0);
    const second = computed(() => Math.floor(now.value));
    const subscribe = (run: () => void): void => this.register(effect(run));
    // A live stream has no length, so its timeline is hidden.
    subscribe(() => this.face.el.toggleClass('is-absent', snapshot.value?.live === true));
    subscribe(() => this.face.showPlayed(partAt(now.value, this.length.value)));
    subscribe(() => this.face.showLoaded(session.player.value?.loaded.value ?? 0));
    subscribe(() => {
      this.face.showValue(second.value, Math.floor(this.length.value ?? 0), this.valueText(second.value));
    });
    let drawn: readonly Tick[] = [];
    const toDraw = computed(() => {
      const { ticks: now } = ticks.value;
      if (!sameTicks(now, drawn)) drawn = now;
      return drawn;
    });
    subscribe(() => this.face.draw(toDraw.value, this.length.value));
    subscribe(() => this.list.show(ticks.value));
    subscribe(() => {
      const { looped } = session.clip;
      this.handles.show(this.length.value === undefined ? undefined : looped.value?.clip);
    });
    subscribe(() => {
      this.handles.showOpened(this.length.value === undefined ? undefined : session.openedClip.value);
    });
    // After a move to another window, a pane has a new player.
    this.register(
      effect(() => (session.player.value === undefined ? undefined : this.face.onResize(this.redraw))),
    );
  }

  override onunload(): void {
    this.preview.dispose();
    this.list.dispose();
    this.chapters.dispose();
    this.seeks.dispose();
  }

  /** The width or the colours of the theme have changed. */
  readonly redraw = (): void => this.face.draw(this.options.session.ticks.peek().ticks, this.length.peek());

  private addLoopBar(container: HTMLElement): LoopBar {
    return new LoopBar(container, {
      step: (side, seconds) => this.handles.step(side, seconds),
      stop: () => this.options.session.clip.dispose(),
    });
  }

  private listenToPointer(): void {
    const drop = (): void => {
      this.seeks.dispose();
      this.dragged.value = undefined;
    };
    new TrackPointer({
      track: this.face.track,
      onHover: (x, event) => this.hover(x, event),
      onGrab: (isHeld) => {
        this.face.grab(isHeld);
        if (isHeld) this.preview.dispose();
      },
      onDrag: (x) => {
        this.dragged.value = this.secondsAt(x);
        this.seeks.seek(this.dragged.value);
      },
      onDrop: (x) => {
        drop();
        this.options.session.seek(this.secondsAt(x));
      },
      onPress: (x, byTouch) => {
        const tick = this.tickAt(x, byTouch ? REACH_OF_TOUCH : REACH);
        if (tick === undefined) this.options.session.seek(this.secondsAt(x));
        else this.options.session.playTick(tick);
      },
      onCancel: drop,
    });
  }

  private hover(x: number | undefined, event: PointerEvent): void {
    if (x === undefined || this.length.peek() === undefined) {
      this.showTip(undefined);
      this.preview.forget();
      return;
    }
    const isDragging = this.dragged.peek() !== undefined;
    const tick = isDragging ? undefined : this.tickAt(x, REACH);
    this.showTip(tick?.seconds ?? this.secondsAt(x), tick);
    this.preview.point(tick, event);
  }

  /** Shows the second of a handle. The ticks under it do not count. */
  private showHandle(pointed: PointedHandle | undefined): void {
    this.preview.forget();
    this.preview.dispose();
    if (pointed === undefined) {
      this.face.showTip(undefined);
      return;
    }
    const { side, clip } = pointed;
    const [from, to] = [clip.start, clip.end].map((one) => partAt(one, this.length.peek())) as [
      number,
      number,
    ];
    this.face.showTip({
      time: formatCompact(clip[side]),
      part: side === 'start' ? from : to,
      beside: { from, to },
    });
  }

  private showTip(seconds: number | undefined, tick?: Tick): void {
    if (seconds === undefined) this.face.showTip(undefined);
    else
      this.face.showTip({
        part: partAt(seconds, this.length.peek()),
        time: formatCompact(seconds),
        chapter: this.chapters.nameAt(seconds),
        sentence: tick === undefined ? undefined : this.sentenceOf(tick),
      });
  }

  /** The keys of a slider; those for larger steps go to the next and previous tick. */
  private press(event: KeyboardEvent): void {
    const { session, steps } = this.options;
    const { near } = steps.peek();
    const { ticks } = session.ticks.peek();
    const now = session.state?.time ?? 0;
    const targets: Readonly<Record<string, number | undefined>> = {
      ArrowRight: now + near,
      ArrowUp: now + near,
      ArrowLeft: now - near,
      ArrowDown: now - near,
      PageUp: tickAfter(ticks, now)?.seconds,
      PageDown: tickBefore(ticks, now)?.seconds,
      Home: 0,
      End: this.length.peek(),
    };
    if (!(event.key in targets) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const target = targets[event.key];
    if (target !== undefined) session.seek(target);
  }

  private secondsAt(x: number): number {
    return secondsAt(x, this.face.width, this.length.peek() ?? 0);
  }

  /** None within a loop: there a press means that very second, since a timestamp would end or restart the loop. */
  private tickAt(x: number, reach: number): Tick | undefined {
    const { clip } = this.options.session;
    if (clip.isOn.peek() && clip.holds(this.secondsAt(x))) return undefined;
    const length = this.length.peek() ?? 0;
    const secondsOf = (pixels: number): number => (pixels / this.face.width) * length;
    return tickNear(this.options.session.ticks.peek().ticks, this.secondsAt(x), secondsOf(reach));
  }

  /** The name of a second includes the sentence of its tick. */
  private valueText(second: number): string {
    const { ticks } = this.options.session.ticks.peek();
    const tick = ticks[countUpTo(ticks, second + 1) - 1];
    const isAt = tick !== undefined && Math.floor(tick.seconds) === second;
    return isAt
      ? words.shared.withRemark(spokenTimecode(second), this.sentenceOf(tick))
      : spokenTimecode(second);
  }

  private sentenceOf({ timestamp }: Tick): string {
    return sentenceAround(this.options.session.ticks.peek().text, timestamp);
  }
}
