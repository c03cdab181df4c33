// The settings window, over the app: the tabs at its left, the one that is open beside them. On a phone it fills the
// screen and shows one or the other.
//
// The app opens its settings in a second window unless it is told not to; the host shows them as it does then.
import type { App } from '../../app';
import { Platform } from '../../platform';
import { setIcon } from '../icons';
import { Modal } from '../modal';
import { pressable } from '../pressable';
import { setTooltip } from '../tooltip';
import { pageAt } from './definitions';
import { keepFocus } from './kept-focus';
import { type Place, type ShownPage, showPage } from './page';
import type { SettingTab } from './setting-tab';
import { Sidebar } from './sidebar';

export class SettingsWindow extends Modal {
  /** The app's own tabs. */
  readonly settingTabs: SettingTab[] = [];
  readonly pluginTabs: SettingTab[] = [];
  activeTab: SettingTab | null = null;
  lastTabId = '';
  isOpen = false;
  readonly #sidebar: Sidebar;
  readonly #pagesEl = createDiv('vertical-tab-content-container');
  readonly #queries = new Map<string, string>();
  #path: readonly string[] = [];
  #shown: ShownPage | undefined;

  constructor(app: App) {
    super(app);
    this.modalEl.addClass('mod-settings', 'mod-sidebar-layout');
    this.contentEl.addClass('vertical-tabs-container');
    this.#sidebar = new Sidebar({
      tabs: () => ({ Options: this.settingTabs, 'Community plugins': this.pluginTabs }),
      openTab: (tab) => this.openTab(tab),
      openResult: (place, setting) => this.#openResult(place, setting),
    });
  }

  override onOpen(): void {
    this.isOpen = true;
    for (const tab of this.settingTabs) tab.update();
    const tabs = [...this.settingTabs, ...this.pluginTabs];
    const last = tabs.find((tab) => tab.id === this.lastTabId) ?? tabs[0];
    if (Platform.isPhone) {
      this.#layOut();
      // Not the search field: that would bring up the keyboard.
      this.modalEl.focus();
      return;
    }
    if (last !== undefined) this.openTab(last);
    this.#sidebar.focus();
  }

  override onClose(): void {
    this.closeActiveTab();
    this.isOpen = false;
  }

  /** As a field of search does it: what is typed goes first. */
  override onEscapeKey(): void {
    if (!this.#sidebar.endSearch()) super.onEscapeKey();
  }

  addSettingTab(tab: SettingTab): void {
    this.pluginTabs.push(tab);
    this.pluginTabs.sort((a, b) => a.name.localeCompare(b.name));
    tab.update();
    this.#sidebar.refresh(this.activeTab);
  }

  removeSettingTab(tab: SettingTab): void {
    this.pluginTabs.remove(tab);
    if (tab === this.activeTab) this.closeActiveTab();
    this.#sidebar.refresh(this.activeTab);
  }

  /** Shows the tab with this id; null when there is none. */
  openTabById(id: string): SettingTab | null {
    const tab = [...this.settingTabs, ...this.pluginTabs].find((candidate) => candidate.id === id);
    if (tab === undefined) return null;
    if (this.isOpen) this.openTab(tab);
    else this.lastTabId = id;
    return tab;
  }

  openTab(tab: SettingTab): void {
    if (tab !== this.activeTab) this.#leaveTab();
    this.activeTab = tab;
    this.lastTabId = tab.id;
    this.#goTo([]);
    this.#sidebar.refresh(tab);
  }

  closeActiveTab(): void {
    this.#leaveTab();
    this.#sidebar.refresh(null);
    this.#layOut();
  }

  /** A tab has other definitions. What it shows is drawn anew, and what the user was at is kept. */
  tabUpdated(tab: SettingTab): void {
    if (tab !== this.activeTab) return;
    const path = existing({ tab, path: this.#path });
    const isSamePage = path.length === this.#path.length;
    if (this.#shown === undefined || (isSamePage && this.#shown.drawsItself)) return;
    const { el } = this.#shown;
    const { scrollTop } = el;
    const restoreFocus = keepFocus(el);
    this.#goTo(path);
    if (!isSamePage) return;
    this.#shown.el.scrollTop = scrollTop;
    restoreFocus(this.#shown.el);
  }

  refreshDomState(tab: SettingTab): void {
    if (tab === this.activeTab) this.#shown?.refresh();
  }

  #goTo(path: readonly string[]): void {
    const tab = this.activeTab;
    if (tab === null) return;
    this.#shown?.end();
    this.#path = path;
    const host = {
      tab,
      queries: this.#queries,
      openPage: (name: string) => {
        this.#goTo([...path, name]);
        this.#shown?.el.querySelector<HTMLElement>('.setting-page-back-button')?.focus();
      },
    };
    this.#shown = showPage({ tab, path }, host, () => this.#goBack());
    this.#pagesEl.setChildrenInPlace([this.#shown.el]);
    this.#shown.el.scrollTop = 0;
    this.#layOut();
  }

  /** From a page to the one above it, at its entry there; on a phone, from a tab to the tabs. */
  #goBack(): void {
    const left = this.#path.at(-1);
    if (left === undefined) {
      this.closeActiveTab();
      return;
    }
    this.#goTo(this.#path.slice(0, -1));
    const entry = this.#rowOf(left);
    entry?.scrollIntoView({ block: 'nearest' });
    entry?.focus({ preventScroll: true });
  }

  #leaveTab(): void {
    this.#shown?.end();
    this.#shown = undefined;
    this.#path = [];
    this.#queries.clear();
    this.#pagesEl.empty();
    this.activeTab?.hide();
    this.activeTab = null;
  }

  #openResult({ tab, path }: Place, setting: string | undefined): void {
    if (tab !== this.activeTab) this.openTab(tab);
    this.#goTo(path);
    const row = setting === undefined ? undefined : this.#rowOf(setting);
    if (row === undefined) return;
    row.scrollIntoView({ block: 'center' });
    row.addClass('is-flashing');
    row.addEventListener('animationend', () => row.removeClass('is-flashing'), { once: true });
  }

  #rowOf(name: string): HTMLElement | undefined {
    const rows = this.#shown?.el.findAll('.setting-item') ?? [];
    return rows.find((row) => row.find('.setting-item-name').textContent === name);
  }

  /** Which of the two sides is there, and what stands above them on a phone. */
  #layOut(): void {
    const both = [this.#sidebar.el, this.#pagesEl];
    const one = this.activeTab === null ? this.#sidebar.el : this.#pagesEl;
    this.contentEl.setChildrenInPlace(Platform.isPhone ? [one] : both);
    this.setTitle(this.#shown?.title ?? 'Settings');
    if (!Platform.isPhone || this.activeTab === null) return;
    const backEl = this.titleEl.createDiv({
      cls: 'clickable-icon modal-setting-back-button mod-raised',
      prepend: true,
    });
    setIcon(backEl, 'arrow-left');
    setTooltip(backEl, 'Back');
    pressable(backEl, () => this.#goBack());
  }
}

/** As much of a place's path as there still is. */
function existing({ tab, path }: Place): readonly string[] {
  if (path.length === 0 || pageAt(tab.settingItems, path) !== undefined) return path;
  return existing({ tab, path: path.slice(0, -1) });
}
