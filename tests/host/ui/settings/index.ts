// Settings: the window, and what tabs are made of.
export { SettingPage } from './setting-page';
export { PluginSettingTab, SettingTab } from './setting-tab';
export { SettingsWindow } from './settings-window';
