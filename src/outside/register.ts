// The entrances from outside: the API, links, and the app's command line.
import type { Plugin } from 'obsidian';
import type { Services } from '../app/services';
import type { NewNote } from '../new-note/register';
import type { Writing } from '../writing/register';
import { outside, type Outside } from './api';
import { registerCommandLine } from './command-line';
import { ACTIONS, openLink } from './link';

export interface OutsideParts {
  readonly writing: Pick<Writing, 'insert' | 'insertMoment'>;
  readonly newNote: NewNote;
}

export function registerOutside(plugin: Plugin, services: Services, parts: OutsideParts): Outside {
  const { writing, newNote } = parts;
  const made = outside(services, writing.insert);
  plugin.register(made.dispose);
  const context = { ...services, insertMoment: writing.insertMoment, newNote };
  const { id } = plugin.manifest;
  for (const name of [id, ...ACTIONS.map((action) => `${id}/${action}`)]) {
    plugin.registerObsidianProtocolHandler(name, (data) => openLink(data, context));
  }
  registerCommandLine(plugin, services, made);
  return made;
}
