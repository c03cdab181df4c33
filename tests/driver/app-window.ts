// The parts of the running app that the driver uses through `window.app`. Most are public API; the private ones, which every test
// of a plugin needs, are declared here.
import type { App, Command, Debouncer, Hotkey, Vault, Workspace } from 'obsidian';
import type { SavedLayout } from '../host/start-options';

export interface DrivenApp extends App {
  vault: Vault & { setConfig?(key: string, value: unknown): void };
  workspace: Workspace & { requestSaveLayout: Debouncer<[], Promise<void>> };
  commands: {
    executeCommandById(id: string): boolean;
    listCommands(): Command[];
  };
  hotkeyManager: {
    setHotkeys(id: string, hotkeys: Hotkey[]): void;
    save(): Promise<void>;
  };
  plugins: {
    enablePlugin(id: string): Promise<unknown>;
    disablePlugin(id: string): Promise<unknown>;
    plugins: Record<string, unknown>;
  };
  setting: {
    open(): void;
    close(): void;
    openTabById(id: string): unknown;
  };
  changeTheme?(theme: 'moonstone' | 'obsidian'): void;
}

declare global {
  interface Window {
    app: DrivenApp;
    /** Only the host has these. */
    startHost?: (options: unknown) => Promise<void>;
    hostLeftovers?: () => string[];
    hostDataChanged?: (pluginId: string) => void;
    /** How often the app has looked for the element under the pointer. */
    hostLooks?: () => number;
    hostOpenUri?: (uri: string) => Promise<void>;
    hostCli?: (command: string, parameters: Record<string, string>) => Promise<string>;
    hostSnapshot?: () => Promise<unknown>;
  }
}

export type { SavedLayout };
