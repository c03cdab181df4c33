// Puts a picture of the video into the note, with the moment that it shows.
import { attempt } from '../app/report';
import { frameName } from '../core/write/frame-name';
import { isAudio, nameOf } from '../core/mean/video';
import type { Now } from '../playback/now';
import type { PaneSession } from '../playback/pane-session';
import type { Attachment, Attachments, WritingPlace } from '../playback/ports';
import type { Inserting } from './insert';

export interface FrameOptions {
  readonly inserting: Inserting;
  readonly attachments: Attachments;
  /** The editor that the user was in last. */
  readonly writingPlace: () => WritingPlace | undefined;
}

/** Inserts the picture of what is watched; with `session`, of that pane. */
export type InsertFrame = (session?: PaneSession) => void;

export function frameInserter(options: FrameOptions): InsertFrame {
  const { inserting, attachments } = options;
  const act = (now: Now, { path }: WritingPlace): void => {
    const capture = now.session.player.peek()?.captureFrame;
    if (capture === undefined) return;
    attempt('insert a frame', async () => {
      const { bytes, extension } = await capture();
      const name = frameName(now.title ?? nameOf(now.video), now.seconds);
      write(options, now, { path, attachment: await attachments.save(`${name}.${extension}`, bytes, path) });
    });
  };
  return (session) => inserting.withPlayhead(act, { session, refusal });
}

/** Why there is no picture of what is watched; undefined if there is one. */
function refusal({ video, session }: Now): string | undefined {
  if (session.player.peek()?.captureFrame !== undefined) return undefined;
  return isAudio(video) ? 'Audio has no picture.' : 'YouTube does not allow pictures of its videos.';
}

interface Saved {
  /** The path of the note that it was saved for. */
  readonly path: string | undefined;
  readonly attachment: Attachment;
}

/** The picture is of this very moment: nothing is looked back. */
function write({ inserting, writingPlace }: FrameOptions, now: Now, saved: Saved): void {
  const { path, attachment } = saved;
  try {
    // The user may have written on while the picture was saved.
    const place = writingPlace();
    if (place === undefined || place.path !== path) throw new Error('The note is not being edited any more.');
    inserting.write(now, place, {
      moment: { seconds: now.seconds },
      where: 'here',
      embed: attachment.embed,
    });
  } catch (cause) {
    throw new Error(`The picture is saved as “${attachment.path}”.`, { cause });
  }
}
