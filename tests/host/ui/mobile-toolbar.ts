// A phone's toolbar: the commands that the user has put there, above the keyboard while a note is edited. What cannot run
// now is left out.
import type * as Obsidian from 'obsidian';
import type { App } from '../app';
import { setIcon } from './icons';
import { setTooltip } from './tooltip';

/** What a command without an icon has there. */
const NO_ICON = 'circle-help';

export class MobileToolbar {
  readonly el = createDiv('mobile-toolbar');
  readonly #listEl = this.el
    .createDiv('mobile-toolbar-options-container')
    .createDiv('mobile-toolbar-options-list-container')
    .createDiv('mobile-toolbar-options-list');

  constructor(
    private readonly app: App,
    /** The ids of the user's commands, in the user's order. */
    private readonly commandIds: readonly string[],
  ) {}

  listen(doc: Document): void {
    doc.addEventListener('focusin', () => this.update());
    doc.addEventListener('focusout', (event) => {
      if (event.relatedTarget === null) this.el.detach();
    });
    for (const news of ['active-leaf-change', 'layout-change', 'editor-change'] as const) {
      const { workspace }: { workspace: Obsidian.Events } = this.app;
      workspace.on(news, () => this.update());
    }
  }

  /** There or not, and with which commands. */
  update(): void {
    const { activeElement, body } = document;
    const isEditing = activeElement?.closest('.cm-editor') !== null && activeElement !== null;
    const { commands } = this.app;
    const offered = this.commandIds
      .flatMap((id) => commands.findCommand(id) ?? [])
      .filter((command) => commands.canRun(command));
    body.toggleClass('mod-toolbar-open', isEditing && offered.length > 0);
    if (!isEditing || offered.length === 0) {
      this.el.detach();
      return;
    }
    this.#listEl.setChildrenInPlace(offered.map((command) => this.#option(command)));
    body.appendChild(this.el);
  }

  #option(command: Obsidian.Command): HTMLElement {
    const el = createDiv({
      cls: 'mobile-toolbar-option clickable-icon',
      attr: { 'data-command-id': command.id },
    });
    setIcon(el, command.icon ?? NO_ICON);
    setTooltip(el, command.name);
    // The caret, and with it the keyboard, stays where it is.
    el.addEventListener('pointerdown', (event) => event.preventDefault());
    el.addEventListener('click', () => {
      this.app.commands.executeCommand(command);
    });
    return el;
  }
}
