// The API's slider: a range with its value, always shown, beside it.
import type * as Obsidian from 'obsidian';
import { ValueComponent } from './controls';

export class SliderComponent extends ValueComponent<number> implements Obsidian.SliderComponent {
  readonly sliderEl: HTMLInputElement;
  readonly #valueEl: HTMLElement;
  #format: ((value: number) => string) | undefined;
  #callback: ((value: number) => unknown) | undefined;
  #instant = false;

  constructor(containerEl: HTMLElement) {
    super();
    this.#valueEl = containerEl.createSpan('slider-value');
    this.sliderEl = containerEl.createEl('input', { cls: 'slider', type: 'range' });
    this.sliderEl.addEventListener('input', () => {
      this.#showValue();
      if (this.#instant) this.#callback?.(this.getValue());
    });
    this.sliderEl.addEventListener('change', () => {
      if (!this.#instant) this.#callback?.(this.getValue());
    });
  }

  override setDisabled(disabled: boolean): this {
    this.sliderEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  setInstant(instant: boolean): this {
    this.#instant = instant;
    return this;
  }

  setLimits(min: number | null, max: number | null, step: number | 'any'): this {
    this.sliderEl.setAttrs({ min, max, step });
    return this;
  }

  getValue(): number {
    return this.sliderEl.valueAsNumber;
  }

  setValue(value: number): this {
    this.sliderEl.valueAsNumber = value;
    this.#showValue();
    return this;
  }

  getValuePretty(): string {
    return this.#format?.(this.getValue()) ?? String(this.getValue());
  }

  setDisplayFormat(format: (value: number) => string): this {
    this.#format = format;
    this.#showValue();
    return this;
  }

  /** Deprecated: the value stands beside the slider anyway. */
  setDynamicTooltip(): this {
    return this;
  }

  onChange(callback: (value: number) => unknown): this {
    this.#callback = callback;
    return this;
  }

  #showValue(): void {
    const text = this.getValuePretty();
    this.#valueEl.setText(text);
    this.#valueEl.toggle(text !== '');
    this.sliderEl.setAttr('aria-valuetext', text === '' ? null : text);
  }
}
