import type { Clock } from '../finesse/clock';
import type { ContactCenter } from '../finesse/contact-center';
import { ScopedClock } from '../finesse/scoped-clock';
import { SeededRandom } from '../finesse/seeded-random';
import { isAgent } from '../finesse/user';
import { planPace } from './pace';
import { SimulatedCalls } from './simulated-calls';
import { SimulatedOutgoing } from './simulated-outgoing';
import { SimulatedShifts } from './simulated-shifts';

/** What is simulated, and how. */
export interface SimulatorOptions {
  readonly contactCenter: ContactCenter;
  readonly clock: Clock;
  /** Changes of agents' states a simulated second, on average. */
  readonly rate: number;
  readonly seed: number;
}

/**
 * An ordinary day in the contact centre: shifts, calls in and out, consulting and passing on, wrapping up, breaks with reasons.
 *
 * Same seed, size and rate: same sequence of events. It never plays supervisors, nor agents who have an XMPP session
 * of their own, and it acts through the same doors as everybody else, so it can do nothing illegal.
 * After a reset of the contact centre it has to be stopped and a new one started.
 */
export class Simulator {
  private scope:
    { readonly clock: ScopedClock; readonly stops: readonly (() => void)[] } | undefined;

  constructor(private readonly options: SimulatorOptions) {}

  start(): void {
    this.stop();
    const { contactCenter, rate, seed } = this.options;
    const clock = new ScopedClock(this.options.clock);
    const plays = (agentId: string) => {
      const user = contactCenter.world.users.get(agentId);
      const isPlayed = user !== undefined && isAgent(user) && !user.roles.includes('Supervisor');
      return isPlayed && !contactCenter.isPresent(agentId);
    };
    const agents = [...contactCenter.world.users.keys()].filter(plays).length;
    const pace = planPace(Math.max(1, agents), rate);
    const stage = { contactCenter, clock, random: new SeededRandom(seed), pace, plays };
    const calls = new SimulatedCalls(stage);
    const shifts = new SimulatedShifts(stage);
    const stops = [
      contactCenter.onOffered((agentId, dialogId) => {
        calls.ring(agentId, dialogId);
      }),
      contactCenter.onDeserted((agentId) => {
        shifts.deserted(agentId);
      }),
    ];
    this.scope = { clock, stops };
    // In a timer, where time stands still: so everything begins at the same distances in every run.
    clock.after(0, () => {
      contactCenter.board.restart();
      shifts.start();
      calls.start();
      new SimulatedOutgoing(stage).start();
    });
  }

  /** Lets everything stand as it is. */
  stop(): void {
    this.scope?.clock.stop();
    this.scope?.stops.forEach((stop) => {
      stop();
    });
    this.scope = undefined;
  }
}
