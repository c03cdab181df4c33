// The `obsidian` module as plugins get it. What is built is checked here against the API's own declarations, and what
// is not is listed: a name that a new version adds, or one that was built meanwhile, does not compile.
import type * as Obsidian from 'obsidian';
import { absent } from './absent';
import { App } from './app';
import { Component } from './component';
import { debounce } from './debounce';
import { Editor } from './editor/editor';
import { editorEditorField, editorInfoField, editorLivePreviewField } from './editor/fields';
import { livePreviewState } from './editor/live-preview/state';
import { Events } from './events';
import { TAbstractFile, TFile, TFolder } from './files';
import * as markdown from './markdown';
import { Platform } from './platform';
import { Plugin } from './plugins/plugin';
import { request, requestUrl } from './request';
import * as controls from './ui/controls';
import { prepareFuzzySearch, prepareSimpleSearch, renderMatches } from './ui/fuzzy';
import { EditorSuggest } from './ui/editor-suggest';
import { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './ui/icons';
import { AbstractInputSuggest } from './ui/input-suggest';
import { Keymap, Scope } from './ui/keymap';
import { Menu } from './ui/menu';
import { MenuItem, MenuSeparator } from './ui/menu-item';
import { Modal } from './ui/modal';
import { Notice } from './ui/notice';
import { DisplayValueComponent } from './ui/display-value';
import { PopoverSuggest } from './ui/popover-suggest';
import { ProgressBarComponent } from './ui/progress-bar';
import { SearchComponent } from './ui/search-field';
import { Setting } from './ui/setting';
import { SettingGroup } from './ui/setting-group';
import { PluginSettingTab, SettingPage, SettingTab } from './ui/settings';
import { SliderComponent } from './ui/slider';
import { FuzzySuggestModal, SuggestModal } from './ui/suggest-modal';
import { displayTooltip, setTooltip } from './ui/tooltip';
import { FileManager } from './vault/file-manager';
import * as frontmatter from './vault/frontmatter';
import { getLinkpath, normalizePath, parseLinktext } from './vault/links';
import { MetadataCache } from './vault/metadata-cache';
import { Vault } from './vault/vault';
import { EditableFileView, FileView, TextFileView } from './views/file-view';
import { MarkdownView } from './views/markdown-view';
import { ItemView, View } from './views/view';
import { WorkspaceItem, WorkspaceParent } from './workspace/item';
import { WorkspaceLeaf } from './workspace/leaf';
import { WorkspaceFloating, WorkspaceWindow } from './workspace/popout';
import { Tasks } from './workspace/quit';
import { WorkspaceRibbon } from './workspace/ribbon';
import { WorkspaceContainer, WorkspaceRoot, WorkspaceSidedock, WorkspaceSplit } from './workspace/split';
import { WorkspaceTabs } from './workspace/tabs';
import { Workspace } from './workspace/workspace';

type Api = typeof Obsidian;

const API_VERSION = '1.13.1';

/** True when this app is at least of the version. */
function requireApiVersion(version: string): boolean {
  const own = API_VERSION.split('.').map(Number);
  const wanted = version.split('.').map(Number);
  const at = own.findIndex((part, index) => part !== (wanted[index] ?? 0));
  return at < 0 || (own[at] ?? 0) > (wanted[at] ?? 0);
}

/** For classes that plugins know and never construct: their instances are checked, how they are made is the host's. */
function madeByApp<C extends { prototype: object }>(made: C): C & (new () => C['prototype']) {
  return made as C & (new () => C['prototype']);
}

const built = {
  // The API has a protected member of its own, which no other class can have.
  AbstractInputSuggest: AbstractInputSuggest as unknown as Api['AbstractInputSuggest'],
  AbstractTextComponent: controls.AbstractTextComponent,
  App: madeByApp(App),
  BaseComponent: controls.BaseComponent,
  ButtonComponent: controls.ButtonComponent,
  Component,
  DisplayValueComponent,
  DropdownComponent: controls.DropdownComponent,
  EditableFileView,
  Editor: madeByApp(Editor),
  EditorSuggest,
  Events,
  ExtraButtonComponent: controls.ExtraButtonComponent,
  FileManager: madeByApp(FileManager),
  FileView,
  FuzzySuggestModal,
  HoverPopover: markdown.HoverPopover,
  ItemView,
  Keymap: madeByApp(Keymap),
  MarkdownPreviewRenderer: markdown.MarkdownPreviewRenderer,
  MarkdownPreviewView: markdown.MarkdownPreviewView,
  MarkdownRenderChild: markdown.MarkdownRenderChild,
  MarkdownRenderer: markdown.MarkdownRenderer,
  MarkdownView,
  Menu,
  // Its constructor is private in the API: only menus make items.
  MenuItem: MenuItem as unknown as Api['MenuItem'],
  MenuSeparator,
  MetadataCache: madeByApp(MetadataCache),
  Modal,
  Notice,
  Platform,
  Plugin,
  PluginSettingTab,
  PopoverSuggest,
  ProgressBarComponent,
  Scope,
  SearchComponent,
  Setting,
  SettingGroup,
  SettingPage,
  SettingTab: madeByApp(SettingTab),
  SliderComponent,
  SuggestModal,
  TAbstractFile: madeByApp(TAbstractFile),
  TFile: madeByApp(TFile),
  TFolder: madeByApp(TFolder),
  Tasks,
  TextAreaComponent: controls.TextAreaComponent,
  TextComponent: controls.TextComponent,
  TextFileView,
  ToggleComponent: controls.ToggleComponent,
  ValueComponent: controls.ValueComponent,
  Vault: madeByApp(Vault),
  View,
  Workspace: madeByApp(Workspace),
  WorkspaceContainer: madeByApp(WorkspaceContainer),
  WorkspaceFloating: madeByApp(WorkspaceFloating),
  WorkspaceItem: madeByApp(WorkspaceItem),
  WorkspaceLeaf: madeByApp(WorkspaceLeaf),
  WorkspaceParent: madeByApp(WorkspaceParent),
  WorkspaceRibbon: madeByApp(WorkspaceRibbon),
  WorkspaceRoot: madeByApp(WorkspaceRoot),
  WorkspaceSidedock: madeByApp(WorkspaceSidedock),
  WorkspaceSplit: madeByApp(WorkspaceSplit),
  WorkspaceTabs: madeByApp(WorkspaceTabs),
  WorkspaceWindow: madeByApp(WorkspaceWindow),
  addIcon,
  apiVersion: API_VERSION,
  debounce,
  displayTooltip,
  editorEditorField,
  editorInfoField,
  editorLivePreviewField,
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated in the API, and plugins still read it
  editorViewField: editorInfoField,
  getFrontMatterInfo: frontmatter.getFrontMatterInfo,
  getIcon,
  getIconIds,
  getLanguage: () => window.localStorage.getItem('language') ?? 'en',
  getLinkpath,
  livePreviewState,
  normalizePath,
  parseFrontMatterAliases: frontmatter.parseFrontMatterAliases,
  parseFrontMatterEntry: frontmatter.parseFrontMatterEntry,
  parseFrontMatterStringArray: frontmatter.parseFrontMatterStringArray,
  parseFrontMatterTags: frontmatter.parseFrontMatterTags,
  parseLinktext,
  parseYaml: frontmatter.parseYaml,
  prepareFuzzySearch,
  prepareSimpleSearch,
  removeIcon,
  renderMatches,
  request,
  requestUrl,
  requireApiVersion,
  sanitizeHTMLToDom: markdown.sanitizeHTMLToDom,
  setIcon,
  setTooltip,
  stringifyYaml: frontmatter.stringifyYaml,
} satisfies Partial<Api>;

type Unbuilt = Exclude<keyof Api, keyof typeof built>;

const unbuilt: Record<Unbuilt, true> = {
  BasesEntry: true,
  BasesEntryGroup: true,
  BasesQueryResult: true,
  BasesView: true,
  BasesViewConfig: true,
  BooleanValue: true,
  CapacitorAdapter: true,
  ColorComponent: true,
  ConfirmationButton: true,
  ConfirmationModal: true,
  DateValue: true,
  DurationValue: true,
  FileSystemAdapter: true,
  FileValue: true,
  HTMLValue: true,
  IconValue: true,
  ImageValue: true,
  LinkValue: true,
  ListValue: true,
  MarkdownEditView: true,
  MomentFormatComponent: true,
  NotNullValue: true,
  NullValue: true,
  NumberValue: true,
  ObjectValue: true,
  PopoverState: true,
  PrimitiveValue: true,
  QueryController: true,
  RegExpValue: true,
  RelativeDateValue: true,
  RenderContext: true,
  SecretComponent: true,
  SecretStorage: true,
  StringValue: true,
  TagValue: true,
  UrlValue: true,
  Value: true,
  WorkspaceMobileDrawer: true,
  arrayBufferToBase64: true,
  arrayBufferToHex: true,
  base64ToArrayBuffer: true,
  finishRenderMath: true,
  getAllTags: true,
  getBlobArrayBuffer: true,
  hexToArrayBuffer: true,
  htmlToMarkdown: true,
  iterateCacheRefs: true,
  iterateRefs: true,
  loadMathJax: true,
  loadMermaid: true,
  loadPdfJs: true,
  loadPrism: true,
  moment: true,
  parsePropertyId: true,
  renderMath: true,
  renderResults: true,
  resolveSubpath: true,
  sortSearchResults: true,
  stripHeading: true,
  stripHeadingForLink: true,
};

export const unbuiltNames: readonly string[] = Object.keys(unbuilt);

export const obsidian: object = Object.defineProperties(
  { ...built },
  Object.fromEntries(
    unbuiltNames.map((name) => [name, { enumerable: true, configurable: true, get: () => absent(name) }]),
  ),
);
