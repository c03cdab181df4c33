// Marks the current moments of video panes in notes, and scrolls the notes that follow, in all windows.
import { Component, MarkdownView, type Workspace } from 'obsidian';
import { follow, type FollowedView } from './follow';
import { NowPlaying, type NowPlayingSources } from '../playback/now-playing';
import type { PaneSession } from '../playback/pane-session';
import type { Chip } from '../chips/chip';
import { NoteScroll } from './note-scroll';
import { now, ViewUses } from './view-uses';

export class Following extends Component {
  readonly nowPlaying: NowPlaying<Chip>;
  private readonly uses: ViewUses;

  constructor(
    private readonly workspace: Workspace,
    sources: NowPlayingSources,
  ) {
    super();
    this.nowPlaying = new NowPlaying(sources);
    this.uses = this.addChild(new ViewUses(workspace));
  }

  /** Marks the current moment of a new pane, and follows it if that is turned on. The returned function ends both. */
  readonly opened = (session: PaneSession): (() => void) => {
    const views = (path: string): readonly FollowedView[] => this.views(path, session);
    const ends = [this.nowPlaying.add(session), follow({ session, at: session.at, views, now })];
    return () => {
      for (const end of ends) end();
    };
  };

  private views(path: string, session: PaneSession): readonly FollowedView[] {
    const chips = (seconds: number): readonly HTMLElement[] => {
      const { video } = session;
      return video === undefined ? [] : this.nowPlaying.at(path, video, seconds).map(({ el }) => el);
    };
    const views = this.workspace.getLeavesOfType('markdown').map(({ view }) => view);
    return views
      .filter((view) => view instanceof MarkdownView)
      .filter(({ file }) => file?.path === path)
      .map((view) => {
        const use = this.uses.of(view.containerEl);
        return new NoteScroll({ view, use, chips });
      });
  }
}
