// A widget that the Markdown renderer fills: what post-processors add to it lives as long as its element.
import type * as Obsidian from 'obsidian';
import type { EditorView } from '@codemirror/view';
import { Component } from '../../component';
import { followLinks } from '../../markdown/links';
import { rememberSource } from '../../markdown/sources';
import { editorInfoField } from '../fields';
import { measureOnResize } from '../measure';
import { SourceWidget } from './source-widget';

export interface Rendering {
  readonly app: Obsidian.App;
  readonly sourcePath: string;
  /** Owns what is rendered; it is loaded. */
  readonly component: Component;
}

const components = new WeakMap<HTMLElement, Component>();

export abstract class RenderedWidget extends SourceWidget {
  protected readonly length: number;

  /** `epoch` grows with each change of the post-processors, which makes another widget of the same text. */
  constructor(
    protected readonly markdown: string,
    private readonly epoch: number,
  ) {
    super();
    this.length = markdown.length;
  }

  override eq(other: RenderedWidget): boolean {
    return other.markdown === this.markdown && other.epoch === this.epoch;
  }

  toDOM(view: EditorView): HTMLElement {
    const info = view.state.field(editorInfoField);
    const component = new Component();
    component.load();
    const sourcePath = info.file?.path ?? '';
    const el = this.render(view, { app: info.app, sourcePath, component });
    components.set(el, component);
    rememberSource(el, sourcePath);
    followLinks({ app: info.app, el, component, hoverParent: info });
    component.register(measureOnResize(view, el));
    return el;
  }

  override destroy(el: HTMLElement): void {
    components.get(el)?.unload();
  }

  protected abstract render(view: EditorView, rendering: Rendering): HTMLElement;
}
