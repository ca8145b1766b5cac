import type { Clock } from './finesse/clock';
import type { ContactCenter } from './finesse/contact-center';
import type { Scenario } from './scenario/scenario';
import { ScenarioPlayer } from './scenario/scenario-player';
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
  readonly scenario: Scenario | undefined;
  readonly rate: number;
  readonly seed: number;
  /** Told of an event of the scenario that could not happen. */
  readonly onRefused: (what: string) => void;
}

/** Starts the scenario, or the random simulator, or nothing for a contact centre at rest. */
export function startPlay(options: PlayOptions): Play {
  const { contactCenter, clock, scenario, rate, seed } = options;
  if (scenario !== undefined) {
    const onRefused = (event: { readonly kind: string; readonly at: number }, reason: string) =>
      options.onRefused(`${event.kind} at ${event.at.toString()} ms: ${reason}`);
    const player = new ScenarioPlayer({ contactCenter, clock, scenario, onRefused });
    player.start();
    return player;
  }
  if (!options.simulation || rate === 0) {
    return { stop: () => undefined };
  }
  const simulator = new Simulator({ contactCenter, clock, rate, seed });
  simulator.start();
  return simulator;
}
