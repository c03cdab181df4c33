// Rows that stand together under one heading, in one box.
import type * as Obsidian from 'obsidian';
import { ExtraButtonComponent } from './controls';
import { SearchComponent } from './search-field';
import { Setting } from './setting';

export class SettingGroup implements Obsidian.SettingGroup {
  readonly groupEl: HTMLElement;
  readonly headerEl = createDiv('setting-item setting-item-heading');
  readonly headerInnerEl = this.headerEl.createDiv('setting-item-name');
  readonly controlEl = this.headerEl.createDiv('setting-item-control');
  readonly searchContainerEl: HTMLElement;
  readonly listEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    this.groupEl = containerEl.createDiv('setting-group');
    this.searchContainerEl = this.groupEl.createDiv({ cls: 'setting-group-search', attr: { tabindex: -1 } });
    this.listEl = this.groupEl.createDiv('setting-items');
  }

  setHeading(text: string | DocumentFragment): this {
    this.headerInnerEl.setText(text);
    this.#showHeader();
    return this;
  }

  addClass(...classes: string[]): this {
    this.groupEl.addClass(...classes);
    return this;
  }

  addSetting(cb: (setting: Setting) => void): this {
    cb(new Setting(this.listEl));
    return this;
  }

  addSearch(cb: (component: SearchComponent) => unknown): this {
    cb(new SearchComponent(this.searchContainerEl));
    return this;
  }

  addExtraButton(cb: (component: ExtraButtonComponent) => unknown): this {
    cb(new ExtraButtonComponent(this.controlEl));
    this.#showHeader();
    return this;
  }

  /** As in the app it is there only while it has something to show. */
  #showHeader(): void {
    const isEmpty = this.headerInnerEl.textContent === '' && this.controlEl.childElementCount === 0;
    if (isEmpty) this.headerEl.detach();
    else this.groupEl.prepend(this.headerEl);
  }
}
