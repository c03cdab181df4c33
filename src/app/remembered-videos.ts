// The memory of videos, in the vault's storage on this device. It is written at the latest when the app or the plugin ends.
import { Component, type App } from 'obsidian';
import { VideoMemory } from '../playback/video-memory';
import { later } from './later';
import { vaultStorage } from './storage';

export class RememberedVideos extends Component {
  readonly memory: VideoMemory;

  constructor(private readonly app: App) {
    super();
    this.memory = new VideoMemory(vaultStorage(app), later);
  }

  override onload(): void {
    this.registerEvent(this.app.workspace.on('quit', this.memory.save));
    this.registerDomEvent(window, 'pagehide', this.memory.save);
    // A phone may end an app in the background without telling it.
    this.registerDomEvent(document, 'visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.memory.save();
    });
  }

  override onunload(): void {
    this.memory.save();
  }
}
