import { TestBed } from '@angular/core/testing';
import { createFeature, createReducer, on, provideState, provideStore, Store } from '@ngrx/store';
import {
  EventTunnelService,
  FinesseActions,
  selectAllAgents,
  selectConnectionStatus,
  selectSubscriptions,
  TUNNEL_CLOCK,
  withOwnStore,
} from 'finesse-tunnel';
import { FakeTunnelTransport, provideEventTunnelTesting } from 'finesse-tunnel/testing';
import { foldRecording } from './fold-recording';
import { provideEventTunnelReplay } from './provide-event-tunnel-replay';
import { readRecording } from './read-recording';
import { Recorder } from './recorder';
import type { Recording } from './recording';
import { ReplayPlayer } from './replay-player';
import { withRecording } from './with-recording';

const TEAM = '/finesse/api/Team/31/Users';

const user = (id: string, state: string, name: string) =>
  `<Update><data><user><loginId>${id}</loginId><firstName>${name}</firstName><state>${state}</state></user></data><event>PUT</event></Update>`;

/** Counts what it is told, as an application's own part of the store. */
const countFeature = createFeature({
  name: 'count',
  reducer: createReducer(
    0,
    on(
      FinesseActions.notificationsReceived,
      (count, { notifications }): number => count + notifications.length,
    ),
  ),
});

/** Records a session in which `times` agents become ready after Mara did. */
async function recorded(times: number): Promise<string> {
  let now = 1_700_000_000_000;
  TestBed.configureTestingModule({
    providers: [
      provideEventTunnelTesting({}, withOwnStore(), withRecording()),
      { provide: TUNNEL_CLOCK, useValue: () => (now += 10) },
    ],
  });
  const page = TestBed.inject(FakeTunnelTransport);
  const service = TestBed.inject(EventTunnelService);
  const recorder = TestBed.inject(Recorder);
  service.connect({ id: '1000001', password: 'made-up-secret' });
  const watching = service.watch(TEAM).subscribe();
  page.reportLoaded();
  page.reportConnected();
  page.acceptSubscription(TEAM);
  page.publish(TEAM, user('1001001', 'READY', 'Mara'));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  recorder.start();
  for (let i = 0; i < times; i++) {
    page.publish(TEAM, user(`10020${String(i).padStart(4, '0')}`, 'READY', 'Otto'));
  }
  page.publish(TEAM, user('1001001', 'TALKING', 'Mara'));
  page.publish(TEAM, '<Update><firstName>Mara</Update>');
  const text = await (recorder.stop() ?? new Blob()).text();
  watching.unsubscribe();
  service.disconnect();
  TestBed.resetTestingModule();
  return text;
}

async function replayOf(text: string): Promise<Recording> {
  const reading = await readRecording(text);
  if (!reading.ok || reading.damage !== undefined) {
    throw new Error(JSON.stringify(reading));
  }
  return reading.recording;
}

function replayer() {
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(countFeature),
      provideEventTunnelReplay({ features: ['count'] }),
    ],
  });
  const store = TestBed.inject(Store);
  return {
    player: TestBed.inject(ReplayPlayer),
    store,
    agents: store.selectSignal(selectAllAgents),
    status: store.selectSignal(selectConnectionStatus),
    subscriptions: store.selectSignal(selectSubscriptions),
    count: store.selectSignal(countFeature.selectCountState),
  };
}

describe('a recording', () => {
  it('holds neither persons nor secrets, and its malformed event only by its node', async () => {
    const text = await recorded(2);

    expect(text).not.toMatch(/Mara|Otto|1001001|1000001|10020|made-up-secret|fake-resource/);
    expect(text).toContain('"kind":"unreadable"');
    expect(text.trim().split('\n').at(-1)).toContain('"kind":"end"');
  });

  it('shows the same again: who was known before it began, and what happened since', async () => {
    const recording = await replayOf(await recorded(3));
    const { player, agents, status, subscriptions } = replayer();

    player.open(recording);
    expect(status().phase).toBe('connected');
    player.seek(recording.durationMs);

    expect(agents().map(({ state }) => state)).toEqual(['TALKING', 'READY', 'READY', 'READY']);
    expect(agents()[0]?.firstName).toBe('Agent');
    expect(subscriptions().map(({ node, state }) => `${node} ${state}`)).toEqual([
      `${TEAM} subscribed`,
    ]);
  });

  it('goes back and forth, the parts of the application with it', async () => {
    const recording = await replayOf(await recorded(2_500));
    const { player, agents, count } = replayer();
    player.open(recording);
    const before = { agents: agents().length, count: count() };
    player.seek(recording.durationMs);
    expect(agents().length).toBe(2_501);
    const end = count();

    player.seek(recording.durationMs / 2);
    const middle = agents().length;
    expect(middle).toBeGreaterThan(1_000);
    expect(middle).toBeLessThan(1_600);
    player.seek(0);
    expect({ agents: agents().length, count: count() }).toEqual(before);
    player.seek(recording.durationMs);
    expect(count()).toBe(end);
    player.seek(recording.durationMs / 2);
    expect(agents().length).toBe(middle);
  });

  it('plays at its speed until its end, and watchers hear it', async () => {
    const recording = await replayOf(await recorded(20));
    const { player, agents } = replayer();
    const heard: string[] = [];
    TestBed.inject(EventTunnelService).notifications$.subscribe(({ kind }) => heard.push(kind));
    player.open(recording);
    player.setSpeed(10_000);
    player.play();
    while (player.isPlaying()) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }

    expect(player.position()).toBe(recording.durationMs);
    expect(agents().length).toBe(21);
    expect(heard.length).toBe(21);
    expect(TestBed.inject(TUNNEL_CLOCK)()).toBe(recording.startedAt + recording.durationMs);
  });

  it('lets nothing else into the store, and connects nowhere', async () => {
    const recording = await replayOf(await recorded(1));
    const { player, agents, status, store } = replayer();
    player.open(recording);
    const before = { agents: agents(), phase: status().phase };

    TestBed.inject(EventTunnelService).connect({ id: '1000001', password: 'made-up' });
    TestBed.inject(EventTunnelService).watch(TEAM).subscribe().unsubscribe();
    store.dispatch(FinesseActions.notificationsReceived({ notifications: [] }));

    expect({ agents: agents(), phase: status().phase }).toEqual(before);
    expect(document.querySelector('iframe[name=tunnel-frame]')).toBeNull();
  });

  it('is folded without a store, too', async () => {
    const recording = await replayOf(await recorded(3));
    const { entries, startedAt } = recording;
    const half = foldRecording(entries.slice(0, 4), startedAt);
    const state = foldRecording(entries.slice(4), startedAt, half);

    expect(state.contactCenter.agents.size).toBe(4);
    expect(state.connection.status.phase).toBe('connected');
  });

  it('is none before somebody starts one, and each start begins anew', async () => {
    TestBed.configureTestingModule({
      providers: [provideEventTunnelTesting({}, withOwnStore(), withRecording())],
    });
    const recorder = TestBed.inject(Recorder);

    expect(recorder.stop()).toBeUndefined();
    recorder.start();
    expect(recorder.progress().phase).toBe('recording');
    recorder.start();
    const text = await (recorder.stop() ?? new Blob()).text();

    expect(text.match(/"format"/g)?.length).toBe(1);
    expect(recorder.progress().phase).toBe('idle');
  });
});
