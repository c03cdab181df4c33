// Where the app puts what comes beside something: below it, or above where only there is room; cut to what fits where nowhere is.

/** What it comes beside, in the window. */
export interface Around {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const GAP = 10;
/** How near to an edge of the window it comes. */
const MARGIN = 10;

export function placeNear(el: HTMLElement, around: Around): void {
  el.setCssStyles({ top: '', bottom: '', left: '', maxHeight: '' });
  const { innerWidth, innerHeight } = el.win;
  const { offsetWidth: width, offsetHeight: height } = el;
  const below = innerHeight - MARGIN - (around.bottom + GAP);
  const above = around.top - GAP - MARGIN;
  const isBelow = height <= below || (height > above && below >= above);
  const room = isBelow ? below : above;
  const left = Math.max(MARGIN, Math.min(around.left, innerWidth - width - MARGIN));
  el.setCssStyles({
    left: `${left}px`,
    ...(isBelow ? { top: `${around.bottom + GAP}px` } : { bottom: `${innerHeight - (around.top - GAP)}px` }),
    ...(height > room ? { maxHeight: `${room}px` } : {}),
  });
}
