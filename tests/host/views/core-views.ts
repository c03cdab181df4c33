// The app's own views, and which files they show.
import { CanvasView } from '../canvas/canvas-view';
import { EmptyView } from './empty-view';
import { FileExplorerView } from './file-explorer';
import { MarkdownView } from './markdown-view';
import { MEDIA_TYPES, MediaView, type MediaType } from './media-view';
import type { ViewRegistry } from './view-registry';

export function registerCoreViews(registry: ViewRegistry): void {
  registry.register('empty', (leaf) => new EmptyView(leaf));
  registry.register('file-explorer', (leaf) => new FileExplorerView(leaf));
  registry.register('markdown', (leaf) => new MarkdownView(leaf));
  registry.registerExtensions(['md'], 'markdown');
  registry.register('canvas', (leaf) => new CanvasView(leaf));
  registry.registerExtensions(['canvas'], 'canvas');
  for (const type of Object.keys(MEDIA_TYPES) as MediaType[]) {
    registry.register(type, (leaf) => new MediaView(leaf, type));
    registry.registerExtensions(MEDIA_TYPES[type].extensions, type);
  }
}
