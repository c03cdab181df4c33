// Makes a note about a video: its name, its folder, and its text from the user's template.
import { normalizePath, parseYaml, type App } from 'obsidian';
import { providerOf } from '../core/mean/provider';
import { nameOf, sameVideo, videoOfProperties, videoProperty, type Video } from '../core/mean/video';
import { fileName } from '../core/write/frame-name';
import { noteText } from '../core/write/note-template';
import { propertyChange, readProperties } from '../core/write/properties';
import { applyChanges } from '../core/write/rewrite';
import type { Notes } from '../playback/ports';
import { DEFAULTS, type Settings } from '../settings/settings';
import type { VideoFacts } from './video-facts';
import { words } from '../texts/texts';

export interface MakingOptions {
  readonly app: App;
  readonly notes: Pick<Notes, 'resolver' | 'readVideos'>;
  readonly settings: Pick<Settings, 'noteFolder' | 'noteTemplate' | 'videoProperties'>;
  /** The path of the note in which the user was: the app may put new notes beside it. */
  readonly beside: string;
  /** The date, as `2024-01-31`. */
  readonly date: string;
}

export interface MadeNote {
  readonly path: string;
  readonly text: string;
  /** Sentences about everything that differs from the user's expectation. */
  readonly remarks: readonly string[];
  /** False if a note about the video was there before. */
  readonly isNew: boolean;
}

export async function makeNote(video: Video, facts: VideoFacts, options: MakingOptions): Promise<MadeNote> {
  const { vault } = options.app;
  const title = facts.title ?? providerOf(video).untitled(video);
  const name = fileName(title) ?? fileName(nameOf(video)) ?? words.shared.video;
  const folder = await folderFor(options);
  const within = (file: string): string => (folder === '' ? `${file}.md` : `${folder}/${file}.md`);
  const taken = new Map(vault.getAllLoadedFiles().map(({ path }) => [path.toLowerCase(), path]));
  let free = name;
  for (let number = 1; ; number++) {
    const known = taken.get(within(free).toLowerCase());
    if (known === undefined) break;
    if (await isAbout(video, known, options)) {
      const text = await vault.adapter.read(known);
      return { path: known, text, remarks: [words.newNote.alreadyThere], isNew: false };
    }
    free = `${name} ${number}`;
  }
  const { text, remarks } = textFor(video, facts, options);
  const path = within(free);
  await vault.create(path, text);
  if (free !== name) remarks.push(words.newNote.nameTaken(name, free));
  // Fewer spaces than in the title need no remark.
  if (name.replace(/\s/g, '') !== title.replace(/\s/g, '')) remarks.push(words.newNote.nameShortened(free));
  return { path, text, remarks, isNew: true };
}

async function isAbout(video: Video, path: string, { app, notes }: MakingOptions): Promise<boolean> {
  if (app.vault.getFileByPath(path) === null) return false;
  const { own } = await notes.readVideos(path);
  return sameVideo(own, video);
}

/** The path of the folder, empty for the vault's root; it is made if it is missing. */
async function folderFor({ app, settings, beside }: MakingOptions): Promise<string> {
  const set = normalizePath(settings.noteFolder.trim());
  if (settings.noteFolder.trim() === '') return pathOf(app.fileManager.getNewFileParent(beside).path);
  if (pathOf(set) !== '' && app.vault.getFolderByPath(set) === null) await app.vault.createFolder(set);
  return pathOf(set);
}

function pathOf(folder: string): string {
  return folder === '/' ? '' : folder;
}

/** The text, which always names the video. */
function textFor(
  video: Video,
  facts: VideoFacts,
  { notes, settings, date }: MakingOptions,
): { readonly text: string; readonly remarks: string[] } {
  const { noteTemplate, videoProperties: names } = settings;
  const provider = providerOf(video);
  const [url] = provider.valuesFor(video, '');
  const id = provider.site === undefined ? undefined : nameOf(video);
  const said = { title: facts.title, author: facts.author, url, id, date };
  const property = videoProperty(video, names);
  if (property === undefined) throw new Error(words.shared.unlinkableFile);
  for (const [template, remarks] of [
    [noteTemplate, []],
    [DEFAULTS.noteTemplate, [words.newNote.templateBroken]],
  ] as const) {
    const text = noteText(template, said);
    const properties = readProperties(text, parseYaml);
    if (sameVideo(videoOfProperties(properties, names, notes.resolver('')), video))
      return { text, remarks: [...remarks] };
    const change = propertyChange(text, property, parseYaml, () => true);
    if (change !== undefined) return { text: applyChanges(text, [change]), remarks: [...remarks] };
  }
  throw new Error(words.newNote.templateWithoutVideo);
}
