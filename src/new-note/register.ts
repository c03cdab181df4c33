// The command that makes a note about a video, opens both, and puts the caret into the note.
import { Notice, type Plugin } from 'obsidian';
import { commandsOf, type CommandEntry } from '../app/commands';
import { faultText } from '../app/fault';
import type { Services } from '../app/services';
import { VideoModal } from '../app/set-video';
import { showSource } from '../app/show-source';
import type { Video } from '../core/mean/video';
import { makeNote } from './new-note';
import { videoFacts, type VideoFacts } from './video-facts';
import { words } from '../texts/texts';

export type NewNote = (text?: string) => void;

const COMMANDS: readonly CommandEntry<NewNote>[] = [
  {
    id: 'new-video-note',
    name: words.newNote.newVideoNote,
    icon: 'lucide-file-video',
    doing: words.actions.makeVideoNote,
    run: (ask) => ask(),
  },
];

/** Milliseconds that a remark stays. */
const REMARK_STAYS = 8000;

/** Registers the command. Returns a function that asks for a video, with a text in the field, and makes its note. */
export function registerNewNote(plugin: Plugin, services: Services): NewNote {
  const ask = (text?: string): void => askForNote(services, text);
  for (const command of commandsOf(COMMANDS, () => ask)) plugin.addCommand(command);
  return ask;
}

function askForNote(services: Services, text?: string): void {
  const { app, notes, opened } = services;
  const read = (typed: string): Video | undefined => notes.namedVideo(typed, '');
  let facts: VideoFacts = {};
  let warned: string | undefined;
  const modal = new VideoModal(app, {
    title: words.newNote.newVideoNote,
    button: words.newNote.createNote,
    doing: words.actions.createNote,
    ...(text === undefined ? {} : { text }),
    parse: read,
    take: async (video, say) => {
      say(words.newNote.lookingUp);
      facts = await videoFacts(video);
      if (facts.fault !== 'gone') return undefined;
      const warning = words.newNote.createAnyway(faultText('gone', video).sentence);
      const wasWarned = warned === JSON.stringify(video);
      warned = JSON.stringify(video);
      return wasWarned ? undefined : warning;
    },
    then: (video, start) => create(services, video, { facts, start }),
  });
  opened.openModal(modal);
}

interface Known {
  readonly facts: VideoFacts;
  /** The second at which the address of the video starts; undefined if it gives none. */
  readonly start: number | undefined;
}

async function create(services: Services, video: Video, { facts, start }: Known): Promise<void> {
  const { app, notes, settings, playback, recentNote } = services;
  const { path, text, remarks, isNew } = await makeNote(video, facts, {
    app,
    notes,
    settings: settings.peek(),
    beside: recentNote() ?? '',
    date: today(),
  });
  const lines = text.split('\n');
  const end = { line: lines.length - 1, ch: lines.at(-1)?.length ?? 0 };
  await showSource(app, path, end);
  await playback.show(video, start);
  const said = isNew ? [...remarks, ...faultRemark(video, facts)] : remarks;
  if (said.length > 0) new Notice(said.join('\n'), REMARK_STAYS);
}

/** The reason why the note has no title, as a sentence. */
function faultRemark(video: Video, { fault }: VideoFacts): readonly string[] {
  if (fault === undefined) return [];
  const { sentence } = faultText(fault, video);
  return [fault === 'no-answer' ? words.newNote.createdWithoutTitle(sentence) : sentence];
}

/** The local date, as `2024-01-31`. */
function today(now = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
