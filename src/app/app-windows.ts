// The windows of the app: the main one and its pop-outs.
import type { Component, Workspace } from 'obsidian';

/**
 * Calls `enter` for each window that is open, and for each that opens while `owner` lives. The function that `enter` returns is called when that window closes, or when `owner` ends.
 */
export function eachWindow(workspace: Workspace, owner: Component, enter: (win: Window) => () => void): void {
  const leave = new Map<Window, () => void>();
  const add = (win: Window): void => {
    if (!leave.has(win)) leave.set(win, enter(win));
  };
  add(window);
  workspace.iterateAllLeaves((leaf) => {
    add(leaf.getContainer().win);
  });
  owner.registerEvent(
    workspace.on('window-open', (_, win) => {
      add(win);
    }),
  );
  owner.registerEvent(
    workspace.on('window-close', (_, win) => {
      leave.get(win)?.();
      leave.delete(win);
    }),
  );
  owner.register(() => {
    for (const end of leave.values()) end();
    leave.clear();
  });
}
