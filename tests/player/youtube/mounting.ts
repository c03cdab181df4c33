// YouTube players over a fake frame and a fake clock, for each test anew.
import { afterEach, beforeEach, vi } from 'vitest';
import type { Start } from '../../../src/player/player';
import { USUAL_ACCESS, type EmbedHost, type YouTubeAccess } from '../../../src/player/youtube/access';
import { YouTubePlayer } from '../../../src/player/youtube/youtube-player';
import { FakeFrame } from '../../support/fake-frame';

const beginning: Start = { seconds: 0, rate: 1, autoplay: false };

export interface Mounting {
  readonly frame: FakeFrame;
  readonly container: HTMLElement;
  readonly mount: (start?: Partial<Start>, id?: string) => YouTubePlayer;
  /** Which hosts the players that are mounted from now on may ask; the first alone, otherwise. */
  readonly allow: (...hosts: readonly EmbedHost[]) => void;
  /** What was said of hosts. */
  readonly saidOfHosts: string[];
  /** Mounts a player that has answered, with what was posted until then taken. */
  readonly mountReady: (start?: Partial<Start>, info?: object) => YouTubePlayer;
  readonly loadFrame: () => void;
  /** The player tells what has become of it. */
  readonly patch: (info: object) => void;
}

export function mounting(): () => Mounting {
  let players: YouTubePlayer[] = [];
  let frame: FakeFrame;
  let container: HTMLElement;
  let hosts: readonly EmbedHost[] = [];
  let saidOfHosts: string[] = [];
  const access: YouTubeAccess = {
    hosts: () => hosts,
    played: (host) => saidOfHosts.push(`${host} played`),
    refused: () => saidOfHosts.push('refused'),
  };

  beforeEach(() => {
    vi.useFakeTimers();
    frame = new FakeFrame();
    container = createDiv();
    hosts = USUAL_ACCESS.hosts().slice(0, 1);
    saidOfHosts = [];
  });

  afterEach(() => {
    for (const player of players) player.dispose();
    players = [];
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  const mount = (start: Partial<Start> = {}, id = 'jNQXAC9IVRw'): YouTubePlayer => {
    const player = new YouTubePlayer({ kind: 'youtube', id }, container, { ...beginning, ...start }, access);
    players.push(player);
    return player;
  };
  const loadFrame = (): void => {
    container.querySelector('iframe')?.dispatchEvent(new Event('load'));
  };
  const mountReady = (start: Partial<Start> = {}, info: object = {}): YouTubePlayer => {
    const player = mount(start);
    loadFrame();
    frame.say({ event: 'initialDelivery', info, id: 1 });
    frame.take();
    return player;
  };
  const patch = (info: object): void => frame.say({ event: 'infoDelivery', info, id: 1 });
  const allow = (...allowed: readonly EmbedHost[]): void => {
    hosts = allowed;
  };
  return () => ({ frame, container, mount, mountReady, loadFrame, patch, allow, saidOfHosts });
}
