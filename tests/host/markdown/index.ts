// How the host renders Markdown. The names that the API has are checked against it here: a change of the API, or a
// part of it that is missing, does not compile.
import type * as Obsidian from 'obsidian';
import { HoverPopover } from './hover-popover';
import { MarkdownPreviewRenderer } from './post-processors';
import { HostPreview } from './preview';
import { MarkdownRenderChild } from './render-child';
import { MarkdownRenderer } from './renderer';
import { sanitizeHTMLToDom } from './sanitise';

export { registeredPostProcessors } from './post-processors';
export { PagePreview } from './page-preview';
export { HostPreview, type PreviewOwner } from './preview';

/** Plugins see the class for `instanceof` only: its constructor is no part of the API. */
export const MarkdownPreviewView = HostPreview as unknown as typeof Obsidian.MarkdownPreviewView;

export { HoverPopover, MarkdownPreviewRenderer, MarkdownRenderChild, MarkdownRenderer, sanitizeHTMLToDom };

({
  HoverPopover,
  MarkdownPreviewRenderer,
  MarkdownRenderChild,
  MarkdownRenderer,
  sanitizeHTMLToDom,
}) satisfies Pick<
  typeof Obsidian,
  | 'HoverPopover'
  | 'MarkdownPreviewRenderer'
  | 'MarkdownRenderChild'
  | 'MarkdownRenderer'
  | 'sanitizeHTMLToDom'
>;
