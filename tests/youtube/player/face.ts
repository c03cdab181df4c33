// What is seen of the stand-in: the video's id and title and a large running time code, so that a screenshot tells
// what played and where.
import {
  buffering,
  cued,
  ended,
  paused,
  playing,
  unstarted,
  type Playback,
  type PlayerState,
} from './playback';

const stateNames: Readonly<Record<PlayerState, string>> = {
  [unstarted]: 'not started',
  [ended]: 'ended',
  [playing]: 'playing',
  [paused]: 'paused',
  [buffering]: 'buffering',
  [cued]: 'ready',
};

/** Hours, minutes and seconds with tenths, floored: `1:02:03.4`. */
function timeCode(seconds: number): string {
  const tenths = Math.floor(seconds * 10);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(tenths / 600);
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(Math.floor(tenths / 10) % 60)}.${tenths % 10}`;
}

export function showFace(playback: Playback): void {
  const line = (id: string): HTMLElement => {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`The page has no #${id}.`);
    return found;
  };
  const [title, time, id, state] = [line('title'), line('time'), line('id'), line('state')];
  const draw = (): void => {
    const { script, error } = playback;
    title.textContent = script.title;
    id.textContent = script.id;
    time.textContent = error === undefined ? timeCode(playback.time) : `Error ${error}`;
    state.textContent = error === undefined ? stateNames[playback.state] : 'This video is unavailable';
    requestAnimationFrame(draw);
  };
  draw();
  document.addEventListener('click', (event) => {
    if (event.isTrusted) playback.click();
  });
}
