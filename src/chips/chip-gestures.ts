// The user's gestures on chips. One set of listeners on the document of each window serves all of its chips, wherever the app moves
// them. It captures events before the elements around a chip get them: links, callout titles, table cells.
import { listenForLongPresses, type LongPress } from './long-press';

export type ChipInput = MouseEvent | KeyboardEvent;

/** The receiver of the gestures on an element. */
export interface GestureTarget {
  readonly el: HTMLElement;
  react(event: ChipInput): void;
  /** A long press. */
  openMenu(press: LongPress): void;
  /** The pointer is over it, or a key is pressed while it has the focus. */
  hover(event: ChipInput): void;
}

const CHIP = '.playhead-chip';
/** A table in Live Preview, which is edited in place. */
const TABLE = '.cm-table-widget';

/** The element refers to its chip: a map of thousands of elements is six times slower. */
interface ChipElement extends Element {
  playheadChip?: GestureTarget;
}

/** Registers a chip for the gestures on its element. */
export function addChip(chip: GestureTarget): void {
  const el: ChipElement = chip.el;
  el.playheadChip = chip;
}

/** Listens for clicks, keys and long presses on the chips of a window. The returned function removes the listeners. */
export function listenForGestures({ document: doc }: Window): () => void {
  // First, since a click after a long press is no gesture.
  const endPresses = listenForLongPresses(doc, chipAt, (chip, press) => {
    // The end of a touch is not reported for an element that was removed meanwhile.
    if (chip.el.isConnected) chip.openMenu(press);
  });
  const gone = new AbortController();
  listen(doc, gone.signal, {
    click: react,
    auxclick: react,
    mousedown: react,
    contextmenu: react,
    keydown: react,
  });
  listen(doc, gone.signal, {
    pointerdown: keepFromTable,
    mousedown: keepFromTable,
    touchstart: keepFromTable,
  });
  listenForHovering(doc, gone.signal);
  return () => {
    endPresses();
    gone.abort();
  };
}

function chipAt({ targetNode }: UIEvent): GestureTarget | undefined {
  const el = targetNode?.instanceOf(Element) === true ? targetNode.closest<ChipElement>(CHIP) : null;
  return el?.playheadChip;
}

function react(event: ChipInput): void {
  chipAt(event)?.react(event);
}

/** A table starts to edit the cell that is pressed, and the chip would be gone before the click. */
function keepFromTable(event: UIEvent): void {
  const table = chipAt(event)?.el.closest(TABLE) ?? null;
  if (table !== null) event.stopPropagation();
}

/** Touch does not hover: browsers send mouse events after a touch. A pen does not hover either. */
function listenForHovering(doc: Document, signal: AbortSignal): void {
  let pointer = 'mouse';
  const hover = (event: ChipInput): void => {
    if (event.type === 'keydown' || pointer === 'mouse') chipAt(event)?.hover(event);
  };
  const setPointer = ({ pointerType }: PointerEvent): void => {
    pointer = pointerType;
  };
  listen(doc, signal, { pointerover: setPointer, mouseover: hover, keydown: hover });
}

type Reactions = { readonly [K in keyof DocumentEventMap]?: (event: DocumentEventMap[K]) => void };

function listen(doc: Document, signal: AbortSignal, reactions: Reactions): void {
  for (const [type, reaction] of Object.entries(reactions)) {
    // Does not delay a touch that scrolls.
    const passive = type === 'touchstart';
    doc.addEventListener(type, reaction as EventListener, { capture: true, passive, signal });
  }
}
