// The new tab.
import { ItemView } from './view';

export class EmptyView extends ItemView {
  override icon = 'file';

  getViewType(): string {
    return 'empty';
  }

  getDisplayText(): string {
    return 'New tab';
  }

  override onload(): void {
    this.containerEl.setAttr('data-type', 'empty');
    this.contentEl.empty();
    const state = this.contentEl.createDiv('empty-state').createDiv('empty-state-container');
    state.createDiv({ cls: 'empty-state-title', text: 'No file is open' });
    const actions = state.createDiv('empty-state-action-list');
    this.addLine(actions, 'Go to file (Ctrl + O)', 'switcher:open');
    this.addLine(actions, 'Show commands (Ctrl + P)', 'command-palette:open');
  }

  private addLine(parent: HTMLElement, text: string, command: string): void {
    const line = parent.createDiv({ cls: 'empty-state-action tappable', text });
    line.addEventListener('click', () => this.app.commands.executeCommandById(command));
  }
}
