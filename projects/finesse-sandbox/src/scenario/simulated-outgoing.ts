import type { User } from '../finesse/user';
import type { Stage } from './simulated-calls';

const TRIES = 12;
const CHANCE_OF_COLLEAGUE = 0.3;

/** Calls that agents place themselves, outside or to a colleague; afterwards they are ready again. */
export class SimulatedOutgoing {
  private readonly agentIds: readonly string[];

  constructor(private readonly stage: Stage) {
    const users = [...stage.contactCenter.world.users.keys()];
    this.agentIds = users.filter((id) => stage.plays(id));
  }

  start(): void {
    if (this.agentIds.length > 0) {
      this.awaitNext();
    }
  }

  private awaitNext(): void {
    const { clock, random, pace } = this.stage;
    clock.after(random.wait(pace.betweenOutgoingMs), () => {
      const caller = this.someoneReady();
      if (caller !== undefined) {
        this.place(caller);
      }
      this.awaitNext();
    });
  }

  private place({ id, extension }: User): void {
    const { clock, random, pace, contactCenter } = this.stage;
    const colleague = random.next() < CHANCE_OF_COLLEAGUE ? this.someoneReady(id) : undefined;
    const outside = `+155502${String(random.below(10_000)).padStart(4, '0')}`;
    const placed = contactCenter.createDialog({
      from: extension,
      to: colleague?.extension ?? outside,
    });
    if (placed.ok) {
      clock.after(random.about(pace.talkMs / 2), () => {
        contactCenter.switchboard.control.drop({ dialogId: placed.value, agentId: id });
        this.becomeReady(id);
      });
    }
  }

  private becomeReady(id: string): void {
    const { clock, random, pace, contactCenter, plays } = this.stage;
    const since = contactCenter.world.users.get(id)?.stateChangeTime;
    clock.after(random.about(pace.ringMs), () => {
      const agent = contactCenter.world.users.get(id);
      if (agent?.state === 'NOT_READY' && agent.stateChangeTime === since && plays(id)) {
        contactCenter.agents.request(id, { state: 'READY', by: 'self' });
      }
    });
  }

  private someoneReady(except?: string): User | undefined {
    const { random, contactCenter, plays } = this.stage;
    for (let tries = 0; tries < TRIES; tries++) {
      const id = random.pick(this.agentIds) ?? '';
      const user = contactCenter.world.users.get(id);
      if (id !== except && user?.state === 'READY' && user.dialogIds.length === 0 && plays(id)) {
        return user;
      }
    }
    return undefined;
  }
}
