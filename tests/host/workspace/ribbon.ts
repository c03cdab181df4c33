// The ribbon: actions at the edge of the window.
import type * as Obsidian from 'obsidian';
import type { App } from '../app';
import { setIcon } from '../ui/icons';
import { setTooltip } from '../ui/tooltip';

export class WorkspaceRibbon implements Obsidian.WorkspaceRibbon {
  readonly containerEl = createDiv('workspace-ribbon side-dock-ribbon');
  readonly #actionsEl: HTMLElement;

  constructor(app: App, side: Obsidian.Side) {
    this.containerEl.addClass(`mod-${side}`);
    const toggle = this.containerEl.createDiv(`sidebar-toggle-button mod-${side}`);
    this.#actionsEl = this.containerEl.createDiv('side-dock-actions');
    this.#makeButton(toggle.createDiv('clickable-icon'), {
      icon: 'panel-left',
      title: 'Toggle sidebar',
      callback: () => app.workspace.leftSplit.toggle(),
    });
  }

  addAction(icon: string, title: string, callback: (evt: MouseEvent) => unknown): HTMLElement {
    const el = this.#actionsEl.createDiv('clickable-icon side-dock-ribbon-action');
    this.#makeButton(el, { icon, title, callback });
    return el;
  }

  #makeButton(
    el: HTMLElement,
    { icon, title, callback }: { icon: string; title: string; callback: (evt: MouseEvent) => unknown },
  ): void {
    setIcon(el, icon);
    setTooltip(el, title, { placement: 'right' });
    el.setAttr('role', 'button');
    el.addEventListener('click', (event) => void callback(event));
  }
}
