// By which event a press on a cell enters it. The app's tables react to `pointerdown`, as far as is known; a spec can have `click`.

export type CellEntry = 'pointerdown' | 'click';

let entry: CellEntry = 'pointerdown';

export function enterCellsOn(event: CellEntry): void {
  entry = event;
}

/** Whether this event enters the cell that it is on. */
export function entersCell({ type, button }: MouseEvent): boolean {
  return type === entry && button === 0;
}
