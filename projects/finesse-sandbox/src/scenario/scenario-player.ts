import type { Clock } from '../finesse/clock';
import type { ContactCenter } from '../finesse/contact-center';
import { refuse, type Result } from '../finesse/finesse-error';
import { ScopedClock } from '../finesse/scoped-clock';
import type { Scenario, ScenarioEvent } from './scenario';

/** What is played, where, and who hears of events that the contact centre refused. */
export interface ScenarioPlayerOptions {
  readonly contactCenter: ContactCenter;
  readonly clock: Clock;
  readonly scenario: Scenario;
  /** Told when an event could not happen; the play goes on. The default is silence. */
  readonly onRefused?: (event: ScenarioEvent, reason: string) => void;
}

/** Plays a scenario once, in place of the random simulation. */
export class ScenarioPlayer {
  private scope: ScopedClock | undefined;
  private readonly dialogIds = new Map<string, string>();

  constructor(private readonly options: ScenarioPlayerOptions) {}

  /** Plays from the beginning. */
  start(): void {
    this.stop();
    this.dialogIds.clear();
    const scope = new ScopedClock(this.options.clock);
    this.scope = scope;
    // In a timer, where time stands still: so the distances are those of the file.
    scope.after(0, () => {
      this.options.contactCenter.board.restart();
      for (const event of this.options.scenario.events) {
        scope.after(event.at, () => {
          this.play(event);
        });
      }
    });
  }

  stop(): void {
    this.scope?.stop();
    this.scope = undefined;
  }

  private play(event: ScenarioEvent): void {
    const result = this.perform(event);
    if (!result.ok) {
      const { errorType, errorMessage, errorData } = result.error;
      const reason = [errorType, errorMessage, errorData].filter((part) => part !== '').join(', ');
      this.options.onRefused?.(event, reason);
    }
  }

  private perform(event: ScenarioEvent): Result<unknown> {
    const { contactCenter } = this.options;
    switch (event.kind) {
      case 'state':
        return contactCenter.setAgentState(event.agent, event);
      case 'call':
        return this.placeCall(event.name, contactCenter.createDialog(event.call));
      case 'end':
        return this.withDialog(event.name, (id) => contactCenter.endDialog(id));
      case 'service':
        contactCenter.setInService(event.inService);
        return { ok: true, value: undefined };
      case 'answer':
      case 'hold':
      case 'retrieve':
        return this.withDialog(event.name, (dialogId) =>
          contactCenter.switchboard.control[event.kind]({ dialogId, agentId: event.agent }),
        );
    }
  }

  private placeCall(name: string, placed: Result<string>): Result<string> {
    if (placed.ok) {
      this.dialogIds.set(name, placed.value);
    }
    return placed;
  }

  private withDialog(name: string, act: (dialogId: string) => Result): Result {
    const dialogId = this.dialogIds.get(name);
    return dialogId === undefined
      ? refuse(404, 'Dialog Not Found', { message: 'No call of that name was placed', data: name })
      : act(dialogId);
  }
}
