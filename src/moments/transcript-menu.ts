// The actions on a row of a transcript.
import { Menu } from 'obsidian';
import type { LongPress } from '../chips/long-press';
import type { Openings } from '../app/openings';
import { showMenu } from '../app/menu-sections';
import { attempt } from '../app/report';
import type { PaneSession } from '../playback/pane-session';
import type { Row } from './row';
import { partOf } from './quoted-words';
import { words } from '../texts/texts';

export interface TranscriptTarget {
  readonly row: Row;
  /** All rows in the list. */
  readonly rows: readonly Row[];
  readonly session: PaneSession;
}

export interface TranscriptActions {
  readonly openMenu: (target: TranscriptTarget, event: MouseEvent | LongPress) => void;
  /** Quotes the selection, else the row, else the present words. */
  readonly quote: (session: PaneSession, row?: Row) => void;
}

export function transcriptActions(opened: Openings, quote: TranscriptActions['quote']): TranscriptActions {
  return {
    quote,
    openMenu: ({ row, rows, session }, event) => {
      const doc = 'doc' in event ? event.doc : activeDocument;
      const copy = (some: readonly Row[]) => (): void => {
        const text = some.map(({ words }) => words).join('\n');
        // Only the focused window may write to the clipboard.
        const { clipboard } = (doc.defaultView ?? window).navigator;
        attempt(words.actions.copyTranscript, () => clipboard.writeText(text));
      };
      const menu = new Menu();
      const add = (title: string, icon: string, run: () => void): void => {
        menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(run));
      };
      add(words.shared.playHere, 'play', () => session.playFrom(row.seconds));
      add(words.shared.loopThisClip, 'repeat', () => session.loop(partOf(rows, row)));
      add(words.shared.insertQuote, 'quote', () => quote(session, row));
      add(words.moments.copy, 'copy', copy([row]));
      add(words.moments.copyAll, 'copy', copy(rows));
      opened.addMenu(menu);
      showMenu(menu, event, doc);
    },
  };
}
