// The controls of a video pane, in their order.
import type { ReadonlySignal } from '@preact/signals-core';
import { isAudio } from '../core/mean/video';
import type { TransportAction } from '../playback/transport';
import { isRunning } from '../player/player';
import type { Control, PaneFacts, Room } from './control';
import type { PaneActions } from './pane-actions';
import { providerOf } from '../core/mean/provider';
import { words } from '../texts/texts';

/** The state of a switch that others provide. */
export interface Switch {
  readonly isOn: ReadonlySignal<boolean>;
  /** Whether the switch is offered; without this signal it always is. */
  readonly isOffered?: ReadonlySignal<boolean>;
  toggle(): void;
}

/** The parts of a pane besides the player; each has a control. */
export interface PaneExtras {
  readonly loopClip: Switch;
  readonly follow: Switch;
  readonly captions: Switch;
  /** The list below the player. */
  readonly list: Switch;
  readonly insertTimestamp: () => void;
  readonly insertFrame: () => void;
  readonly insertQuote: () => void;
}

export interface ControlTableOptions {
  readonly actions: Pick<PaneActions, 'perform' | 'openOnSite' | 'copyLink'>;
  /** Shows the sheet of keys; undefined if there is no keyboard. */
  readonly showKeys: (() => void) | undefined;
  readonly chooseSpeed: (el: HTMLElement) => void;
  readonly extras: PaneExtras;
  /** Whether the note has timestamps of the video. */
  readonly hasTicks: () => boolean;
}

/** The controls before the time, those before the volume, and those after it. */
export interface ControlTable {
  readonly transport: readonly Control[];
  readonly sound: readonly Control[];
  readonly rest: readonly Control[];
}

export function controlTable(options: ControlTableOptions): ControlTable {
  const { actions, chooseSpeed, extras, hasTicks, showKeys } = options;
  const performs = (action: TransportAction) => (): void => actions.perform(action);
  const skip = (
    room: Room,
    action: TransportAction,
    icon: string,
    name: Control['name'],
    key?: string,
  ): Control => ({ room, icon, name, run: performs(action), ...(key === undefined ? {} : { key }) });
  const toTick = (action: TransportAction, icon: string, name: string): Control => ({
    ...skip('menu', action, icon, name),
    isOffered: hasTicks,
  });
  const isGoing = ({ snapshot }: PaneFacts): boolean => isRunning(snapshot.status);
  return {
    transport: [
      skip('wider', 'skip-back-further', 'rewind', ({ steps }) => words.pane.back(inSeconds(steps.far)), 'J'),
      skip('always', 'skip-back', 'rotate-ccw', ({ steps }) => words.pane.back(inSeconds(steps.near)), '←'),
      {
        room: 'always',
        icon: (facts) => (isGoing(facts) ? 'pause' : 'play'),
        name: (facts) => (isGoing(facts) ? words.pane.pause : words.shared.play),
        key: 'K',
        run: performs('play-or-pause'),
      },
      skip(
        'always',
        'skip-forward',
        'rotate-cw',
        ({ steps }) => words.pane.forward(inSeconds(steps.near)),
        '→',
      ),
      skip(
        'wider',
        'skip-forward-further',
        'fast-forward',
        ({ steps }) => words.pane.forward(inSeconds(steps.far)),
        'L',
      ),
    ],
    sound: [
      {
        room: 'medium',
        icon: 'gauge',
        face: ({ snapshot }) => `${snapshot.rate}×`,
        name: ({ snapshot }) => words.pane.speed(snapshot.rate),
        run: chooseSpeed,
      },
      {
        room: 'medium',
        icon: volumeIcon,
        name: ({ snapshot }) => (snapshot.muted ? words.pane.unmute : words.pane.mute),
        key: 'M',
        run: performs('mute-or-unmute'),
      },
    ],
    rest: [
      toTick('go-to-previous-timestamp', 'skip-back', words.pane.previousTimestamp),
      toTick('go-to-next-timestamp', 'skip-forward', words.pane.nextTimestamp),
      ...extraControls(extras),
      {
        room: 'widest',
        section: 'link',
        icon: 'external-link',
        name: ({ player }) => words.shared.openOn(providerOf(player.video).site ?? ''),
        isOffered: ({ player }) => providerOf(player.video).site !== undefined,
        run: actions.openOnSite,
      },
      {
        room: 'menu',
        section: 'view',
        icon: 'picture-in-picture-2',
        name: words.pane.pictureInPicture,
        isOffered: ({ player }) => player.togglePictureInPicture !== undefined,
        run: performs('picture-in-picture'),
      },
      {
        room: 'widest',
        section: 'view',
        icon: 'maximize',
        name: words.pane.fullScreen,
        key: 'F',
        isOffered: ({ player }) => !isAudio(player.video),
        run: performs('full-screen'),
      },
      {
        room: 'menu',
        section: 'link',
        icon: 'link',
        name: words.shared.copyLinkAtTime,
        run: actions.copyLink,
      },
      ...(showKeys === undefined
        ? []
        : [
            {
              room: 'menu',
              section: 'link',
              icon: 'keyboard',
              name: words.pane.keyboardShortcuts,
              run: showKeys,
            } as const,
          ]),
    ],
  };
}

function extraControls({
  loopClip,
  follow,
  captions,
  list,
  insertTimestamp,
  insertFrame,
  insertQuote,
}: PaneExtras): readonly Control[] {
  return [
    captionsControl(captions),
    { ...switchControl('repeat', words.pane.loopClip, loopClip), room: 'narrow', isKept: true },
    { ...switchControl('locate', words.pane.followInNote, follow), section: 'note' },
    {
      room: 'always',
      section: 'note',
      icon: 'bookmark-plus',
      name: words.shared.insertTimestamp,
      run: insertTimestamp,
    },
    frameControl(insertFrame),
    { room: 'menu', section: 'note', icon: 'quote', name: words.shared.insertQuote, run: insertQuote },
    { ...switchControl('list', words.shared.moments, list), section: 'note' },
  ];
}

function switchControl(icon: string, name: string, it: Switch): Control {
  return {
    room: 'wide',
    icon,
    name,
    isOn: () => it.isOn.value,
    isOffered: () => it.isOffered?.value !== false,
    run: () => it.toggle(),
  };
}

function captionsControl(captions: Switch): Control {
  return {
    ...switchControl('captions', words.shared.captions, captions),
    section: 'view',
    key: 'C',
    isOffered: ({ snapshot }) => snapshot.captions !== undefined,
  };
}

function frameControl(insertFrame: () => void): Control {
  return {
    room: 'menu',
    section: 'note',
    icon: 'image-plus',
    name: words.shared.insertFrame,
    isOffered: ({ player }) => player.captureFrame !== undefined,
    run: insertFrame,
  };
}

function volumeIcon({ snapshot: { muted, volume } }: PaneFacts): string {
  if (muted || volume === 0) return 'volume-x';
  return volume < 0.5 ? 'volume-1' : 'volume-2';
}

function inSeconds(seconds: number): string {
  return words.counts.seconds(seconds);
}
