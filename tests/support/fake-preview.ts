// Records requests for previews.
import type { HoverPreview, Previews } from '../../src/preview/hover-preview';

type Asked = Pick<HoverPreview, 'hover' | 'press' | 'openModal' | 'isOff'>;

export class FakePreview implements Asked {
  isOff = false;
  /** The requests, in order. */
  readonly asked: string[] = [];

  hover({ cited, video, note }: Parameters<Asked['hover']>[0]): void {
    this.asked.push(`hover ${cited.written.label} of ${video.kind} in ${note ?? 'no note'}`);
  }

  press(): void {
    this.asked.push('press');
  }

  openModal({ cited }: Parameters<Asked['openModal']>[0]): void {
    this.asked.push(`modal ${cited.written.label}`);
  }
}

/** No preview is shown. */
export const NO_PREVIEWS: Previews = { hover: () => undefined, leave: () => undefined };
