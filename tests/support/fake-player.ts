// A second implementation of the port, which plays nothing and does what a test says.
import { signal } from '@preact/signals-core';
import type { Video } from '../../src/core/mean/video';
import { LOADING, type Fault, type Player, type Snapshot, type Start } from '../../src/player/player';

export class FakePlayer implements Player {
  readonly snapshot = signal<Snapshot>(LOADING);
  readonly loaded = signal(0);
  readonly position = signal<number | undefined>(undefined);
  readonly landed = signal(false);
  /** The commands that it got, in order. */
  readonly told: string[] = [];
  disposed = false;
  /** Its answer to a request for its picture. */
  captureFrame: Player['captureFrame'];
  private wanted: { readonly seconds: number; readonly play: boolean };

  constructor(
    readonly video: Video,
    readonly start: Start,
  ) {
    this.wanted = { seconds: start.seconds, play: start.autoplay };
  }

  playhead(): number | undefined {
    return this.position.peek();
  }

  play(): void {
    this.tell('play');
    this.wanted = { ...this.wanted, play: true };
    this.settle();
  }

  pause(): void {
    this.tell('pause');
    this.wanted = { ...this.wanted, play: false };
    this.settle();
  }

  seek(seconds: number): void {
    this.tell(`seek ${seconds}`);
    this.wanted = { ...this.wanted, seconds };
    this.landed.value = false;
    if (this.isReady()) this.position.value = seconds;
  }

  setRate(rate: number): void {
    this.tell(`rate ${rate}`);
    this.patch({ rate });
  }

  setVolume(volume: number): void {
    this.tell(`volume ${volume}`);
    this.patch({ volume });
  }

  setMuted(muted: boolean): void {
    this.tell(muted ? 'mute' : 'unmute');
    this.patch({ muted });
  }

  toggleFullscreen(): Promise<void> {
    this.tell('full screen');
    return Promise.resolve();
  }

  dispose(): void {
    this.disposed = true;
  }

  /** Makes it ready: at the last requested second, playing if it was told to. */
  becomeReady(facts: Partial<Snapshot> = {}): void {
    this.position.value = this.wanted.seconds;
    this.landed.value = true;
    const status = this.wanted.play ? 'playing' : 'paused';
    this.patch({ status, rate: this.start.rate, ...this.start.sound, ...facts });
  }

  reportLength(length: number): void {
    this.patch({ length });
  }

  fail(fault: Fault): void {
    this.patch({ status: 'failed', fault });
  }

  /** Makes it arrive at the sought second. */
  land(): void {
    this.landed.value = true;
  }

  /** Lets time pass: the playhead is now at `seconds`. */
  moveTo(seconds: number): void {
    this.position.value = seconds;
  }

  private tell(command: string): void {
    if (!this.disposed) this.told.push(command);
  }

  private settle(): void {
    if (this.isReady()) this.patch({ status: this.wanted.play ? 'playing' : 'paused' });
  }

  private isReady(): boolean {
    const { status } = this.snapshot.peek();
    return status !== 'loading' && status !== 'failed';
  }

  private patch(changes: Partial<Snapshot>): void {
    if (!this.disposed) this.snapshot.value = { ...this.snapshot.peek(), ...changes };
  }
}
