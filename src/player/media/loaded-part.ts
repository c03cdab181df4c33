// Computes how much of a media file is loaded.

/** The end of the loaded range around the playhead, as a part of the video: 0 to 1. */
export function loadedPart({ buffered, currentTime }: HTMLVideoElement, length: number | undefined): number {
  if (length === undefined) return 0;
  const ends = Array.from({ length: buffered.length }, (_, index) => index)
    .filter((index) => buffered.start(index) <= currentTime)
    .map((index) => buffered.end(index));
  const part = Math.max(0, ...ends) / length;
  return Number.isFinite(part) ? Math.min(part, 1) : 0;
}
