// A component that lives as long as a rendered element does.
import type * as Obsidian from 'obsidian';
import { Component } from '../component';

export class MarkdownRenderChild extends Component implements Obsidian.MarkdownRenderChild {
  constructor(public containerEl: HTMLElement) {
    super();
  }
}
