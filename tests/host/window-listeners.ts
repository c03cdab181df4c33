// What the app hears of a window, whatever is shown in it.
import { listenForLongPresses } from './long-press';
import { listenForPopovers } from './markdown/popover-watch';
import { listenForTouches } from './touch-origin';
import { listenForTooltips } from './ui/tooltip';

export function listenToWindow(doc: Document): void {
  listenForTouches(doc);
  listenForLongPresses(doc);
  listenForPopovers(doc);
  listenForTooltips(doc);
}
