// What the player tells about itself, in YouTube's own names.
import { playbackRates, type Playback } from './playback';

/** The part that changes while the video plays; times in seconds, the clock is the page's. */
export function progress(playback: Playback): object {
  const { buffered } = playback.media;
  const loaded = buffered.length === 0 ? 0 : buffered.end(buffered.length - 1) / playback.script.length;
  return {
    currentTime: playback.time,
    currentTimeLastUpdated_: Date.now() / 1000,
    videoLoadedFraction: Math.min(loaded, 1),
  };
}

export function loudness({ media }: Playback): object {
  return { volume: Math.round(media.volume * 100), muted: media.muted };
}

export function videoData({ script, error }: Playback): object {
  const { id, title, author, live } = script;
  return error === undefined
    ? { video_id: id, title, author, isLive: live, isPlayable: true, errorCode: null }
    : { video_id: id, title: '', author: '', isLive: false, isPlayable: false, errorCode: String(error) };
}

/** Everything, for the first delivery. */
export function everything(playback: Playback, duration: number): object {
  return {
    ...progress(playback),
    ...loudness(playback),
    duration,
    playerState: playback.state,
    playbackRate: playback.media.playbackRate,
    availablePlaybackRates: playbackRates,
    videoData: videoData(playback),
    videoUrl: `https://www.youtube.com/watch?v=${playback.script.id}`,
    playlist: null,
  };
}
