// Tracks the user's actions in all views of all windows.
import { Component, type Workspace } from 'obsidian';
import { ViewUse } from './view-use';
import { eachWindow } from '../app/app-windows';

/** The events of a user's action. Not `scroll`, which has other causes too. */
const USES = ['wheel', 'touchstart', 'touchmove', 'keydown', 'input', 'dragover'] as const;
const ENDS = ['pointerup', 'pointercancel'] as const;
const CHANGES = ['scroll', 'selectionchange'] as const;

/** The app's element around everything that a view shows. */
const VIEW = '.workspace-leaf-content';

export class ViewUses extends Component {
  private readonly uses = new WeakMap<Element, ViewUse>();
  /** The view in which a button is down. */
  private held: ViewUse | undefined;

  constructor(private readonly workspace: Workspace) {
    super();
  }

  override onload(): void {
    eachWindow(this.workspace, this, (win) => this.watch(win));
  }

  /** The user's actions in the view of this element. */
  of(viewEl: Element): ViewUse {
    const known = this.uses.get(viewEl);
    if (known !== undefined) return known;
    const use = new ViewUse();
    this.uses.set(viewEl, use);
    return use;
  }

  /** Captures events, whatever happens to them afterwards. */
  private watch(win: Window): () => void {
    const stops: (() => void)[] = [];
    const on = (types: readonly string[], run: (node: Node | null, event: Event) => void): void => {
      const heard = (event: Event): void => run(nodeOf(event), event);
      for (const type of types) {
        win.addEventListener(type, heard, { capture: true, passive: true });
        stops.push(() => win.removeEventListener(type, heard, true));
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
    // A press moves the focus, which does not end the press; a window that loses the focus ends it.
    on(['blur'], (node) => {
      if (node === null) this.release();
    });
    // Some releases are not reported, such as those on a scroll bar.
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

/** One clock for all windows, whose own clocks differ. */
export function now(): number {
  return performance.now();
}

/**
 * The node that an event targets; null if the target is a window. `instanceof Node` does not work, since each window has its own
 * `Node`.
 */
function nodeOf({ target }: Event): Node | null {
  return target !== null && 'nodeType' in target ? (target as Node) : null;
}

function selected(win: Window): Node | null {
  const selection = win.getSelection();
  return selection === null || selection.isCollapsed ? null : selection.anchorNode;
}
