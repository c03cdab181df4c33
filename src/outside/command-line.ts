// The commands for the app's command line, which answer with JSON. As the app has no error code, an answer says whether it failed.
import type { CliData, CliFlags, Plugin } from 'obsidian';
import type { Services } from '../app/services';
import type { Outside } from './api';
import { words } from '../texts/texts';

const NOTE: CliFlags = {
  file: { value: '<name>', description: words.outside.noteNameOption },
  path: { value: '<path>', description: words.outside.notePathOption },
};

interface Line {
  readonly name: string;
  readonly description: string;
  readonly flags: CliFlags | null;
  readonly answer: (data: CliData) => string | Promise<string>;
}

/** Apps before 1.12.2, and those on phones, have no command line. */
export function registerCommandLine(plugin: Plugin, services: Services, { api, check }: Outside): void {
  const { register } = {
    register: (plugin as Partial<Pick<Plugin, 'registerCliHandler'>>).registerCliHandler,
  };
  if (typeof register !== 'function') return;
  const lines: readonly Line[] = [
    {
      name: 'time',
      description: words.outside.timeCommand,
      flags: null,
      answer: () => written(api.current() ?? null),
    },
    {
      name: 'scan',
      description: words.outside.scanCommand,
      flags: NOTE,
      answer: async (data) => written(await api.timestamps(pathIn(data, services))),
    },
    {
      name: 'check',
      description: words.outside.checkCommand,
      flags: NOTE,
      answer: async (data) => written(await check(pathIn(data, services))),
    },
  ];
  for (const { name, description, flags, answer } of lines) {
    register.call(plugin, `${plugin.manifest.id}:${name}`, description, flags, async (data) => {
      try {
        return await answer(data);
      } catch (cause) {
        return `Error: ${cause instanceof Error ? cause.message : String(cause)}`;
      }
    });
  }
}

function written(answer: unknown): string {
  return JSON.stringify(answer, undefined, 2);
}

function pathIn({ path, file }: CliData, { app, recentNote }: Services): string {
  const found =
    path ?? (file === undefined ? recentNote() : app.metadataCache.getFirstLinkpathDest(file, '')?.path);
  const note = found === undefined ? null : app.vault.getFileByPath(found);
  if (note?.extension !== 'md') throw new Error(words.outside.noSuchNote);
  return note.path;
}
