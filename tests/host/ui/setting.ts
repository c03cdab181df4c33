// One row of a form: name, description, controls.
import type * as Obsidian from 'obsidian';
import { absent } from '../absent';
import {
  type BaseComponent,
  ButtonComponent,
  DropdownComponent,
  ExtraButtonComponent,
  TextAreaComponent,
  TextComponent,
  ToggleComponent,
} from './controls';
import { DisplayValueComponent } from './display-value';
import { setIcon } from './icons';
import { pressable } from './pressable';
import { ProgressBarComponent } from './progress-bar';
import { SearchComponent } from './search-field';
import { SliderComponent } from './slider';
import { setTooltip } from './tooltip';

/** Controls in a row: what is pressed there is not the row. */
const INNER_CONTROLS = 'a, button, input, label, select, textarea, .clickable-icon';

export class Setting implements Obsidian.Setting {
  readonly settingEl: HTMLElement;
  readonly infoEl: HTMLElement;
  readonly nameEl: HTMLElement;
  readonly descEl: HTMLElement;
  readonly controlEl: HTMLElement;
  readonly components: BaseComponent[] = [];
  errorEl: HTMLElement | null = null;
  #rowClick: (() => void) | undefined;

  constructor(containerEl: HTMLElement) {
    this.settingEl = containerEl.createDiv('setting-item');
    this.infoEl = this.settingEl.createDiv('setting-item-info');
    this.nameEl = this.infoEl.createDiv('setting-item-name');
    this.descEl = this.infoEl.createDiv('setting-item-description');
    this.controlEl = this.settingEl.createDiv('setting-item-control');
  }

  setErrorMessage(message: string | null): this {
    const text = message ?? '';
    this.errorEl?.detach();
    this.errorEl = text === '' ? null : this.infoEl.createDiv({ cls: 'setting-item-error', text });
    this.errorEl?.setAttr('role', 'alert');
    this.settingEl.toggleClass('is-invalid', text !== '');
    return this;
  }

  setName(name: string | DocumentFragment): this {
    this.nameEl.setText(name);
    return this;
  }

  setDesc(desc: string | DocumentFragment): this {
    this.descEl.setText(desc);
    return this;
  }

  setClass(cls: string): this {
    this.settingEl.addClass(cls);
    return this;
  }

  setTooltip(tooltip: string, options?: Obsidian.TooltipOptions): this {
    setTooltip(this.nameEl, tooltip, options);
    return this;
  }

  setHeading(): this {
    return this.setClass('setting-item-heading');
  }

  setDisabled(disabled: boolean): this {
    this.settingEl.toggleClass('is-disabled', disabled);
    for (const component of this.components) component.setDisabled(disabled);
    return this;
  }

  addButton(cb: (component: ButtonComponent) => unknown): this {
    return this.#add(new ButtonComponent(this.controlEl), cb);
  }

  addExtraButton(cb: (component: ExtraButtonComponent) => unknown): this {
    return this.#add(new ExtraButtonComponent(this.controlEl), cb);
  }

  addToggle(cb: (component: ToggleComponent) => unknown): this {
    this.#add(new ToggleComponent(this.controlEl), cb);
    return this.setClass('mod-toggle');
  }

  addText(cb: (component: TextComponent) => unknown): this {
    return this.#add(new TextComponent(this.controlEl), cb);
  }

  addTextArea(cb: (component: TextAreaComponent) => unknown): this {
    return this.#add(new TextAreaComponent(this.controlEl), cb);
  }

  addDropdown(cb: (component: DropdownComponent) => unknown): this {
    return this.#add(new DropdownComponent(this.controlEl), cb);
  }

  addComponent(cb: (el: HTMLElement) => BaseComponent): this {
    this.components.push(cb(this.controlEl));
    return this;
  }

  addSearch(cb: (component: SearchComponent) => unknown): this {
    return this.#add(new SearchComponent(this.controlEl), cb);
  }

  addSlider(cb: (component: SliderComponent) => unknown): this {
    return this.#add(new SliderComponent(this.controlEl), cb);
  }

  addProgressBar(cb: (component: ProgressBarComponent) => unknown): this {
    return this.#add(new ProgressBarComponent(this.controlEl), cb);
  }

  addDisplayValue(cb: (component: DisplayValueComponent) => unknown): this {
    cb(new DisplayValueComponent(this.controlEl));
    return this;
  }

  addMomentFormat(): never {
    return absent('Setting.addMomentFormat');
  }

  addColorPicker(): never {
    return absent('Setting.addColorPicker');
  }

  /** The app's own: pressing the row anywhere does this. */
  setAction(act: () => void): this {
    this.#setRowClick(act);
    return this.setClass('mod-action');
  }

  /** The app's own: the row leads to a page. */
  setNavigable(open: () => void): this {
    this.#setRowClick(open);
    setIcon(this.controlEl.createDiv('setting-item-chevron'), 'chevron-right');
    return this.setClass('mod-navigable');
  }

  then(cb: (setting: this) => unknown): this {
    cb(this);
    return this;
  }

  clear(): this {
    this.controlEl.empty();
    this.components.length = 0;
    return this;
  }

  #setRowClick(act: () => void): void {
    if (this.#rowClick === undefined) {
      pressable(this.settingEl, (event) => {
        if (this.settingEl.hasClass('is-disabled') || (event.defaultPrevented && event.type === 'click'))
          return;
        if (event.target instanceof Element && event.target.closest(INNER_CONTROLS) !== null) return;
        this.#rowClick?.();
      });
    }
    this.#rowClick = act;
    this.setClass('tappable');
  }

  #add<T extends BaseComponent>(component: T, cb: (component: T) => unknown): this {
    this.components.push(component);
    cb(component);
    return this;
  }
}
