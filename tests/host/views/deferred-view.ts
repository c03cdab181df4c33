// What stands in a background tab of the restored layout until that is shown: its type and state, no view yet.
import type * as Obsidian from 'obsidian';
import type { WorkspaceLeaf } from '../workspace/leaf';
import { View } from './view';

export class DeferredView extends View {
  constructor(
    leaf: WorkspaceLeaf,
    readonly deferred: Obsidian.ViewState,
    private readonly shown: { title?: string; icon?: string },
  ) {
    super(leaf);
    this.icon = shown.icon ?? 'file';
  }

  getViewType(): string {
    return this.deferred.type;
  }

  getDisplayText(): string {
    return this.shown.title ?? this.deferred.type;
  }

  override getState(): Record<string, unknown> {
    return this.deferred.state ?? {};
  }
}
