// The keys of a video pane, listed for the user.
import { Modal, Platform, type App } from 'obsidian';
import type { SkipSteps } from '../playback/transport';
import { words } from '../texts/texts';

const MOD = Platform.isMacOS ? 'Cmd' : 'Ctrl';

/** Each line has keys and their action. */
function linesFor({ near, far }: SkipSteps): readonly (readonly [keys: readonly string[], does: string])[] {
  return [
    [['K', words.pane.space], words.pane.playOrPause],
    [['←', '→'], words.pane.keySkip(near)],
    [['J', 'L'], words.pane.keySkip(far)],
    [['0', '…', '9'], words.pane.keyJumpToTenth],
    [['Page up', 'Page down'], words.pane.keyTimelineTimestamp],
    [[`${MOD} ←`, `${MOD} →`], words.pane.keyChapter],
    [['/', `${MOD} F`], words.pane.keyFilter],
    [['↑', '↓'], words.pane.volume],
    [['M'], words.pane.mute],
    [['<', '>'], words.pane.keySpeed],
    [['C'], words.shared.captions],
    [['F'], words.pane.fullScreen],
    [['Shift', '←', '→'], words.pane.keyClipHandle],
    [['?'], words.pane.keyShortcuts],
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
    this.setTitle(words.pane.keyboardShortcuts);
    this.modalEl.addClass('playhead-keys');
    this.contentEl.createEl('p', {
      text: words.pane.keysRemark,
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
