// The keys of a video pane, listed for the user.
import { Modal, Platform, type App } from 'obsidian';
import type { SkipSteps } from '../playback/transport';

const MOD = Platform.isMacOS ? 'Cmd' : 'Ctrl';

/** Each line: what is pressed, and what that does. */
function linesFor({ near, far }: SkipSteps): readonly (readonly [keys: readonly string[], does: string])[] {
  return [
    [['K', 'Space'], 'Play or pause'],
    [['←', '→'], `Back or forward ${near} s`],
    [['J', 'L'], `Back or forward ${far} s`],
    [['0', '…', '9'], 'Go to 0 % … 90 % of the video'],
    [['Page up', 'Page down'], 'On the timeline: next or previous timestamp'],
    [[`${MOD} ←`, `${MOD} →`], 'Previous or next chapter'],
    [['/', `${MOD} F`], 'Filter the list'],
    [['↑', '↓'], 'Volume'],
    [['M'], 'Mute'],
    [['<', '>'], 'Slower or faster'],
    [['C'], 'Captions'],
    [['F'], 'Full screen'],
    [['Shift', '←', '→'], 'On a handle of the timeline: move the start or end by 5 s'],
    [['?'], 'This list'],
  ];
}

export class KeySheet extends Modal {
  constructor(
    app: App,
    private readonly steps: () => SkipSteps,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle('Keyboard shortcuts');
    this.modalEl.addClass('playhead-keys');
    this.contentEl.createEl('p', {
      text: 'These work while the video pane is active. Commands work everywhere, and you can give them hotkeys.',
    });
    const list = this.contentEl.createEl('dl');
    for (const [keys, does] of linesFor(this.steps())) {
      const term = list.createEl('dt');
      for (const key of keys) {
        if (key === '…') term.appendText('…');
        else term.createEl('kbd', { text: key });
      }
      list.createEl('dd', { text: does });
    }
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
