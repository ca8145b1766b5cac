import {
  computed,
  DestroyRef,
  DOCUMENT,
  inject,
  Injectable,
  InjectionToken,
  type Signal,
  signal,
} from '@angular/core';
import { Store } from '@ngrx/store';
import { TunnelInbox } from 'finesse-tunnel';
import type { Recording, RecordingEntry } from './recording';
import { ReplayActions } from './replay-actions';
import type { RootState } from './replay-reducer';

/** Which parts of the store a replay puts back when it goes back, beside the library's own. */
export const REPLAYED_FEATURES = new InjectionToken<readonly string[]>('finesse-tunnel replay');

/** A state of the store is kept after so many entries. States share nearly all they hold. */
const FRAME_EVERY = 1_000;

/**
 * Plays a recording over the store: every reducer, selector and page shows it as if it happened now.
 *
 * Going back takes up a state that was kept, at most a thousand entries before, so that it costs the same in a long recording.
 */
@Injectable()
export class ReplayPlayer {
  readonly #store = inject<Store<RootState>>(Store);
  readonly #inbox = inject(TunnelInbox);
  readonly #features = ['eventTunnel', ...inject(REPLAYED_FEATURES)];
  readonly #state = this.#store.selectSignal((state) => state);
  readonly #window = inject(DOCUMENT).defaultView;
  readonly #recording = signal<Recording | undefined>(undefined);
  readonly #position = signal(0);
  readonly #isPlaying = signal(false);
  readonly #speed = signal(1);
  readonly #frames = new Map<number, RootState>();
  #blank: RootState | undefined;
  /** How many entries are in the store. */
  #cursor = 0;
  #nextFrame: number | undefined;
  #lastTick = 0;

  /** What is played; `undefined` before one was opened. */
  readonly recording: Signal<Recording | undefined> = this.#recording.asReadonly();
  /** Milliseconds since the beginning of the recording. */
  readonly position: Signal<number> = this.#position.asReadonly();
  readonly isPlaying: Signal<boolean> = this.#isPlaying.asReadonly();
  /** How many times as fast as it happened. */
  readonly speed: Signal<number> = this.#speed.asReadonly();
  /** The moment that is shown, in milliseconds since 1970; 0 before a recording was opened. */
  readonly now: Signal<number> = computed(() => {
    const recording = this.#recording();
    return recording === undefined ? 0 : recording.startedAt + this.#position();
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.pause());
  }

  /** Shows the beginning of a recording, in the place of one that was shown before. */
  open(recording: Recording): void {
    this.pause();
    this.#blank ??= this.#frame();
    this.#recording.set(recording);
    this.#frames.clear();
    this.#frames.set(0, this.#blank);
    this.#cursor = recording.entries.length + 1;
    this.seek(0);
  }

  /** Shows any moment; earlier and later ones are moved to the beginning and the end. */
  seek(position: number): void {
    const recording = this.#recording();
    if (recording === undefined) {
      return;
    }
    const to = Math.min(Math.max(0, position), recording.durationMs);
    const target = entriesUntil(recording.entries, to);
    this.#position.set(to);
    this.#goTo(recording, target);
  }

  /** Goes on from here, or from the beginning when it was at its end. Hidden pages stand still. */
  play(): void {
    const recording = this.#recording();
    if (recording === undefined || this.#window === null || this.#isPlaying()) {
      return;
    }
    if (this.#position() >= recording.durationMs) {
      this.seek(0);
    }
    this.#isPlaying.set(true);
    this.#lastTick = performance.now();
    this.#nextFrame = this.#window.requestAnimationFrame(this.#tick);
  }

  pause(): void {
    this.#isPlaying.set(false);
    if (this.#nextFrame !== undefined) {
      this.#window?.cancelAnimationFrame(this.#nextFrame);
      this.#nextFrame = undefined;
    }
  }

  /** From 0.1 to 10 000 times as fast as it happened. */
  setSpeed(speed: number): void {
    this.#speed.set(Math.min(Math.max(0.1, speed), 10_000));
  }

  readonly #tick = (): void => {
    const recording = this.#recording();
    if (recording === undefined || !this.#isPlaying()) {
      return;
    }
    const now = performance.now();
    const to = this.#position() + (now - this.#lastTick) * this.#speed();
    this.#lastTick = now;
    this.#advance(recording, Math.min(to, recording.durationMs));
    if (to >= recording.durationMs) {
      this.pause();
    } else {
      this.#nextFrame = this.#window?.requestAnimationFrame(this.#tick);
    }
  };

  /** On to a later moment; watchers hear what happened until then. */
  #advance(recording: Recording, to: number): void {
    const target = entriesUntil(recording.entries, to);
    const entries = recording.entries.slice(this.#cursor, target);
    this.#position.set(to);
    for (const entry of entries) {
      if (entry.kind === 'event') {
        entry.notifications.forEach((notification) => this.#inbox.publish(notification));
      }
    }
    if (entries.length > 0) {
      this.#goTo(recording, target);
    }
  }

  #goTo(recording: Recording, target: number): void {
    const best = Math.max(0, ...[...this.#frames.keys()].filter((index) => index <= target));
    if (this.#cursor > target || this.#cursor < best) {
      this.#cursor = best;
      const end = this.#chunkEnd(target);
      const entries = recording.entries.slice(best, end);
      const frame = this.#frames.get(best) ?? {};
      this.#store.dispatch(
        ReplayActions.sought({ frame, entries, startedAt: recording.startedAt }),
      );
      this.#arrived(end);
    }
    while (this.#cursor < target) {
      const end = this.#chunkEnd(target);
      const entries = recording.entries.slice(this.#cursor, end);
      this.#store.dispatch(ReplayActions.advanced({ entries, startedAt: recording.startedAt }));
      this.#arrived(end);
    }
  }

  #chunkEnd(target: number): number {
    return Math.min(target, (Math.floor(this.#cursor / FRAME_EVERY) + 1) * FRAME_EVERY);
  }

  #arrived(cursor: number): void {
    this.#cursor = cursor;
    if (cursor % FRAME_EVERY === 0 && !this.#frames.has(cursor)) {
      this.#frames.set(cursor, this.#frame());
    }
  }

  #frame(): RootState {
    const state = this.#state();
    return Object.fromEntries(this.#features.map((name) => [name, state[name]]));
  }
}

/** How many entries happened until then: a binary search. */
function entriesUntil(entries: readonly RecordingEntry[], position: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.at ?? Infinity) <= position) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
