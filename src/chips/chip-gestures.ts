// The user's gestures on chips. One set of listeners on the document of each window serves all of its chips, wherever the app moves
// them; it hears of an event before whatever else the chip stands in: a link, the title of a callout, the cell of a table.
import { listenForLongPresses, type LongPress } from './long-press';

export type ChipInput = MouseEvent | KeyboardEvent;

/** Whatever is told of what the user does to an element. */
export interface GestureTarget {
  readonly el: HTMLElement;
  react(event: ChipInput): void;
  /** A finger stays on it. */
  openMenu(press: LongPress): void;
  /** A mouse comes to it, or a key is pressed while it has the focus. */
  hover(event: ChipInput): void;
}

const CHIP = '.playhead-chip';
/** A table in Live Preview, whose cells are edited in place. */
const TABLE = '.cm-table-widget';

/** The element of a chip knows its chip: to look up thousands of elements in a map takes six times as long. */
interface ChipElement extends Element {
  playheadChip?: GestureTarget;
}

/** From now on the chip is told what the user does to its element. */
export function addChip(chip: GestureTarget): void {
  const el: ChipElement = chip.el;
  el.playheadChip = chip;
}

/** Listens in a window, until what it returns is called. */
export function listenForGestures({ document: doc }: Window): () => void {
  // Before all else: what this swallows is no gesture.
  const endPresses = listenForLongPresses(doc, chipAt, (chip, press) => {
    // The lift of a finger is not heard of an element that was taken away under it.
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

/** A table edits the cell that a press begins on, and the chip would be gone before it is clicked. */
function keepFromTable(event: UIEvent): void {
  const table = chipAt(event)?.el.closest(TABLE) ?? null;
  if (table !== null) event.stopPropagation();
}

/** A finger does not hover: browsers follow a touch with the events of a mouse, which nobody makes; nor does a pen. */
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
    // A touch that scrolls does not wait for us.
    const passive = type === 'touchstart';
    doc.addEventListener(type, reaction as EventListener, { capture: true, passive, signal });
  }
}
