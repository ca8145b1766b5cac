import type { User } from '../finesse/user';
import type { Stage } from './simulated-calls';

const TRIES = 12;
const CHANCE_TO_BE_IN = 0.88;
const CHANCE_OF_BREAK_AT_START = 0.6;

/** Shifts and breaks: agents come, take breaks with a reason, go and come again. */
export class SimulatedShifts {
  private readonly agentIds: readonly string[];

  constructor(private readonly stage: Stage) {
    const users = [...stage.contactCenter.world.users.values()];
    this.agentIds = users.filter(({ id }) => stage.plays(id)).map(({ id }) => id);
  }

  start(): void {
    this.agentIds.forEach((id) => {
      this.beginDay(id);
    });
    this.awaitNextBreak();
    this.awaitNextShiftEnd();
  }

  /** Brings back who was made to leave because the desktop was gone, unless somebody sits there again by then. */
  deserted(id: string): void {
    const { clock, pace } = this.stage;
    // No random wait: who comes and goes at a desktop must not change the play of the others.
    clock.after(pace.awayMs, () => {
      const agent = this.agent(id);
      const isThere =
        agent?.state === 'NOT_READY' || (agent?.state === 'LOGOUT' && this.comeIn(id));
      if (isThere) {
        this.ask(id, 'READY');
      }
    });
  }

  private beginDay(id: string): void {
    const { random } = this.stage;
    if (random.next() < CHANCE_TO_BE_IN) {
      this.comeIn(id);
      this.ask(id, 'READY');
    } else if (random.next() < CHANCE_OF_BREAK_AT_START) {
      this.comeIn(id);
      this.takeBreak(id);
    } else {
      this.returnLater(id);
    }
  }

  private awaitNextBreak(): void {
    const { clock, random, pace } = this.stage;
    clock.after(random.wait(pace.betweenBreaksMs), () => {
      const agent = this.someone((state) => state === 'READY' || state === 'TALKING');
      if (agent?.pendingState === '') {
        this.takeBreak(agent.id);
      }
      this.awaitNextBreak();
    });
  }

  private awaitNextShiftEnd(): void {
    const { clock, random, pace } = this.stage;
    clock.after(random.wait(pace.betweenShiftEndsMs), () => {
      const agent = this.someone((state) => state === 'READY');
      if (agent !== undefined) {
        this.goHome(agent.id);
      }
      this.awaitNextShiftEnd();
    });
  }

  /** Now, or as soon as the call is over. */
  private takeBreak(id: string): void {
    const reasonCodeId = this.reason(id, 'NOT_READY');
    if (reasonCodeId !== undefined && this.ask(id, 'NOT_READY', reasonCodeId)) {
      this.endBreakLater(id, reasonCodeId);
    }
  }

  private endBreakLater(id: string, reasonCodeId: number): void {
    const { clock, random, pace } = this.stage;
    clock.after(random.about(pace.breakMs), () => {
      const agent = this.agent(id);
      if (agent?.pendingState === 'NOT_READY') {
        this.endBreakLater(id, reasonCodeId);
      } else if (agent?.state === 'NOT_READY' && agent.reasonCodeId === reasonCodeId) {
        this.ask(id, 'READY');
      }
    });
  }

  private goHome(id: string): void {
    const { clock, random, pace } = this.stage;
    this.ask(id, 'NOT_READY', this.reason(id, 'NOT_READY'));
    const since = this.agent(id)?.stateChangeTime;
    clock.after(random.about(pace.ringMs), () => {
      const agent = this.agent(id);
      if (agent?.state === 'NOT_READY' && agent.stateChangeTime === since) {
        this.ask(id, 'LOGOUT', this.reason(id, 'LOGOUT'));
        this.returnLater(id);
      }
    });
  }

  private returnLater(id: string): void {
    const { clock, random, pace } = this.stage;
    const since = this.agent(id)?.stateChangeTime;
    clock.after(random.about(pace.awayMs), () => {
      const agent = this.agent(id);
      if (agent?.state !== 'LOGOUT' || agent.stateChangeTime !== since || !this.comeIn(id)) {
        return;
      }
      clock.after(random.about(pace.ringMs), () => {
        if (this.agent(id)?.state === 'NOT_READY') {
          this.ask(id, 'READY');
        }
      });
    });
  }

  private comeIn(id: string): boolean {
    return this.stage.plays(id) && this.stage.contactCenter.agents.signIn(id, id).ok;
  }

  private ask(id: string, state: 'READY' | 'NOT_READY' | 'LOGOUT', reasonCodeId?: number): boolean {
    const reason = reasonCodeId === undefined ? {} : { reasonCodeId };
    const { plays, contactCenter } = this.stage;
    return plays(id) && contactCenter.agents.request(id, { state, by: 'self', ...reason }).ok;
  }

  private reason(id: string, category: 'NOT_READY' | 'LOGOUT'): number | undefined {
    const { random, contactCenter } = this.stage;
    const teamId = this.agent(id)?.teamId ?? '';
    return random.pick(contactCenter.world.reasonCodes.offered(category, teamId))?.id;
  }

  private someone(isWanted: (state: User['state']) => boolean): User | undefined {
    for (let tries = 0; tries < TRIES; tries++) {
      const agent = this.agent(this.stage.random.pick(this.agentIds) ?? '');
      if (agent !== undefined && this.stage.plays(agent.id) && isWanted(agent.state)) {
        return agent;
      }
    }
    return undefined;
  }

  private agent(id: string): User | undefined {
    return this.stage.contactCenter.world.users.get(id);
  }
}
