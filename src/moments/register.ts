// The lower halves of the panes: the moments of the note, and the transcript.
import { onFirstUse } from '../core/mean/on-first-use';
import type { Chips } from '../chips/register';
import type { Services } from '../app/services';
import { vaultStorage } from '../app/storage';
import type { Previews } from '../preview/hover-preview';
import { listHeight } from './list-height';
import { PaneLists, type PaneListsOptions } from './pane-lists';
import type { TranscriptOf } from './pane-transcripts';
import { rowMenu } from './row-menu';
import { transcriptActions, type TranscriptActions } from './transcript-menu';

export interface MomentParts {
  readonly previews: Previews;
  /** The menu of a row is that of its chip. */
  readonly chips: Chips;
  /** Saves a setting. */
  readonly set: PaneListsOptions['set'];
  readonly transcriptOf: TranscriptOf;
  readonly insertQuote: TranscriptActions['quote'];
}

/** Returns the lower half for a pane, whose code is loaded for the first pane. */
export function registerMoments(services: Services, parts: MomentParts): () => PaneLists {
  return onFirstUse(() => {
    const { app, settings, texts, opened } = services;
    const { chips, insertQuote } = parts;
    return new PaneLists({
      ...parts,
      settings,
      height: listHeight(vaultStorage(app)),
      openMenu: rowMenu({ ...chips, app, texts }),
      transcriptActions: transcriptActions(opened, insertQuote),
    });
  });
}
