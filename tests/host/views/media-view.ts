// Pictures, sound and video of the vault, each in a tab of its own.
import type { TFile } from '../files';
import type { WorkspaceLeaf } from '../workspace/leaf';
import { FileView } from './file-view';

export const MEDIA_TYPES = {
  image: {
    tag: 'img',
    icon: 'image',
    extensions: ['avif', 'bmp', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp'],
  },
  audio: { tag: 'audio', icon: 'file-audio', extensions: ['flac', 'm4a', 'mp3', 'ogg', 'wav'] },
  video: { tag: 'video', icon: 'file-video', extensions: ['mkv', 'mov', 'mp4', 'ogv', 'webm'] },
} as const;

export type MediaType = keyof typeof MEDIA_TYPES;

export class MediaView extends FileView {
  constructor(
    leaf: WorkspaceLeaf,
    private readonly type: MediaType,
  ) {
    super(leaf);
    this.icon = MEDIA_TYPES[type].icon;
  }

  getViewType(): string {
    return this.type;
  }

  override onLoadFile(file: TFile): Promise<void> {
    const { tag } = MEDIA_TYPES[this.type];
    const src = this.app.vault.getResourcePath(file);
    this.contentEl.empty();
    const container = this.contentEl.createDiv(`${this.type}-container`);
    container.createEl(tag, { attr: tag === 'img' ? { src } : { src, controls: true } });
    return Promise.resolve();
  }

  override onUnloadFile(): Promise<void> {
    this.contentEl.empty();
    return Promise.resolve();
  }
}
