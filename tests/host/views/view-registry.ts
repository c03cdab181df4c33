// Which view shows a type, and which type shows a file. Both may come and go with plugins.
import { Events } from '../events';
import type { WorkspaceLeaf } from '../workspace/leaf';
import { PlaceholderView } from './placeholder-view';
import type { View } from './view';

type Creator = (leaf: WorkspaceLeaf) => View;

export class ViewRegistry extends Events {
  readonly #creators = new Map<string, Creator>();
  readonly #extensions = new Map<string, string>();

  register(type: string, creator: Creator): void {
    if (this.#creators.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
    this.#creators.set(type, creator);
    this.trigger('view-registered', type);
  }

  unregister(type: string): void {
    if (this.#creators.delete(type)) this.trigger('view-unregistered', type);
  }

  registerExtensions(extensions: readonly string[], type: string): void {
    const taken = extensions.filter((extension) => this.#extensions.has(extension));
    if (taken.length > 0)
      throw new Error(`Attempting to register an existing file extension "${taken.join()}"`);
    for (const extension of extensions) this.#extensions.set(extension, type);
  }

  unregisterExtensions(extensions: readonly string[]): void {
    for (const extension of extensions) this.#extensions.delete(extension);
  }

  getTypeByExtension(extension: string): string | undefined {
    return this.#extensions.get(extension);
  }

  has(type: string): boolean {
    return this.#creators.has(type);
  }

  types(): string[] {
    return [...this.#creators.keys()];
  }

  create(type: string, leaf: WorkspaceLeaf): View {
    return this.#creators.get(type)?.(leaf) ?? new PlaceholderView(leaf, type);
  }
}
