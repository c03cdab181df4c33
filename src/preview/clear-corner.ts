// Finds a place for a box beside an element, within the window, that covers nothing that must stay visible.

/** In window pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Surroundings {
  readonly window: Size;
  /** The element that the box is for; it is beside that, and does not cover it. */
  readonly around: Box;
  /** The elements that the box must not cover. */
  readonly obstacles: readonly Box[];
}

interface Corner {
  readonly left: number;
  readonly top: number;
}

const GAP = 8;

/** The nearest free place; undefined if there is none. */
export function clearCorner(size: Size, { window, around, obstacles }: Surroundings): Corner | undefined {
  const blocks = [around, ...obstacles];
  const widest = window.width - GAP - size.width;
  const highest = window.height - GAP - size.height;
  // The nearest free place touches the edge of an element or of the window. At equal distances, below comes first, then above.
  const lefts = [
    around.left,
    ...blocks.flatMap(({ left, right }) => [left - GAP - size.width, right + GAP]),
    widest,
  ];
  const tops = [
    ...blocks.flatMap(({ top, bottom }) => [bottom + GAP, top - GAP - size.height]),
    around.top,
    highest,
  ];
  const corners = tops
    .flatMap((top) => lefts.map((left) => ({ left, top })))
    .filter(({ left, top }) => left >= GAP && left <= widest && top >= GAP && top <= highest)
    .filter((corner) => !blocks.some((block) => overlap(boxAt(corner, size), block)));
  const distance = (corner: Corner): number => distanceBetween(boxAt(corner, size), around);
  return corners.reduce<Corner | undefined>(
    (best, corner) => (best === undefined || distance(corner) < distance(best) ? corner : best),
    undefined,
  );
}

export function overlap(one: Box, two: Box): boolean {
  return one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom;
}

function boxAt({ left, top }: Corner, { width, height }: Size): Box {
  return { left, top, right: left + width, bottom: top + height };
}

function distanceBetween(one: Box, two: Box): number {
  const across = Math.max(0, two.left - one.right, one.left - two.right);
  const down = Math.max(0, two.top - one.bottom, one.top - two.bottom);
  return Math.hypot(across, down);
}
