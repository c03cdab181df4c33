// The moments that are offered to a user who is about to write a timestamp: the playhead, a little before it, and moments near it
// that the note cites.

export interface Offer {
  readonly seconds: number;
  /** Seconds before the playhead; undefined for a moment that the note cites. */
  readonly ago: number | undefined;
}

const AGO = [0, 5, 10];
/** The distance from the playhead within which cited moments are offered, in seconds, and their number. */
const NEAR = { within: 300, count: 3 };

/** `cited` are the seconds of the note's timestamps. Of two offers with the same text only one is made. */
export function offersAt(playhead: number, cited: readonly number[]): readonly Offer[] {
  const before = AGO.map((ago) => ({ seconds: Math.max(0, playhead - ago), ago }));
  const distance = (seconds: number): number => Math.abs(seconds - playhead);
  const near = unlike(cited.map((seconds) => ({ seconds, ago: undefined })))
    .filter(({ seconds }) => distance(seconds) <= NEAR.within)
    .sort((one, other) => distance(one.seconds) - distance(other.seconds));
  const others = unlike([...before, ...near]).filter(({ ago }) => ago === undefined);
  return [...unlike(before), ...others.slice(0, NEAR.count)];
}

function unlike(offers: readonly Offer[]): readonly Offer[] {
  const written = new Set<number>();
  return offers.filter(({ seconds }) => {
    const isNew = !written.has(Math.floor(seconds));
    written.add(Math.floor(seconds));
    return isNew;
  });
}
