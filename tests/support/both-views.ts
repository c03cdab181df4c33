// The chips of a note, from its source (as in Live Preview and commands) and from its rendering, each as a short text.
import { videoOf } from '../../src/core/mean/attribution';
import type { Cited } from '../../src/core/mean/timestamp';
import { videoKey, wantsAllChips, type ResolveLink } from '../../src/core/mean/video';
import { readNoteVideos } from '../../src/core/read/note-videos';
import { scan } from '../../src/core/read/scan';
import { shownTimestamps } from '../../src/core/read/shown';
import { DEFAULTS } from '../../src/settings/settings';
import { noteContext } from '../core/doubtful-notes';
import { readProperties } from '../host/vault/frontmatter';
import { renderedChips } from './rendered-note';

export interface SeenChip {
  readonly cited: Cited;
  readonly video: string | undefined;
}

const resolve: ResolveLink = () => undefined;

/** The chips in a note's text with their places, and those in its rendering, each in order. */
export function chipsOfBoth(text: string): {
  readonly source: readonly (SeenChip & { readonly from: number; readonly to: number })[];
  readonly rendered: readonly SeenChip[];
} {
  const properties = readProperties(text) ?? {};
  const videos = readNoteVideos({ text, properties, names: DEFAULTS.videoProperties, resolve });
  const wantsAll = wantsAllChips(properties);
  const note = { ...noteContext(), videos, resolve, wantsAll };
  const shown = shownTimestamps((from, to) => text.slice(from, to), scan(text), note);
  const source = shown.map((cited) => {
    const video = videoOf(cited, videos, resolve);
    const { from, to } = cited;
    return { cited, from, to, video: video === undefined ? undefined : videoKey(video) };
  });
  return { source, rendered: renderedChips(text, videos, wantsAll) };
}

/** `line 0:43`, `bare 0:10-0:20`, `link 62 file:talk.mp4`: the video only if it is not `own`. */
export function outlineOf({ cited, video }: SeenChip, own: string): string {
  const { kind, written, end } = cited;
  const range = end === undefined ? '' : `-${end}`;
  return `${kind} ${written.time ?? ''}${range}${video === own ? '' : ` ${String(video)}`}`;
}
