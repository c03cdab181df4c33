// The elements of the timeline, and the drawing of the ticks.
import type { Tick } from '../core/mean/ticks';
import { tickTones } from './track';
import { words } from '../texts/texts';

/** The width of a tick. Page pixels. */
const TICK_WIDTH = 1;

/** The opacity of one tick, and the largest of many at one x: many ticks are a tone, not a bar. */
const TONE = { one: 0.45, most: 0.8 };

/** The second under the pointer. */
export interface Tip {
  /** Its part of the video, from 0 to 1. */
  readonly part: number;
  readonly time: string;
  /** The title of its chapter; undefined if there is none. */
  readonly chapter?: string | undefined;
  /** The sentence of its tick; undefined if there is none. */
  readonly sentence?: string | undefined;
  /** For a handle: the clip, as parts of the video. The tip is beside it, so that it covers no control and no handle. */
  readonly beside?: { readonly from: number; readonly to: number };
}

/** Pixels between the clip and the tip of its handle. */
const BESIDE = 12;

type ObservingWindow = Window & { readonly ResizeObserver: typeof ResizeObserver };

export class TimelineFace {
  readonly el: HTMLElement;
  readonly track: HTMLElement;
  readonly tip: HTMLElement;
  /** Over the track, for elements with a place on it that are not part of the slider. */
  readonly layer: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  /** The same ticks in the colour of the played part. Each canvas shows its own part of the track. */
  private readonly playedTicks: HTMLCanvasElement;
  // Each element has its place as its own property: a property of an ancestor would be inherited by the whole list of ticks.
  private readonly loaded: HTMLElement;
  private readonly played: HTMLElement;
  private readonly thumb: HTMLElement;
  /** The tick under the pointer. */
  private readonly mark: HTMLElement;

  constructor(container: HTMLElement) {
    this.el = container.createDiv({ cls: 'playhead-timeline' });
    this.track = this.el.createDiv({
      cls: 'playhead-track',
      attr: { role: 'slider', tabindex: '0', 'aria-label': words.pane.timeline, 'aria-valuemin': '0' },
    });
    // Below the rail, so that the played part and the thumb stay visible among many ticks.
    this.canvas = this.addTicks('is-to-come');
    this.playedTicks = this.addTicks('is-played');
    const rail = this.track.createDiv({ cls: 'playhead-rail' });
    this.loaded = rail.createDiv({ cls: 'playhead-loaded' });
    this.played = rail.createDiv({ cls: 'playhead-played' });
    this.mark = this.track.createDiv({ cls: 'playhead-mark' });
    this.thumb = this.track.createDiv({ cls: 'playhead-thumb' });
    this.layer = this.el.createDiv({ cls: 'playhead-track-layer' });
    this.tip = this.el.createDiv({ cls: 'playhead-tip', attr: { 'aria-hidden': 'true' } });
  }

  get width(): number {
    return this.track.clientWidth;
  }

  /** While the button is pressed, the frame of the player must not get the pointer. */
  grab(isHeld: boolean): void {
    this.el.closest('.playhead-pane')?.toggleClass('is-grabbed', isHeld);
  }

  /** Parts from 0 to 1. */
  showPlayed(part: number): void {
    for (const el of [this.played, this.thumb, this.canvas, this.playedTicks])
      el.setCssProps({ '--playhead-played': part.toFixed(4) });
  }

  showLoaded(part: number): void {
    this.loaded.setCssProps({ '--playhead-loaded': part.toFixed(4) });
  }

  /** The value of the slider in seconds and in words. */
  showValue(seconds: number, length: number, text: string): void {
    this.track.setAttrs({ 'aria-valuenow': seconds, 'aria-valuemax': length, 'aria-valuetext': text });
  }

  /** Calls `react` when the width of the timeline changes. The returned function ends that. */
  onResize(react: () => void): () => void {
    const { ResizeObserver: Observer } = this.el.win as ObservingWindow;
    const observer = new Observer(react);
    observer.observe(this.canvas);
    return () => observer.disconnect();
  }

  /** Draws the ticks anew, in the colours of the theme. */
  draw(ticks: readonly Tick[], length: number | undefined): void {
    for (const canvas of [this.canvas, this.playedTicks]) drawTicks(canvas, ticks, length);
  }

  private addTicks(cls: string): HTMLCanvasElement {
    return this.track.createEl('canvas', { cls: ['playhead-ticks', cls], attr: { 'aria-hidden': 'true' } });
  }

  showTip(tip: Tip | undefined): void {
    this.el.toggleClass('is-pointed-at', tip !== undefined);
    this.el.toggleClass('is-at-tick', tip?.sentence !== undefined);
    if (tip === undefined) return;
    const { part, time, chapter = '', sentence = '', beside } = tip;
    this.tip.toggleClass('is-beside', beside !== undefined);
    this.tip.empty();
    this.tip.createSpan({ cls: 'playhead-tip-time', text: time });
    if (chapter !== '') this.tip.createSpan({ cls: 'playhead-tip-chapter', text: chapter });
    if (sentence !== '') this.tip.createSpan({ cls: 'playhead-tip-sentence', text: sentence });
    // It stays within the pane, over the controls and never over the player.
    const x = this.track.offsetLeft + part * this.width;
    const half = this.tip.offsetWidth / 2;
    const centre = beside === undefined ? x : this.centreBeside(part, beside, half);
    const within = Math.max(half, Math.min(centre, this.el.clientWidth - half));
    this.tip.setCssProps({ '--playhead-tip': `${Math.round(within)}px` });
    this.mark.setCssProps({ '--playhead-pointed': part.toFixed(4) });
  }

  /** Outside of the clip if there is room on the side of the handle; else within the clip. */
  private centreBeside(part: number, { from, to }: NonNullable<Tip['beside']>, half: number): number {
    const at = (place: number, side: number): number =>
      this.track.offsetLeft + place * this.width + side * (BESIDE + half);
    const isStart = part === from;
    const [before, behind] = [at(from, -1), at(to, 1)];
    const wanted = [...(isStart ? [before, behind] : [behind, before]), isStart ? at(from, 1) : at(to, -1)];
    const fits = (centre: number): boolean => centre >= half && centre <= this.el.clientWidth - half;
    return wanted.find(fits) ?? wanted.at(-1) ?? 0;
  }
}

function drawTicks(canvas: HTMLCanvasElement, ticks: readonly Tick[], length: number | undefined): void {
  const { devicePixelRatio: ratio } = canvas.win;
  canvas.width = Math.round(canvas.clientWidth * ratio);
  canvas.height = Math.round(canvas.clientHeight * ratio);
  const pen = canvas.getContext('2d');
  if (pen === null || length === undefined) return;
  pen.fillStyle = canvas.win.getComputedStyle(canvas).color;
  const width = Math.max(1, Math.round(TICK_WIDTH * ratio));
  for (const [column, count] of tickTones(ticks, canvas.width - width + 1, length)) {
    pen.globalAlpha = Math.min(TONE.most, 1 - (1 - TONE.one) ** count);
    pen.fillRect(column, 0, width, canvas.height);
  }
}
