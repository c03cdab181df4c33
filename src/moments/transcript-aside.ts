// The controls of the transcript in the head of the lower half: the choice between several transcripts, and the Quote button.
import { effect } from '@preact/signals-core';
import { setIcon } from 'obsidian';
import type { Transcript } from './transcript';
import { words } from '../texts/texts';

export class TranscriptAside {
  private readonly select: HTMLSelectElement;
  private readonly button: HTMLElement;
  private readonly doubt: HTMLElement;
  private stop: (() => void) | undefined;

  constructor(
    private readonly el: HTMLElement,
    private readonly transcript: Transcript,
    quote: () => void,
  ) {
    this.select = el.createEl('select', {
      cls: ['dropdown', 'playhead-languages'],
      attr: { 'aria-label': words.shared.transcript },
    });
    this.select.addEventListener('change', () => {
      const source = transcript.sources.peek()[this.select.selectedIndex];
      if (source !== undefined) transcript.choose(source);
    });
    this.button = el.createEl('button', {
      cls: ['clickable-icon', 'playhead-quote'],
      attr: { type: 'button', 'aria-label': words.shared.insertQuote },
    });
    setIcon(this.button, 'quote');
    // The selection in the transcript stays.
    this.button.addEventListener('mousedown', (event) => event.preventDefault());
    this.button.addEventListener('click', quote);
    this.doubt = el.createSpan({ cls: 'playhead-doubt' });
  }

  show(isShown: boolean): void {
    this.el.toggleClass('is-absent', !isShown);
    this.stop?.();
    this.stop = undefined;
    if (!isShown) return;
    const { transcript, select } = this;
    this.stop = effect(() => {
      const sources = transcript.sources.value;
      const state = transcript.state.value;
      select.empty();
      for (const { name } of sources) select.createEl('option', { text: name });
      const chosen = transcript.chosen.value?.key;
      select.selectedIndex = sources.findIndex(({ key }) => key === chosen);
      select.toggleClass('is-absent', sources.length < 2);
      const guess = state.kind === 'there' ? state.guess : undefined;
      this.doubt.setText(guess === undefined ? '' : words.moments.readInEncoding(guess));
    });
  }

  dispose(): void {
    this.stop?.();
  }
}
