// Scrolls a view of a note to the current moment, smoothly if it is near; nothing else in the view changes.
import type { MarkdownView } from 'obsidian';
import { scrollFor, type Extent, type FollowedView, type FollowTarget } from './follow';
import type { ViewUse } from './view-use';
import { scrollTargetIn, type ScrollTarget } from './scroll-target';
import { now } from './view-uses';

export interface NoteScrollOptions {
  readonly view: MarkdownView;
  readonly use: ViewUse;
  /** The chips of a moment, in any view. */
  readonly chips: (seconds: number) => readonly HTMLElement[];
}

export class NoteScroll implements FollowedView {
  constructor(private readonly options: NoteScrollOptions) {}

  get use(): ViewUse {
    return this.options.use;
  }

  show(target: FollowTarget, mayJump: boolean): boolean {
    const { view } = this.options;
    if (!view.containerEl.isShown() || view.file?.path !== target.path) return false;
    const scrollTarget = this.scrollTargetOf(target);
    if (scrollTarget === undefined) return false;
    const { scroller, jump } = scrollTarget;
    const chip = this.chipIn(scroller, target.tick.seconds);
    const extent = chip?.getBoundingClientRect() ?? scrollTarget.extent;
    if (extent !== undefined) this.scroll(scroller, extent);
    else if (mayJump) {
      this.use.movesByItself(now());
      jump();
      return true;
    }
    return false;
  }

  private scrollTargetOf({ text, tick }: FollowTarget): ScrollTarget | undefined {
    const { view } = this.options;
    const { from } = tick.timestamp;
    if (view.getMode() === 'source') return scrollTargetIn(view.contentEl, from);
    const scroller = view.previewMode.containerEl.querySelector<HTMLElement>('.markdown-preview-view');
    if (scroller === null) return undefined;
    return {
      scroller,
      extent: undefined,
      jump: () => view.previewMode.applyScroll(text.slice(0, from).split('\n').length - 1),
    };
  }

  private chipIn(scroller: HTMLElement, seconds: number): HTMLElement | undefined {
    return this.options.chips(seconds).find((el) => scroller.contains(el) && el.isShown());
  }

  private scroll(scroller: HTMLElement, extent: Extent): void {
    const { top } = scroller.getBoundingClientRect();
    const by = scrollFor(extent, { top, height: scroller.clientHeight });
    if (by === undefined) return;
    const isStill = scroller.win.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.use.movesByItself(now());
    scroller.scrollBy({ top: by, behavior: isStill ? 'instant' : 'smooth' });
  }
}
