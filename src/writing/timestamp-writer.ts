// Writes a timestamp where the user writes, in the form that is set, and says what is to be known of it.
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
import type { Notes, WritingPlace } from '../playback/ports';

export interface WriterSettings {
  readonly timestampFormat: 'anchor' | 'link' | 'template';
  /** The user's own form, for the format `template`. */
  readonly timestampTemplate: string;
  readonly videoProperties: readonly string[];
  readonly spaceAfter: boolean;
}

const REMARKS: Readonly<Record<Remark, string>> = {
  'no-chip': 'A timestamp does not work here, so only the time was inserted.',
  'properties-kept':
    'The video could not be added to the properties of this note, so the timestamp names it.',
  'video-unsaid': 'This note is about another video, and your template names none. Add {{url}} to it.',
  'name-unread': 'No link can lead to a file with this name, so only the time was inserted. Rename the file.',
};

export class TimestampWriter {
  constructor(
    private readonly notes: Notes,
    private readonly settings: ReadonlySignal<WriterSettings>,
  ) {}

  /** One undo step. The caret ends behind the timestamp, and the editor has the focus. */
  write(place: WritingPlace, citation: Citation, where: Placing, selections = place.selections): void {
    const { refused } = this.form();
    const { changes, carets, remarks } = this.insertion(place, citation, where, selections);
    place.write(changes, carets);
    place.focus();
    const said = remarks.map((remark) => REMARKS[remark]);
    if (refused !== undefined) said.unshift(`Your template was not used. ${refused}`);
    if (said.length > 0) new Notice(said.join('\n'));
  }

  /** Whether it would be a chip right where the only caret is. */
  isChipAtCaret(place: WritingPlace, citation: Citation): boolean {
    const [{ from, to } = { from: 0, to: 1 }, ...others] = place.selections;
    if (from !== to || others.length > 0) return false;
    const { changes, remarks } = this.insertion(place, citation, 'here', place.selections);
    return remarks.length === 0 && changes.length === 1 && changes[0]?.from === from;
  }

  private insertion(
    place: WritingPlace,
    citation: Citation,
    where: Placing,
    selections: WritingPlace['selections'],
  ): Insertion {
    const { text, isWhole, isLine } = place;
    const { videoProperties: names, spaceAfter } = this.settings.peek();
    return insertion({
      text,
      selections,
      where: isLine ? 'here' : where,
      citation,
      form: this.form().form,
      noteVideo: this.videoOf(place),
      properties: isWhole ? { names, parse: parseYaml } : undefined,
      // The app takes the space at the end of a cell away.
      isSpaced: spaceAfter && !isLine && where !== 'quote',
    });
  }

  /** The video that the note is about at the caret. */
  videoOf(place: WritingPlace): Video | undefined {
    return videoAt(this.videosOf(place), place.selections[0]?.from ?? 0);
  }

  /** The videos that the note is about, by its text if that is at hand: the app reads properties only after a while. */
  videosOf({ path, isWhole, text }: WritingPlace): NoteVideos {
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
