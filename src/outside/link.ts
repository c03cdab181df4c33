// Links to the plugin: `obsidian://playhead?video=…&t=…&action=play`, or `obsidian://playhead/play?…`. A link is untrusted: nothing
// is written, and no host that only the link names is contacted, before the user has agreed.
import { addDialogButtons } from '../app/dialog-buttons';
import { Modal, Notice, type App, type ObsidianProtocolData } from 'obsidian';
import { attempt } from '../app/report';
import type { Services } from '../app/services';
import { providerOf } from '../core/mean/provider';
import { formatCompact, parseTimecode } from '../core/mean/timecode';
import { boundedTitle } from '../core/mean/title';
import { addressAt, nameOf, type Video } from '../core/mean/video';
import type { Moment } from '../core/mean/moment';
import { exactCue } from './api';
import { words } from '../texts/texts';

export interface LinkContext extends Services {
  readonly insertMoment: (video: Video, moment: Moment) => void;
  readonly newNote: (text: string) => void;
}

export const ACTIONS = ['play', 'insert', 'note'] as const;

export interface LinkRequest {
  readonly action: (typeof ACTIONS)[number];
  readonly video: Video;
  readonly seconds: number;
}

/** Reads what a link asks for. If the link is faulty, returns the reason as a sentence for the user. */
export function readLink(
  data: Readonly<Record<string, string>>,
  videoOf: (text: string) => Video | undefined,
): LinkRequest | { readonly refused: string } {
  // It is not documented whether a link may have a parameter `action`: the app passes one too, with the registered name.
  const { action: said = '', video: name = '', t = '0' } = data;
  const action = said.replace(/^playhead\/?/, '');
  const wanted = action === '' ? 'play' : ACTIONS.find((one) => one === action);
  if (wanted === undefined) return { refused: words.outside.unknownAction(boundedTitle(action)) };
  const video = videoOf(name);
  if (video === undefined) return { refused: words.outside.linkWithoutVideo };
  const seconds = parseTimecode(t);
  if (seconds === undefined) return { refused: words.outside.linkWithoutTime(boundedTitle(t)) };
  return { action: wanted, video, seconds };
}

export function openLink(data: ObsidianProtocolData, context: LinkContext): void {
  const { app, notes, playback, opened, insertMoment, newNote } = context;
  const read = readLink(data, (name) => notes.namedVideo(name, ''));
  if ('refused' in read) {
    new Notice(read.refused);
    return;
  }
  const { action, video, seconds } = read;
  const moment = `${formatCompact(seconds)} · ${nameOf(video)}`;
  const ask = (title: string, wish: string, then: () => void): void => {
    opened.openModal(new AskModal(app, { title, text: [wish, moment], then }));
  };
  const play = (): void => attempt(words.actions.playVideo, () => playback.play(exactCue(video, seconds)));
  if (action === 'note') newNote(addressOf(video, data['t'] === undefined ? undefined : seconds));
  else if (action === 'insert') {
    ask(words.shared.insertTimestamp, words.outside.confirmInsert, () => insertMoment(video, { seconds }));
  } else if (providerOf(video).unknownHost(video) === undefined) play();
  else ask(words.outside.playFileTitle, words.outside.confirmPlay, play);
}

/** The text in the field of the question for a new note. */
function addressOf(video: Video, seconds: number | undefined): string {
  const address = seconds === undefined ? undefined : addressAt(video, seconds);
  return address ?? providerOf(video).valuesFor(video, '')[0] ?? nameOf(video);
}

interface Question {
  /** The title of the question, and the name of its button. */
  readonly title: string;
  readonly text: readonly string[];
  readonly then: () => void;
}

/** Asks the user whether to do what a link requests. */
class AskModal extends Modal {
  constructor(
    app: App,
    private readonly question: Question,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { title, text, then } = this.question;
    this.setTitle(title);
    for (const paragraph of text) this.contentEl.createEl('p', { text: paragraph });
    addDialogButtons(this, title, () => {
      this.close();
      then();
    });
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
