// The API's renderer: what reading view is one of, and what plugins call to render Markdown of their own.
import type * as Obsidian from 'obsidian';
import { renderFragment } from './fragment';
import { MarkdownRenderChild } from './render-child';

export abstract class MarkdownRenderer extends MarkdownRenderChild implements Obsidian.MarkdownRenderer {
  abstract app: Obsidian.App;
  abstract get file(): Obsidian.TFile;
  hoverPopover: Obsidian.HoverPopover | null = null;

  static async render(
    app: Obsidian.App,
    markdown: string,
    el: HTMLElement,
    sourcePath: string,
    component: Obsidian.Component,
  ): Promise<void> {
    await renderFragment({ app, markdown, el, sourcePath, component, depth: 0 });
  }

  /** The deprecated form, which takes the app from the window. */
  static async renderMarkdown(
    markdown: string,
    el: HTMLElement,
    sourcePath: string,
    component: Obsidian.Component,
  ): Promise<void> {
    const { app } = window as unknown as { app: Obsidian.App };
    await MarkdownRenderer.render(app, markdown, el, sourcePath, component);
  }
}
