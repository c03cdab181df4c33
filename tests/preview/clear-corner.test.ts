// Where there is room for a preview: near what it is about, over nothing that must stay in view.
import { describe, expect, it } from 'vitest';
import { clearCorner, overlap, type Box } from '../../src/preview/clear-corner';

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const window = { width: 1280, height: 720 };
const size = { width: 450, height: 290 };
const chip = box(300, 100, 40, 20);
const player = box(700, 40, 560, 315);

describe('a place', () => {
  it.each<[string, Box, readonly Box[], object]>([
    ['below what it is about', chip, [], { left: 300, top: 128 }],
    ['above it at the bottom of the window', box(300, 650, 40, 20), [], { left: 300, top: 352 }],
    ['further to the left at the right edge', box(1200, 100, 40, 20), [], { left: 822, top: 128 }],
    ['before a player', box(600, 100, 40, 20), [player], { left: 242, top: 128 }],
    ['below a player that is above it', box(900, 370, 40, 20), [player], { left: 822, top: 398 }],
  ])('is %s', (_, around, keepOff, expected) => {
    expect(clearCorner(size, { window, around, obstacles: keepOff })).toEqual(expected);
  });

  it('is none where nothing has room', () => {
    expect(
      clearCorner(size, { window: { width: 500, height: 320 }, around: chip, obstacles: [] }),
    ).toBeUndefined();
    expect(clearCorner(size, { window, around: chip, obstacles: [box(200, 0, 900, 720)] })).toBeUndefined();
  });

  it('covers nothing and is in the window, wherever things are', () => {
    for (let x = 0; x < 1240; x += 62) {
      for (let y = 0; y < 700; y += 35) {
        const around = box(x, y, 40, 20);
        const place = clearCorner(size, { window, around, obstacles: [player] });
        if (place === undefined) continue;
        const own = box(place.left, place.top, size.width, size.height);
        expect([overlap(own, around), overlap(own, player)]).toEqual([false, false]);
        expect(Math.min(own.left, own.top, 1280 - own.right, 720 - own.bottom)).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
