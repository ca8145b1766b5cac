import type { ContactCenter } from '../finesse/contact-center';
import type { Clock } from '../finesse/clock';
import type { Queue } from '../finesse/queue';
import { isLive } from '../finesse/dialog';
import type { SeededRandom } from '../finesse/seeded-random';
import { WRAP_UP_REASONS } from '../finesse/world';
import type { Pace } from './pace';
import { SimulatedConsults } from './simulated-consults';

/** What the parts of the simulation share. */
export interface Stage {
  readonly contactCenter: ContactCenter;
  readonly clock: Clock;
  readonly random: SeededRandom;
  readonly pace: Pace;
  /** Whether the simulation plays this agent; supervisors and people at their desktop play themselves. */
  readonly plays: (agentId: string) => boolean;
}

const TOPICS = ['Left & right gloves', 'Balloon <red>', 'Teapot lid', 'Kite string', 'Moon ticket'];
const CHANCE_OF_NO_ANSWER = 0.03;
const CHANCE_OF_HOLD = 0.2;
const CHANCE_OF_CONSULT = 0.06;
const CHANCE_THAT_CALLER_HANGS_UP = 0.6;

/** Calls: they come, ring, are talked, held, ended and wrapped up. */
export class SimulatedCalls {
  private readonly queues: readonly Queue[];
  private readonly consults: SimulatedConsults;

  constructor(private readonly stage: Stage) {
    const all = [...stage.contactCenter.world.queues.values()];
    this.queues = all.filter(({ agentIds }) => agentIds.length > 0);
    this.consults = new SimulatedConsults(stage, (dialogId, { from, to }) => {
      this.wrapUp(from, dialogId);
      this.endLater(to, dialogId);
    });
  }

  start(): void {
    if (this.queues.length > 0) {
      this.awaitNext();
    }
  }

  /** A call begins to ring at an agent, whoever placed it. */
  ring(agentId: string, dialogId: string): void {
    const { clock, random, pace, contactCenter, plays } = this.stage;
    if (!plays(agentId)) {
      clock.after(Math.max(30_000, pace.patienceMs), () => {
        this.giveUp(dialogId);
      });
      return;
    }
    const isMissed = random.next() < CHANCE_OF_NO_ANSWER;
    clock.after(random.about(isMissed ? 3 * pace.ringMs : pace.ringMs), () => {
      if (isMissed) {
        this.miss(agentId, dialogId);
      } else if (contactCenter.switchboard.control.answer({ dialogId, agentId }).ok) {
        this.answered(agentId, dialogId);
      }
    });
  }

  /** Unified CCX makes whoever misses a call not ready; a moment later the agent is back. */
  private miss(agentId: string, dialogId: string): void {
    const { clock, random, pace, contactCenter } = this.stage;
    const missed = contactCenter.switchboard.noAnswer(dialogId, agentId);
    clock.after(random.about(pace.wrapUpMs), () => {
      if (missed.ok && contactCenter.world.users.get(agentId)?.state === 'NOT_READY') {
        contactCenter.agents.request(agentId, { state: 'READY', by: 'self' });
      }
    });
  }

  private awaitNext(): void {
    const { clock, random, pace } = this.stage;
    clock.after(random.wait(pace.betweenCallsMs), () => {
      this.arrive();
      this.awaitNext();
    });
  }

  private arrive(): void {
    const { contactCenter, clock, random, pace } = this.stage;
    const queue = random.pick(this.queues);
    if (queue === undefined) {
      return;
    }
    const from = `+155501${String(random.below(10_000)).padStart(4, '0')}`;
    const variables = [
      { name: 'callVariable1', value: `Order ${random.below(90_000) + 10_000}` },
      { name: 'callVariable2', value: random.pick(TOPICS) ?? '' },
      { name: 'user.tier', value: random.next() < 0.2 ? 'gold' : '' },
    ];
    const patience = random.about(pace.patienceMs);
    const { queueId, to } = { queueId: queue.id, to: queue.dialedNumber };
    const placed = contactCenter.createDialog({ from, to, queueId, variables });
    if (placed.ok) {
      clock.after(patience, () => {
        this.giveUp(placed.value);
      });
    }
  }

  private answered(agentId: string, dialogId: string): void {
    if (this.stage.contactCenter.world.dialogs.get(dialogId)?.callType === 'CONSULT') {
      this.consults.answered(dialogId, agentId);
    } else {
      this.talk(agentId, dialogId);
    }
  }

  private talk(agentId: string, dialogId: string): void {
    const { clock, random, contactCenter } = this.stage;
    const { control } = contactCenter.switchboard;
    const talkMs = this.endLater(agentId, dialogId);
    const chance = random.next();
    if (chance < CHANCE_OF_HOLD) {
      clock.after(talkMs * 0.3, () => control.hold({ dialogId, agentId }));
      clock.after(talkMs * 0.6, () => control.retrieve({ dialogId, agentId }));
    } else if (chance < CHANCE_OF_HOLD + CHANCE_OF_CONSULT) {
      clock.after(talkMs * 0.2, () => {
        this.consults.begin(agentId, dialogId);
      });
    }
  }

  /** The caller or the agent hangs up in a while. @returns In how many milliseconds. */
  private endLater(agentId: string, dialogId: string): number {
    const { clock, random, pace, contactCenter } = this.stage;
    const { control } = contactCenter.switchboard;
    const talkMs = random.about(pace.talkMs);
    const isCallerFirst = random.next() < CHANCE_THAT_CALLER_HANGS_UP;
    clock.after(talkMs, () => {
      const parties = contactCenter.world.dialogs.get(dialogId)?.participants ?? [];
      const isIn = parties.some((party) => party.agentId === agentId && isLive(party));
      if (!isIn) {
        return;
      }
      const ended = isCallerFirst
        ? contactCenter.endDialog(dialogId)
        : control.drop({ dialogId, agentId });
      if (ended.ok) {
        parties.forEach((party) => {
          this.afterCall(party.agentId, dialogId, agentId);
        });
      }
    });
    return talkMs;
  }

  /** Who was in the call wraps up; who stays in a conference without its maker leaves soon. */
  private afterCall(id: string | undefined, dialogId: string, maker: string): void {
    const { contactCenter, clock, random, pace } = this.stage;
    if (id === undefined) {
      return;
    }
    this.wrapUp(id, dialogId);
    if (id !== maker) {
      clock.after(random.about(pace.ringMs), () => {
        contactCenter.endDialog(dialogId);
      });
    }
  }

  private wrapUp(agentId: string, dialogId: string): void {
    const { clock, random, pace, contactCenter } = this.stage;
    const wrapUpMs = random.about(pace.wrapUpMs);
    const wrapUpReason = random.pick(WRAP_UP_REASONS) ?? '';
    clock.after(wrapUpMs * 0.7, () => {
      const dialog = contactCenter.world.dialogs.get(dialogId);
      if (dialog !== undefined) {
        contactCenter.switchboard.control.updateData(dialog, { variables: [], wrapUpReason });
      }
    });
    clock.after(wrapUpMs, () => {
      const agent = contactCenter.world.users.get(agentId);
      if (agent?.state === 'WORK' || agent?.state === 'WORK_READY') {
        contactCenter.agents.endWrapUp(agent);
      }
    });
  }

  /** A caller whom nobody answered hangs up. */
  private giveUp(dialogId: string): void {
    const { contactCenter } = this.stage;
    const state = contactCenter.world.dialogs.get(dialogId)?.state;
    if (state === 'INITIATING' || state === 'INITIATED' || state === 'ALERTING') {
      contactCenter.endDialog(dialogId);
    }
  }
}
