// Writes timestamps into the edit target, in the form of the settings, and shows remarks.
import type { ReadonlySignal } from '@preact/signals-core';
import { Notice, parseYaml } from 'obsidian';
import type { Citation, Form } from '../core/write/citation';
import { insertion, type Insertion, type Remark } from '../core/write/insertion';
import { readProperties } from '../core/write/properties';
import type { Placing } from '../core/write/spot';
import { readTemplate } from '../core/write/template';
import { NO_VIDEOS, videoAt, type NoteVideos } from '../core/mean/attribution';
import type { Video } from '../core/mean/video';
import { readNoteVideos } from '../core/read/note-videos';
import type { Notes, EditTarget } from '../playback/ports';
import { words } from '../texts/texts';

export interface WriterSettings {
  readonly timestampFormat: 'anchor' | 'link' | 'template';
  /** The user's own form, for the form `template`. */
  readonly timestampTemplate: string;
  readonly videoProperties: readonly string[];
  readonly spaceAfter: boolean;
}

const REMARKS: Readonly<Record<Remark, string>> = {
  'no-chip': words.writing.onlyTimeInserted,
  'properties-kept': words.writing.propertyNotWritten,
  'video-unsaid': words.writing.templateWithoutVideo,
  'name-unread': words.writing.onlyTimeUnlinkableFile,
};

export class TimestampWriter {
  constructor(
    private readonly notes: Notes,
    private readonly settings: ReadonlySignal<WriterSettings>,
  ) {}

  /** Writes one undo step. The caret ends after the timestamp, and the editor has the focus. */
  write(target: EditTarget, citation: Citation, where: Placing, selections = target.selections): void {
    const { refused } = this.form();
    const { changes, carets, remarks } = this.insertion(target, citation, where, selections);
    target.write(changes, carets);
    target.focus();
    const said = remarks.map((remark) => REMARKS[remark]);
    if (refused !== undefined) said.unshift(words.writing.templateNotUsed(refused));
    if (said.length > 0) new Notice(said.join('\n'));
  }

  /** Whether it would be a chip at the only caret. */
  isChipAtCaret(target: EditTarget, citation: Citation): boolean {
    const [{ from, to } = { from: 0, to: 1 }, ...others] = target.selections;
    if (from !== to || others.length > 0) return false;
    const { changes, remarks } = this.insertion(target, citation, 'here', target.selections);
    return remarks.length === 0 && changes.length === 1 && changes[0]?.from === from;
  }

  private insertion(
    target: EditTarget,
    citation: Citation,
    where: Placing,
    selections: EditTarget['selections'],
  ): Insertion {
    const { text, isWhole, isLine } = target;
    const { videoProperties: names, spaceAfter } = this.settings.peek();
    return insertion({
      text,
      selections,
      where: isLine ? 'here' : where,
      citation,
      form: this.form().form,
      noteVideo: this.videoOf(target),
      properties: isWhole ? { names, parse: parseYaml } : undefined,
      // The app trims the text of a cell.
      isSpaced: spaceAfter && !isLine,
    });
  }

  /** The video of the note at the caret. */
  videoOf(target: EditTarget): Video | undefined {
    return videoAt(this.videosOf(target), target.selections[0]?.from ?? 0);
  }

  /** The videos of the note, from its text if that is available: the app reads properties only after a while. */
  videosOf({ path, isWhole, text }: EditTarget): NoteVideos {
    if (!isWhole) return path === undefined ? NO_VIDEOS : this.notes.videosOf(path);
    const properties = readProperties(text, parseYaml);
    const names = this.settings.peek().videoProperties;
    return readNoteVideos({ text, properties, names, resolve: this.notes.resolver(path ?? '') });
  }

  private form(): { readonly form: Form; readonly refused?: string } {
    const { timestampFormat: format, timestampTemplate: template } = this.settings.peek();
    if (format !== 'template') return { form: format };
    const read = readTemplate(template);
    return 'refused' in read ? { form: 'anchor', refused: read.refused } : { form: read };
  }
}
