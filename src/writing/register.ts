// The commands and suggestions that write timestamps, and the pauses while the user types.
import type { Plugin } from 'obsidian';
import { commandsOf, type CommandEntry } from '../app/commands';
import type { Services } from '../app/services';
import type { TranscriptOf } from '../moments/pane-transcripts';
import type { Moment } from '../core/mean/moment';
import { onFirstUse } from '../core/mean/on-first-use';
import type { Video } from '../core/mean/video';
import type { PaneSession } from '../playback/pane-session';
import type { EditTarget } from '../playback/ports';
import { CONVERT_COMMANDS, type ConvertContext } from './convert-commands';
import { EDIT_COMMANDS, type EditContext } from './edit-commands';
import { frameInserter, type InsertFrame } from './frame';
import { Inserting } from './insert';
import { PASTE_COMMANDS, Pasting } from './paste';
import { quoteInserter, type InsertQuote } from './quote';
import { TimestampSuggest } from './suggest';
import { TimestampWriter } from './timestamp-writer';
import { spaceOnce } from './space-once';
import { undoScroll } from './undo-scroll';
import { typing } from './typing';
import { vaultAttachments } from './vault-attachments';
import { WritingPause } from './writing-pause';
import { editTargetIn } from './edit-target';
import { words } from '../texts/texts';

export interface InsertContext {
  readonly inserting: Inserting;
  readonly insertFrame: InsertFrame;
  readonly insertQuote: InsertQuote;
}

export const INSERT_COMMANDS: readonly CommandEntry<InsertContext>[] = [
  {
    id: 'insert-timestamp',
    name: words.shared.insertTimestamp,
    icon: 'lucide-clock',
    run: ({ inserting }) => inserting.insert('here'),
  },
  {
    id: 'insert-timestamp-on-new-line',
    name: words.writing.insertOnNewLine,
    icon: 'lucide-corner-down-left',
    run: ({ inserting }) => inserting.insert('new-line'),
  },
  {
    id: 'start-clip',
    name: words.writing.startClip,
    icon: 'lucide-arrow-right-from-line',
    run: ({ inserting }) => inserting.startClip(),
  },
  {
    id: 'end-clip',
    name: words.writing.endClip,
    icon: 'lucide-arrow-right-to-line',
    run: ({ inserting }) => inserting.endClip(),
  },
  {
    id: 'insert-frame',
    name: words.shared.insertFrame,
    icon: 'lucide-image-plus',
    run: ({ insertFrame }) => insertFrame(),
  },
  {
    id: 'insert-quote',
    name: words.shared.insertQuote,
    icon: 'lucide-quote',
    run: ({ insertQuote }) => insertQuote(),
  },
];

/** The buttons of a pane that write to the note. */
export interface InsertButtons {
  readonly insertTimestamp: () => void;
  readonly insertFrame: () => void;
  readonly insertQuote: () => void;
}

export interface Writing {
  /** The buttons that write the moment of one pane. */
  readonly buttons: (session: PaneSession) => InsertButtons;
  readonly insertQuote: InsertQuote;
  /** Writes the current time. */
  readonly insert: () => void;
  readonly insertMoment: (video: Video, moment: Moment) => void;
}

/** The parts that are made when the user first writes. */
interface WritingParts {
  readonly pause: WritingPause;
  readonly inserting: Inserting;
  readonly context: InsertContext & EditContext & ConvertContext & { readonly pasting: Pasting };
}

export function registerWriting(plugin: Plugin, services: Services, transcriptOf: TranscriptOf): Writing {
  const { app } = services;
  const parts = onFirstUse(() => writingParts(plugin, services, transcriptOf));
  plugin.registerEditorExtension(typing(() => parts().pause.typed()));
  plugin.registerEditorExtension(spaceOnce());
  plugin.registerEditorExtension(undoScroll());
  const editTarget = (): EditTarget | undefined => parts().context.editTarget();
  const write: Inserting['write'] = (...args) => parts().inserting.write(...args);
  plugin.registerEditorSuggest(new TimestampSuggest(app, { ...services, editTarget, write }));
  plugin.registerEvent(app.workspace.on('editor-paste', (event) => parts().context.pasting.pasted(event)));
  const table = [...INSERT_COMMANDS, ...EDIT_COMMANDS, ...CONVERT_COMMANDS, ...PASTE_COMMANDS];
  for (const command of commandsOf<WritingParts['context']>(table, () => parts().context))
    plugin.addCommand(command);
  const buttons = (session: PaneSession): InsertButtons => ({
    insertTimestamp: () => parts().inserting.insert('here', session),
    insertFrame: () => parts().context.insertFrame(session),
    insertQuote: () => parts().context.insertQuote(session),
  });
  return {
    buttons,
    insertQuote: (...args) => parts().context.insertQuote(...args),
    insert: () => parts().inserting.insert('here'),
    insertMoment: (video, moment) => parts().inserting.insertMoment(video, moment),
  };
}

/** They end with the plugin. */
function writingParts(plugin: Plugin, services: Services, transcriptOf: TranscriptOf): WritingParts {
  const { app, notes, settings, playback } = services;
  const pause = new WritingPause({ playing: () => playback.currentVideo(undefined)?.session, settings });
  let isEnded = false;
  const options = {
    ...services,
    writer: new TimestampWriter(notes, settings),
    // An image or a quotation may still be loading when the plugin is disabled.
    editTarget: () => (isEnded ? undefined : editTargetIn(services.recentEditor.current)),
    pause: pause.pause,
  };
  const inserting = new Inserting(options);
  plugin.register(() => {
    isEnded = true;
    inserting.dispose();
    pause.dispose();
  });
  const insertFrame = frameInserter({ ...options, inserting, attachments: vaultAttachments(app) });
  const pasting = new Pasting(options);
  const insertQuote = quoteInserter({ ...options, inserting, transcriptOf });
  return { pause, inserting, context: { ...options, pasting, inserting, insertFrame, insertQuote } };
}
