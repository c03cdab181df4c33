// The timestamps that a note would show, as plain objects; read with the plugin's core.
import { parse } from 'yaml';

/** As in the settings. */
export const VIDEO_PROPERTIES = [
  ...['videoId', 'video', 'media', 'media_link', 'url', 'source'],
  ...['video_url', 'video_id', 'youtube_id', 'source_url', 'youtube', 'link'],
];

/** The timestamps of a note's text as plain objects. */
export function timestampsOf(text, core) {
  const {
    scan,
    shownTimestamps,
    readNoteVideos,
    videoOf,
    videoKey,
    interpret,
    interpretEnd,
    limitOf,
    ALL_SYNTAXES,
  } = core;
  const properties = core.readProperties(text, parse) ?? {};
  const resolve = () => undefined;
  const videos = readNoteVideos({ text, properties, names: VIDEO_PROPERTIES, resolve });
  const context = {
    videos,
    resolve,
    limitOf: (video) => limitOf(video, undefined),
    syntaxes: ALL_SYNTAXES,
    wantsAll: core.wantsAllChips(properties),
  };
  const shown = shownTimestamps((from, to) => text.slice(from, to), scan(text), context);
  return shown.map((timestamp) => {
    const { from, to, kind, written } = timestamp;
    const video = videoOf(timestamp, videos, resolve);
    const limit = limitOf(video, undefined);
    const end = interpretEnd(timestamp, limit);
    return {
      from,
      to,
      kind,
      seconds: interpret(written, limit).seconds,
      end: end?.seconds,
      video: video === undefined ? undefined : videoKey(video),
    };
  });
}
