// The user's doings in each view, in all windows.
import { Component, type Workspace } from 'obsidian';
import { ViewUse } from './view-use';
import { eachWindow } from '../app/app-windows';

/** The events by which a user uses a view. A scroll is none of them: a view may scroll by itself. */
const USES = ['wheel', 'touchstart', 'touchmove', 'keydown', 'input', 'dragover'] as const;
const ENDS = ['pointerup', 'pointercancel'] as const;
const CHANGES = ['scroll', 'selectionchange'] as const;

/** The element of a view, as the app has it around all that the view shows. */
const VIEW = '.workspace-leaf-content';

export class ViewUses extends Component {
  private readonly uses = new WeakMap<Element, ViewUse>();
  /** The view that a button is down in. */
  private held: ViewUse | undefined;

  constructor(private readonly workspace: Workspace) {
    super();
  }

  override onload(): void {
    eachWindow(this.workspace, this, (win) => this.watch(win));
  }

  /** The user's doings in the view whose element this is. */
  of(viewEl: Element): ViewUse {
    const known = this.uses.get(viewEl);
    if (known !== undefined) return known;
    const use = new ViewUse();
    this.uses.set(viewEl, use);
    return use;
  }

  /** Hears of everything first, whatever becomes of it. */
  private watch(win: Window): () => void {
    const stops: (() => void)[] = [];
    const on = (types: readonly string[], run: (node: Node | null, event: Event) => void): void => {
      const heard = (event: Event): void => {
        run(nodeOf(event), event);
      };
      for (const type of types) {
        win.addEventListener(type, heard, { capture: true, passive: true });
        stops.push(() => {
          win.removeEventListener(type, heard, true);
        });
      }
    };
    on(USES, (node) => {
      this.around(node)?.used(now());
    });
    on(CHANGES, (node) => {
      this.around(node === win.document ? selected(win) : node)?.moved(now());
    });
    on(['pointerdown'], (node) => {
      this.held = this.around(node);
      this.held?.pressed(now());
    });
    on(ENDS, this.release);
    // A press moves the focus, which is no end of it; that the window loses it is.
    on(['blur'], (node) => {
      if (node === null) this.release();
    });
    // Not every release is told of: not always that of a scroll bar.
    on(['pointermove'], (_, event) => {
      if (this.held !== undefined && (event as PointerEvent).buttons === 0) this.release();
    });
    return () => {
      for (const stop of stops) stop();
    };
  }

  private readonly release = (): void => {
    this.held?.released(now());
    this.held = undefined;
  };

  private around(node: Node | null): ViewUse | undefined {
    const el = node?.instanceOf(Element) === true ? node : node?.parentElement;
    const viewEl = el?.closest(VIEW);
    return viewEl === null || viewEl === undefined ? undefined : this.of(viewEl);
  }
}

/** The clock of uses: one for all windows, whose own differ. */
export function now(): number {
  return performance.now();
}

/** Of a window there is none; and windows have classes of their own. */
function nodeOf({ target }: Event): Node | null {
  return target !== null && 'nodeType' in target ? (target as Node) : null;
}

function selected(win: Window): Node | null {
  const selection = win.getSelection();
  return selection === null || selection.isCollapsed ? null : selection.anchorNode;
}
