import type { Clock } from '../clock';

interface Alarm {
  readonly at: number;
  readonly run: () => void;
}

/** A clock whose hands a spec turns. */
export class ManualClock implements Clock {
  private now = 0;
  private alarms: Alarm[] = [];

  after(ms: number, run: () => void): () => void {
    const alarm = { at: this.now + ms, run };
    this.alarms.push(alarm);
    return () => {
      this.alarms = this.alarms.filter((other) => other !== alarm);
    };
  }

  /** Lets time pass; alarms go off in their order, also those set on the way. */
  advance(ms: number): void {
    const end = this.now + ms;
    for (let next = this.nextUntil(end); next !== undefined; next = this.nextUntil(end)) {
      const { at, run } = next;
      this.alarms = this.alarms.filter((other) => other !== next);
      this.now = at;
      run();
    }
    this.now = end;
  }

  private nextUntil(end: number): Alarm | undefined {
    const due = this.alarms.filter(({ at }) => at <= end);
    return due.sort((a, b) => a.at - b.at)[0];
  }
}
