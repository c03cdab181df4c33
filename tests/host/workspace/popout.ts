// Pop-outs: real second windows of the browser, with the app's styles and its additions to the DOM. Moving a leaf
// there re-parents its elements, so frames in it load again.
import type * as Obsidian from 'obsidian';
import { absent } from '../absent';
import { installDom } from '../dom/install';
import { traceWindow } from '../plugins/traces';
import { listenToWindow } from '../window-listeners';
import { WorkspaceParent, type WorkspaceItem } from './item';
import { WorkspaceContainer } from './split';
import type { Workspace } from './workspace';

const DEFAULT_SIZE = { width: 900, height: 700 };

/** What holds the pop-outs; it is nowhere on the screen itself. */
export class WorkspaceFloating extends WorkspaceParent implements Obsidian.WorkspaceFloating {
  parent!: WorkspaceParent;
  readonly containerEl = createDiv();
  readonly children: WorkspaceWindow[] = [];

  removeChild(child: WorkspaceItem): void {
    const index = this.children.findIndex((candidate) => candidate === child);
    if (index >= 0) this.children.splice(index, 1);
  }
}

export class WorkspaceWindow extends WorkspaceContainer implements Obsidian.WorkspaceWindow {
  win: Window;
  doc: Document;
  #closed = false;

  constructor(workspace: Workspace, data: Obsidian.WorkspaceWindowInitData = {}) {
    super(workspace, 'vertical');
    const opened = window.open('about:blank', '_blank', featuresOf(data));
    if (opened === null) throw new Error('The browser did not open a window');
    this.win = opened;
    // A document that is opened by script takes over this page's address: with it requests say where they come from, as
    // those of the app's own pop-outs do, and `about:blank` ones do not.
    opened.document.open();
    opened.document.close();
    this.doc = opened.document;
    this.#furnish(opened as Window & typeof globalThis);
    this.win.addEventListener('pagehide', () => this.#end());
  }

  /** Closes the window, and with it its leaves. */
  close(): void {
    this.win.close();
    this.#end();
  }

  /** The last of its tabs is gone. */
  override removeChild(child: WorkspaceContainer['children'][number]): void {
    super.removeChild(child);
    if (this.children.length === 0) this.close();
  }

  #furnish(win: Window & typeof globalThis): void {
    installDom(win);
    traceWindow(win);
    // The app routes what its main window opens, to the browser or the web viewer; what a pop-out opens is Electron's to decide.
    win.open = () => absent('Opening an address from the window of a pop-out');
    const { head, body } = win.document;
    win.document.title = document.title;
    copyStyles(head);
    body.className = document.body.className;
    body.addClass('is-popout-window');
    const container = body.createDiv('app-container is-popout').createDiv('horizontal-main-container');
    this.containerEl.addClass('mod-root');
    container.createDiv('workspace').appendChild(this.containerEl);
    this.workspace.app.keymap.listen(win);
    listenToWindow(win.document);
    win.addEventListener('focus', () => this.workspace.windowFocused(win));
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.workspace.windowClosed(this);
  }
}

/**
 * The pop-out looks as the main window does now; later changes are brought over by `refreshStyles`. The rules are copied
 * and not loaded again: what a window at `about:blank` asks for itself is not answered while a test routes requests.
 */
function copyStyles(head: HTMLElement): void {
  for (const sheet of document.styleSheets) {
    const rules = Array.from(sheet.cssRules, (rule) => rule.cssText);
    head.createEl('style', { text: rules.join('\n') });
  }
}

export function refreshStyles(popout: WorkspaceWindow): void {
  for (const style of popout.doc.head.findAll('style')) style.detach();
  copyStyles(popout.doc.head);
  popout.doc.body.toggleClass('theme-dark', document.body.hasClass('theme-dark'));
  popout.doc.body.toggleClass('theme-light', document.body.hasClass('theme-light'));
}

function featuresOf({ x, y, size = DEFAULT_SIZE }: Obsidian.WorkspaceWindowInitData): string {
  const place = x === undefined || y === undefined ? '' : `,left=${x},top=${y}`;
  return `popup,width=${size.width},height=${size.height}${place}`;
}
