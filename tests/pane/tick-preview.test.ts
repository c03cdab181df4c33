// Where the preview of a tick stands: beside the player, never over it.
import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scan } from '../../src/core/read/scan';
import { NO_TICKS, ticksOf, type NoteTicks } from '../../src/core/mean/ticks';
import { TickPreview } from '../../src/pane/tick-preview';
import type { PreviewTarget } from '../../src/preview/hover-preview';
import { zoo } from '../playback/videos';
import { FakePanes } from '../support/fake-panes';

const text = 'It is said here [0:20].';
const context = { video: zoo, length: 100, videos: { own: zoo, shown: [] }, resolve: () => undefined };
const noteTicks: NoteTicks = { path: 'a.md', text, ticks: ticksOf(scan(text), context) };
const ticks = signal<NoteTicks>(NO_TICKS);

let pane: HTMLElement;
let targets: PreviewTarget[];

beforeEach(() => {
  ticks.value = noteTicks;
  targets = [];
  pane = document.body.createDiv({ cls: 'playhead-pane' });
});

afterEach(() => {
  pane.remove();
  vi.unstubAllGlobals();
});

interface Layout {
  readonly window: readonly [width: number, height: number];
  readonly pane: DOMRect;
  /** Where the tip below the track ends. */
  readonly bottom: number;
  readonly x: number;
}

function hover(layout: Layout, pointerType = 'mouse'): PreviewTarget | undefined {
  const [width, height] = layout.window;
  vi.stubGlobal('innerWidth', width);
  vi.stubGlobal('innerHeight', height);
  const track = pane.createDiv();
  const tip = pane.createDiv();
  pane.getBoundingClientRect = () => layout.pane;
  tip.getBoundingClientRect = () => new DOMRect(0, layout.bottom - 20, 100, 20);
  const { session } = new FakePanes(ticks).add(zoo);
  const previews = {
    hover: (target: PreviewTarget) => targets.push(target),
    leave: () => undefined,
  };
  const [tick] = ticks.peek().ticks;
  new TickPreview({ track, tip, session, previews }).point(
    tick,
    new PointerEvent('pointermove', { clientX: layout.x, pointerType }),
  );
  return targets[0];
}

describe('the preview of a tick', () => {
  const roomy: Layout = { window: [1400, 900], pane: new DOMRect(700, 40, 700, 860), bottom: 500, x: 900 };

  it('is of its timestamp, in the note that the ticks are from', () => {
    const [tick] = noteTicks.ticks;
    expect(hover(roomy)).toMatchObject({ video: zoo, note: 'a.md', cited: tick?.timestamp });
  });

  it('stands below the tip, about the pointer, as far below its place as the app puts it', () => {
    expect(hover(roomy)?.at).toMatchObject({ x: 675, y: 488 });
  });

  it('covers neither the track nor the tip nor the player, wherever it goes', () => {
    const player = pane.createDiv('playhead-stage');
    const { around, mustNotCover } = hover(roomy)?.at ?? {};
    expect(around).toMatchObject({ left: 900, right: 900, bottom: 500 });
    expect(mustNotCover).toHaveLength(3);
    expect(mustNotCover).toContain(player);
  });

  it.each(['touch', 'pen'])('is for no %s', (pointerType) => {
    expect(hover(roomy, pointerType)).toBeUndefined();
  });
});
