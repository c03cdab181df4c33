// The head of the lower half: its tabs, and the filter of the list.
import { setIcon } from 'obsidian';
import type { ListTab } from './lower-parts';
import { words } from '../texts/texts';

const TABS: readonly (readonly [ListTab, string])[] = [
  ['moments', words.shared.moments],
  ['transcript', words.shared.transcript],
];

export interface LowerHeadOptions {
  /** The id of the element that a tab shows. */
  readonly panel: string;
  readonly choose: (tab: ListTab) => void;
  readonly filter: (query: string) => void;
  /** The user wants to go to the list, or to play its first row. */
  readonly leave: () => void;
  readonly play: () => void;
}

export class LowerHead {
  readonly el: HTMLElement;
  /** The place for the controls of one tab. */
  readonly aside: HTMLElement;
  private readonly tabs = new Map<ListTab, HTMLElement>();
  private readonly input: HTMLInputElement;
  private readonly box: HTMLElement;

  constructor(
    container: HTMLElement,
    private readonly options: LowerHeadOptions,
  ) {
    this.el = container.createDiv({ cls: 'playhead-lower-head' });
    const list = this.el.createDiv({
      cls: 'playhead-tabs',
      attr: { role: 'tablist', 'aria-label': words.moments.list },
    });
    for (const [tab, name] of TABS) this.tabs.set(tab, this.addTab(list, tab, name));
    this.aside = this.el.createDiv({ cls: 'playhead-lower-aside' });
    this.box = this.el.createDiv({ cls: 'playhead-filter' });
    setIcon(this.box.createSpan({ cls: 'playhead-filter-icon', attr: { 'aria-hidden': 'true' } }), 'search');
    this.input = this.box.createEl('input', {
      attr: {
        type: 'search',
        placeholder: words.moments.filter,
        'aria-label': words.moments.filter,
        spellcheck: 'false',
        enterkeyhint: 'search',
      },
    });
    this.listenToInput();
  }

  show(chosen: ListTab, hasTranscript: boolean): void {
    this.el.toggleClass('has-tabs', hasTranscript);
    for (const [tab, el] of this.tabs) {
      const isChosen = tab === chosen;
      el.setAttrs({ 'aria-selected': String(isChosen), tabindex: isChosen ? '0' : '-1' });
      el.toggleClass('is-active', isChosen);
      el.toggleClass('is-absent', tab === 'transcript' && !hasTranscript);
    }
  }

  tabId(tab: ListTab): string {
    return `${this.options.panel}-${tab}`;
  }

  clearFilter(): void {
    this.input.value = '';
    this.options.filter('');
  }

  /** Only where there are rows to filter. */
  offerFilter(isOffered: boolean): void {
    this.box.toggleClass('is-absent', !isOffered);
  }

  /** Whether there is a filter. */
  focusFilter(): boolean {
    this.input.focus();
    this.input.select();
    return this.input.isShown();
  }

  private addTab(list: HTMLElement, tab: ListTab, name: string): HTMLElement {
    const el = list.createEl('button', {
      cls: ['clickable-icon', 'playhead-tab'],
      text: name,
      attr: { type: 'button', role: 'tab', id: this.tabId(tab), 'aria-controls': this.options.panel },
    });
    el.addEventListener('click', () => this.options.choose(tab));
    el.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      const other = [...this.tabs].find(
        ([one, { className }]) => one !== tab && !className.includes('is-absent'),
      );
      if (other === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      this.options.choose(other[0]);
      other[1].focus();
    });
    return el;
  }

  private listenToInput(): void {
    const { input, options } = this;
    input.addEventListener('input', () => options.filter(input.value));
    input.addEventListener('keydown', (event) => {
      // An input method handles these keys itself.
      if (event.isComposing) return;
      if (event.key === 'Enter') options.play();
      else if (event.key === 'ArrowDown') options.leave();
      else if (event.key === 'Escape' && input.value !== '') this.clearFilter();
      else if (event.key === 'Escape') options.leave();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }
}
