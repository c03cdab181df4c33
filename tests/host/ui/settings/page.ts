// What the settings window shows of a tab: the tab itself, or a page below it.
import type * as Obsidian from 'obsidian';
import { inGroups, type Item, pageAt } from './definitions';
import { type Rendering, renderGroup } from './group';
import type { PageHost } from './row';
import { fillTitlebar, SettingPage } from './setting-page';
import type { SettingTab } from './setting-tab';

export interface ShownPage extends Rendering {
  readonly el: HTMLElement;
  readonly title: string;
  /** It draws itself: new definitions of the tab do not concern it. */
  readonly drawsItself: boolean;
}

export interface Place {
  readonly tab: SettingTab;
  /** The names of the pages from the tab down. */
  readonly path: readonly string[];
}

/** A page by what it has: a plugin's own, or one of the host's. */
type AnyPage = Pick<Obsidian.SettingPage, keyof Obsidian.SettingPage>;

/** Draws the place, and starts what is on it; a way that leads nowhere leads to the tab. */
export function showPage({ tab, path }: Place, host: PageHost, goBack: () => void): ShownPage {
  const definition = path.length === 0 ? undefined : pageAt(tab.settingItems, path);
  if (definition === undefined) return showTab(tab, host);
  const page: AnyPage = definition.page?.() ?? new DeclaredPage(definition, host);
  const title = page.title === '' ? definition.name : page.title;
  page.title = title;
  fillTitlebar(page, goBack);
  page.display();
  return {
    el: page.rootEl,
    title,
    drawsItself: !(page instanceof DeclaredPage),
    refresh: () => {
      if (page instanceof DeclaredPage) page.refresh();
    },
    end: () => page.hide(),
  };
}

function showTab(tab: SettingTab, host: PageHost): ShownPage {
  const { containerEl, name, settingItems } = tab;
  if (settingItems.length === 0) {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what tabs without definitions are drawn by
    tab.display();
    return {
      el: containerEl,
      title: name,
      drawsItself: true,
      refresh: () => undefined,
      end: () => undefined,
    };
  }
  containerEl.empty();
  const rendering = renderItems(containerEl, settingItems, host);
  return {
    el: containerEl,
    title: name,
    drawsItself: false,
    refresh: () => rendering.refresh(),
    end: () => {
      rendering.end();
      containerEl.empty();
    },
  };
}

class DeclaredPage extends SettingPage {
  #rendering: Rendering | undefined;

  constructor(
    private readonly definition: Obsidian.SettingDefinitionPage,
    private readonly host: PageHost,
  ) {
    super();
  }

  display(): void {
    this.#rendering = renderItems(this.containerEl, this.definition.items ?? [], this.host);
  }

  override hide(): void {
    this.#rendering?.end();
  }

  refresh(): void {
    this.#rendering?.refresh();
  }
}

function renderItems(containerEl: HTMLElement, items: readonly Item[], host: PageHost): Rendering {
  const renderings = inGroups(items).map((group) => renderGroup(containerEl, group, host));
  return {
    refresh: () => {
      for (const rendering of renderings) rendering.refresh();
    },
    end: () => {
      for (const rendering of renderings) rendering.end();
    },
  };
}
