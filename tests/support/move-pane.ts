// Moving a video pane about, by what the app does when its tab is dragged.
import type { Page } from 'playwright-core';
import '../driver/app-window';

export type MovedTo = 'tab' | 'split' | 'sidebar' | 'window';

/** Moves the one video pane: among the note's tabs, to their right, among those of the right sidebar, or to a new window. */
export async function movePane(page: Page, to: MovedTo): Promise<void> {
  await page.evaluate((to) => {
    const { workspace } = window.app;
    const [pane] = workspace.getLeavesOfType('playhead-video');
    if (pane === undefined) throw new Error('There is no pane.');
    if (to === 'window') {
      workspace.moveLeafToPopout(pane);
      return;
    }
    const { tabHeaderEl: header } = pane as typeof pane & { readonly tabHeaderEl: HTMLElement };
    const group = document.querySelector(to === 'sidebar' ? '.mod-right-split' : '.mod-root');
    const target = group?.querySelector(
      to === 'split' ? '.workspace-tab-container' : '.workspace-tab-header-container',
    );
    const { right = 0, top = 0, height = 0 } = target?.getBoundingClientRect() ?? {};
    const at = { bubbles: true, cancelable: true, clientX: right - 20, clientY: top + height / 2 };
    header.dispatchEvent(new DragEvent('dragstart', at));
    target?.dispatchEvent(new DragEvent('drop', at));
  }, to);
}
