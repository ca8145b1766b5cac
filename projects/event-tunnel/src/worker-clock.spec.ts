import { settled } from './testing/settled';
import { type Alarm, serveTimers, WorkerClock } from './worker-clock';

/** A worker in the spec's hands: it hears alarms and says ids when told. */
class FakeWorker {
  readonly alarms: Alarm[] = [];
  private hear: ((event: MessageEvent<number>) => void) | undefined;

  addEventListener(_type: 'message', listener: (event: MessageEvent<number>) => void): void {
    this.hear = listener;
  }

  postMessage(alarm: Alarm): void {
    this.alarms.push(alarm);
  }

  says(id: number): void {
    this.hear?.(new MessageEvent('message', { data: id }));
  }
}

describe('WorkerClock', () => {
  it('goes off when the worker says so, however slow the page', () => {
    const worker = new FakeWorker();
    const clock = new WorkerClock(worker);
    const heard: string[] = [];
    clock.after(3_600_000, () => heard.push('a'));
    clock.after(3_600_000, () => heard.push('b'));

    worker.says(worker.alarms[1]?.[0] ?? 0);
    worker.says(worker.alarms[1]?.[0] ?? 0);

    expect(heard).toEqual(['b']);
    expect(worker.alarms[0]?.[1]).toBe(3_600_000);
  });

  it('goes off without a worker, and with one that is dead', async () => {
    const heard: string[] = [];
    new WorkerClock(undefined).after(1, () => heard.push('none'));
    new WorkerClock(new FakeWorker()).after(1, () => heard.push('dead'));

    await settled(() => heard.length === 2);

    expect(heard.sort()).toEqual(['dead', 'none']);
  });

  it('stays silent once called off', () => {
    const worker = new FakeWorker();
    const clock = new WorkerClock(worker);
    const heard: string[] = [];

    clock.after(3_600_000, () => heard.push('a'))();
    worker.says(worker.alarms[0]?.[0] ?? 0);

    expect(heard).toEqual([]);
  });
});

describe('serveTimers', () => {
  it('sends an id back after its time', async () => {
    const { port1, port2 } = new MessageChannel();
    const heard: unknown[] = [];
    port2.onmessage = ({ data }) => heard.push(data);
    serveTimers(port1);
    port1.start();

    port2.postMessage([7, 1]);
    await settled(() => heard.length > 0);
    port1.close();

    expect(heard).toEqual([7]);
  });
});
