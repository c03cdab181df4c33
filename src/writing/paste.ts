// Pastes a transcript as paragraphs with times, and an address of the note's video as a timestamp.
import type { ReadonlySignal } from '@preact/signals-core';
import { Notice } from 'obsidian';
import type { CommandEntry } from '../app/commands';
import type { Services } from '../app/services';
import { copiedText } from '../app/set-video';
import { readVideo, sameVideo } from '../core/mean/video';
import { parseYouTubeUrl } from '../core/mean/youtube-url';
import { isTranscript } from '../core/read/copied-cues';
import type { Span } from '../core/write/rewrite';
import { transcriptChange, transcriptText } from '../core/write/transcript';
import type { EditTarget } from '../playback/ports';
import type { TimestampWriter } from './timestamp-writer';
import { words } from '../texts/texts';

export interface PasteSettings {
  readonly pasteAddresses: boolean;
}

export interface PastingOptions extends Pick<Services, 'opened' | 'offerEditing'> {
  readonly settings: ReadonlySignal<PasteSettings>;
  readonly writer: TimestampWriter;
  /** The editor that the user was in last. */
  readonly editTarget: () => EditTarget | undefined;
}

export const PASTE_COMMANDS: readonly CommandEntry<{ readonly pasting: Pasting }>[] = [
  {
    id: 'paste-transcript',
    name: words.writing.pasteAsTranscript,
    icon: 'lucide-clipboard-paste',
    run: ({ pasting }) => pasting.pasteTranscript(),
  },
];

const NO_TRANSCRIPT = words.writing.clipboardWithoutTranscript;
const IN_CELL = words.writing.transcriptInTable;
/** Characters before an address that is not text: the target of a link, or the value of an attribute or definition. */
const NO_TEXT = /(?:\]\(<?|<|=["']?|^[ \t]*\[[^\]\n]*\]:[ \t]*|[^\s([{*_~>–—-])$/;

export class Pasting {
  constructor(private readonly options: PastingOptions) {}

  /** Called before the app pastes. */
  readonly pasted = (event: ClipboardEvent): void => {
    const target = this.options.editTarget();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (event.defaultPrevented || target === undefined || target.isLine) return;
    if (this.writeTimestamp(target, text.trim())) event.preventDefault();
    else if (isTranscript(text)) this.offer(target, text);
  };

  async pasteTranscript(): Promise<void> {
    const target = this.options.editTarget();
    if (target === undefined || target.isLine) {
      if (target === undefined) this.options.offerEditing();
      else new Notice(IN_CELL);
      return;
    }
    const transcript = transcriptText(await copiedText(activeWindow));
    if (transcript === undefined) new Notice(NO_TRANSCRIPT);
    else this.write(target, target.selections[0] ?? { from: 0, to: 0 }, transcript);
  }

  /** Pastes the address first, so that one undo brings it back. Returns whether the timestamp was written. */
  private writeTimestamp(target: EditTarget, address: string): boolean {
    const { settings, writer, editTarget } = this.options;
    const { start: seconds, end } = /\s/.test(address) ? {} : (parseYouTubeUrl(address) ?? {});
    const video = seconds === undefined ? undefined : readVideo(address, () => undefined);
    if (!settings.peek().pasteAddresses || seconds === undefined || video === undefined) return false;
    const [{ from } = { from: 0 }] = target.selections;
    const line = target.text.slice(target.text.lastIndexOf('\n', from - 1) + 1, from);
    if (!sameVideo(video, writer.videoOf(target)) || (line !== '' && NO_TEXT.test(line))) return false;
    const citation = { video, moment: { seconds, end }, title: undefined };
    if (!writer.isChipAtCaret(target, citation)) return false;
    const to = from + address.length;
    target.write([{ from, to: from, insert: address }], [to]);
    const written = editTarget();
    if (written !== undefined) writer.write(written, citation, 'here', [{ from, to }]);
    return true;
  }

  /** The text is pasted as it is; for a while, the user can turn it into a transcript. */
  private offer({ path, selections }: EditTarget, text: string): void {
    const at = Math.min(...selections.map(({ from }) => from));
    this.options.opened.offer(words.writing.transcriptPasted, words.writing.pasteAsTranscript, () => {
      this.replace(path, at, text.replace(/\r\n?/g, '\n'));
    });
  }

  private replace(path: string | undefined, at: number, pasted: string): void {
    const target = this.options.editTarget();
    const from = target?.text.startsWith(pasted, at) === true ? at : (target?.text.indexOf(pasted) ?? -1);
    const transcript = transcriptText(pasted);
    if (target === undefined || target.path !== path || from < 0 || transcript === undefined)
      new Notice(words.writing.pastedTextGone);
    else this.write(target, { from, to: from + pasted.length }, transcript);
  }

  private write(target: EditTarget, span: Span, transcript: string): void {
    const change = transcriptChange(target.text, span, transcript);
    target.write([change], [change.from + change.insert.trimEnd().length]);
    target.focus();
  }
}
