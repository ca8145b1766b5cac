import type { Clock } from './finesse/clock';
import type { ContactCenter } from './finesse/contact-center';
import { Simulator } from './scenario/simulator';

/** What moves the contact centre by itself. */
export interface Play {
  stop(): void;
}

/** What is played, and how fast. */
export interface PlayOptions {
  readonly contactCenter: ContactCenter;
  readonly clock: Clock;
  readonly simulation: boolean;
  readonly rate: number;
  readonly seed: number;
}

/** Starts the random simulator, or nothing for a contact centre at rest. */
export function startPlay({ contactCenter, clock, simulation, rate, seed }: PlayOptions): Play {
  if (!simulation || rate === 0) {
    return { stop: () => undefined };
  }
  const simulator = new Simulator({ contactCenter, clock, rate, seed });
  simulator.start();
  return simulator;
}
