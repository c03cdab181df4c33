// Inserts an image of the video, with its timestamp.
import { attempt } from '../app/report';
import { frameName } from '../core/write/frame-name';
import { isAudio, nameOf } from '../core/mean/video';
import type { CurrentVideo } from '../playback/current-video';
import type { PaneSession } from '../playback/pane-session';
import type { Attachment, Attachments, EditTarget } from '../playback/ports';
import type { Inserting } from './insert';
import { words } from '../texts/texts';

export interface FrameOptions {
  readonly inserting: Inserting;
  readonly attachments: Attachments;
  /** The editor that the user was in last. */
  readonly editTarget: () => EditTarget | undefined;
}

/** Inserts an image of the current video; with `session`, of that pane. */
export type InsertFrame = (session?: PaneSession) => void;

export function frameInserter(options: FrameOptions): InsertFrame {
  const { inserting, attachments } = options;
  const act = (current: CurrentVideo, { path }: EditTarget): void => {
    const capture = current.session.player.peek()?.captureFrame;
    if (capture === undefined) return;
    attempt(words.actions.insertFrame, async () => {
      const { bytes, extension } = await capture();
      const name = frameName(current.title ?? nameOf(current.video), current.seconds);
      write(options, current, {
        path,
        attachment: await attachments.save(`${name}.${extension}`, bytes, path),
      });
    });
  };
  return (session) => inserting.withPlayhead(act, { session, refusal });
}

/** The reason why there is no image of the current video; undefined if there is one. */
function refusal({ video, session }: CurrentVideo): string | undefined {
  if (session.player.peek()?.captureFrame !== undefined) return undefined;
  return isAudio(video) ? words.writing.audioHasNoPicture : words.writing.noYouTubeFrames;
}

interface SavedFrame {
  /** The path of the note for which it was saved. */
  readonly path: string | undefined;
  readonly attachment: Attachment;
}

/** Without the look-back, since the image is of this very moment. */
function write({ inserting, editTarget }: FrameOptions, current: CurrentVideo, saved: SavedFrame): void {
  const { path, attachment } = saved;
  try {
    // The user may have gone on writing while the image was saved.
    const target = editTarget();
    if (target === undefined || target.path !== path) throw new Error(words.writing.noteNotEditedAnyMore);
    inserting.write(current, target, {
      moment: { seconds: current.seconds },
      where: 'here',
      embed: attachment.embed,
    });
  } catch (cause) {
    throw new Error(words.writing.pictureSaved(attachment.path), { cause });
  }
}
