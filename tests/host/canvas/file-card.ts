// A card that shows a note of the vault, or a part of it.
import type { CanvasFileData } from 'obsidian/canvas';
import type { App } from '../app';
import { Component } from '../component';
import { loadEmbeds } from '../markdown/embeds';
import { renderFragment } from '../markdown/fragment';
import { followLinks } from '../markdown/links';

export class FileCard extends Component {
  constructor(
    readonly el: HTMLElement,
    private readonly app: App,
    private readonly node: CanvasFileData,
  ) {
    super();
  }

  override onload(): void {
    const { file, subpath = '' } = this.node;
    this.el.createDiv({ cls: 'canvas-node-label', text: file.replace(/^.*\//, '').replace(/\.md$/, '') });
    const content = this.el.createDiv('canvas-node-container').createDiv('canvas-node-content');
    content.createDiv({ cls: 'internal-embed', attr: { src: file + subpath } });
    const app = this.app.asApi;
    followLinks({ app, el: content, component: this, hoverParent: { hoverPopover: null } });
    void loadEmbeds(content, { app, sourcePath: '', component: this, depth: 0, renderFragment });
  }

  isEdited(): boolean {
    return false;
  }

  focus(): void {
    this.el.focus();
  }

  stopEditing(): void {
    // It is never edited.
  }

  updateOptions(): void {
    // It has no editor.
  }
}
