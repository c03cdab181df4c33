// What stands where a view's plugin is gone, or has not come yet. It keeps the state for it.
import type { WorkspaceLeaf } from '../workspace/leaf';
import { ItemView } from './view';

export class PlaceholderView extends ItemView {
  override icon = 'ghost';
  #state: Record<string, unknown> = {};

  constructor(
    leaf: WorkspaceLeaf,
    private readonly type: string,
  ) {
    super(leaf);
    const state = this.contentEl.createDiv('empty-state').createDiv('empty-state-container');
    state.createDiv({ cls: 'empty-state-title', text: 'Plugin no longer active' });
    state.createDiv({ cls: 'empty-state-message', text: `No view answers to the type “${type}”.` });
  }

  getViewType(): string {
    return this.type;
  }

  getDisplayText(): string {
    return 'Plugin no longer active';
  }

  override getState(): Record<string, unknown> {
    return this.#state;
  }

  override setState(state: unknown): Promise<void> {
    this.#state = (state as Record<string, unknown> | null) ?? {};
    return Promise.resolve();
  }
}
