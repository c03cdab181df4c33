// A row's control, bound to one key of the settings: shown as stored, checked, then stored again.
//
// Where the API is silent: a number that cannot be read becomes the default, and without one is refused; a value that
// fails to be stored is reported on the console, and the stored one is shown again.
import type * as Obsidian from 'obsidian';
import { absent } from '../../absent';
import type { App } from '../../app';
import {
  type BaseComponent,
  DropdownComponent,
  TextAreaComponent,
  TextComponent,
  ToggleComponent,
} from '../controls';
import type { Setting } from '../setting';
import { SliderComponent } from '../slider';
import { outOfRange, readNumber } from './number';
import { PathComponent } from './path-field';
import type { SettingTab } from './setting-tab';

type Control = Obsidian.SettingControl;

/** Takes what the user has entered, or what is wrong with it. */
interface Offer {
  readonly value: (value: unknown) => void;
  readonly problem: (text: string) => void;
}

interface Field {
  readonly component: BaseComponent;
  /** Puts a value into it. */
  readonly show: (value: unknown) => unknown;
}

export function addControl(setting: Setting, control: Control, tab: SettingTab): void {
  const bound = new BoundControl(setting, control, tab);
  bound.start();
}

class BoundControl {
  readonly #field: Field;
  #turn = 0;
  #isShowing = false;

  constructor(
    private readonly setting: Setting,
    private readonly control: Control,
    private readonly tab: SettingTab,
  ) {
    this.#field = fieldOf({ el: setting.controlEl, app: tab.app }, control, {
      value: (value) => {
        if (!this.#isShowing) void this.#take(value);
      },
      problem: (text) => {
        this.#turn++;
        setting.setErrorMessage(text);
      },
    });
    setting.components.push(this.#field.component);
    if (control.type === 'toggle') setting.setClass('mod-toggle');
  }

  /** Shows what is stored; what is wrong with it is said, and left as it is. */
  start(): void {
    this.#showStored();
    void this.#check(this.#stored());
  }

  async #take(value: unknown): Promise<void> {
    if (!(await this.#check(value))) return;
    try {
      await this.tab.setControlValue(this.control.key, value);
    } catch (error) {
      console.error(`The setting ${this.control.key} was not saved`, error);
      this.#showStored();
    }
    this.tab.refreshDomState();
  }

  /** False when there is something wrong with the value, or a newer one is checked meanwhile. */
  async #check(value: unknown): Promise<boolean> {
    const turn = ++this.#turn;
    // Each control's check takes the type of its own value, which is what its field has made.
    const validate = this.control.validate as ((value: unknown) => unknown) | undefined;
    const answer = await validate?.(value);
    if (turn !== this.#turn) return false;
    const problem = typeof answer === 'string' ? answer : '';
    this.setting.setErrorMessage(problem);
    return problem === '';
  }

  #stored(): unknown {
    return this.tab.getControlValue(this.control.key) ?? this.control.defaultValue;
  }

  #showStored(): void {
    this.#isShowing = true;
    this.#field.show(this.#stored());
    this.#isShowing = false;
  }
}

function fieldOf({ el, app }: { el: HTMLElement; app: App }, control: Control, offer: Offer): Field {
  switch (control.type) {
    case 'toggle': {
      const component = new ToggleComponent(el).onChange(offer.value);
      return { component, show: (value) => component.setValue(value === true) };
    }
    case 'text':
    case 'textarea':
      return textField(el, control, offer);
    case 'number':
      return numberField(el, control, offer);
    case 'slider': {
      const component = new SliderComponent(el).setLimits(control.min, control.max, control.step);
      if (control.displayFormat !== undefined) component.setDisplayFormat(control.displayFormat);
      component.onChange(offer.value);
      return {
        component,
        show: (value) => component.setValue(typeof value === 'number' ? value : control.min),
      };
    }
    case 'dropdown': {
      const component = new DropdownComponent(el).addOptions(control.options).onChange(offer.value);
      return { component, show: (value) => component.setValue(written(value)) };
    }
    case 'file':
    case 'folder': {
      const component = new PathComponent(el, app, control).onChange(offer.value);
      return { component, show: (value) => component.setValue(written(value)) };
    }
    case 'color':
      return absent(`The setting control '${control.type}'`);
  }
}

function textField(
  el: HTMLElement,
  control: Obsidian.SettingTextControl | Obsidian.SettingTextAreaControl,
  offer: Offer,
): Field {
  const component = control.type === 'text' ? new TextComponent(el) : new TextAreaComponent(el);
  if (control.type === 'textarea' && control.rows !== undefined)
    component.inputEl.setAttr('rows', control.rows);
  component.setPlaceholder(control.placeholder ?? '').onChange(offer.value);
  return { component, show: (value) => component.setValue(written(value)) };
}

/** Offered when the field is left or Enter is pressed, not at every digit. */
function numberField(el: HTMLElement, control: Obsidian.SettingNumberControl, offer: Offer): Field {
  const component = new TextComponent(el).setPlaceholder(control.placeholder ?? '');
  const { inputEl } = component;
  const { min = null, max = null, step = 'any', defaultValue } = control;
  inputEl.setAttrs({ type: 'number', min, max, step });
  inputEl.addEventListener('change', () => {
    const entered = readNumber(inputEl) ?? defaultValue;
    if (entered === undefined) {
      offer.problem('Enter a number.');
      return;
    }
    const problem = outOfRange(entered, control);
    if (problem !== undefined) {
      offer.problem(problem);
      return;
    }
    component.setValue(written(entered));
    offer.value(entered);
  });
  return { component, show: (value) => component.setValue(written(value)) };
}

/** As a field shows it: what is nothing is an empty field. */
function written(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
