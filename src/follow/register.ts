// Following: notes that scroll along with the video, and panes that follow the user.
import type { Plugin } from 'obsidian';
import type { Services } from '../app/services';
import { ActiveNotePanes } from './active-note-panes';
import { Following } from './following';

export function registerFollow(plugin: Plugin, services: Services): Following {
  const { workspace } = services.app;
  plugin.addChild(new ActiveNotePanes(workspace, services, services.panes));
  return plugin.addChild(new Following(workspace, services));
}
