// Learning that an element came into a document, or into another window. As in the app, an animation that a style
// rule starts on insertion tells it: so the news comes with the next frame, and not for what is not displayed.

const MARK = 'node-insert-event';
const ANIMATION = 'node-inserted';

export const insertionAdditions = {
  onNodeInserted(this: HTMLElement, listener: () => unknown, once = false): () => void {
    const onAnimation = (event: AnimationEvent): void => {
      if (event.animationName !== ANIMATION || event.target !== this) return;
      if (once) stop();
      listener();
    };
    const stop = (): void => this.removeEventListener('animationstart', onAnimation);
    this.addClass(MARK);
    this.addEventListener('animationstart', onAnimation);
    return stop;
  },
  onWindowMigrated(this: HTMLElement, listener: (win: Window) => unknown): () => void {
    let known = this.win;
    return this.onNodeInserted(() => {
      if (this.win === known) return;
      known = this.win;
      listener(known);
    });
  },
};
