import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideStore, Store } from '@ngrx/store';
import { EventTunnelService, FinesseApiActions, RANDOM } from 'finesse-tunnel';
import { userNode } from 'finesse-tunnel/protocol';
import { FakeTunnelTransport, provideEventTunnelTesting } from 'finesse-tunnel/testing';

const NODE = userNode('2102');

async function setup() {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideStore(),
      provideEventTunnelTesting(),
      { provide: RANDOM, useValue: () => 0 },
    ],
  });
  const service = TestBed.inject(EventTunnelService);
  const page = TestBed.inject(FakeTunnelTransport);
  service.connect({ id: '2101', password: 'fictional-secret' });
  page.reportLoaded();
  await settled();
  page.reportConnected();
  service.watch(NODE).subscribe();
  page.acceptSubscription(NODE);
  const snapshot = (state: string, purpose?: 'audit'): void => {
    TestBed.inject(Store).dispatch(
      FinesseApiActions.snapshotLoaded({
        node: NODE,
        snapshot: { kind: 'user', agent: { id: '2102', state } },
        requestedAt: Date.now(),
        receivedAt: Date.now(),
        ...(purpose === undefined ? {} : { purpose }),
      }),
    );
  };
  const node = () => service.ledger().nodes.find((ledger) => ledger.node === NODE);
  return { service, page, snapshot, node };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    await Promise.resolve();
  }
}

describe('the ledger', () => {
  beforeEach(() => jasmine.clock().install().mockDate(new Date('2026-03-02T08:00:00Z')));
  afterEach(() => {
    jasmine.clock().uninstall();
  });

  it('tells a gap, what a snapshot repaired after it, and what an audit found', async () => {
    const { page, snapshot, node } = await setup();
    const heardAt = Date.now();
    snapshot('READY');
    jasmine.clock().tick(7_000);

    page.reportStatus('disconnected');
    const lostAt = Date.now();
    jasmine.clock().tick(1);
    await settled();
    page.reportConnected();
    page.acceptSubscription(NODE);
    snapshot('TALKING');
    jasmine.clock().tick(1_000);
    snapshot('WORK', 'audit');
    jasmine.clock().tick(1_000);

    expect(node()?.gaps).toEqual([
      jasmine.objectContaining({ from: heardAt, noticedAt: lostAt, cause: 'connection-lost' }),
    ]);
    expect(node()?.gaps[0]?.repairedAt).toBeDefined();
    expect(node()?.repairs).toEqual([
      jasmine.objectContaining({ id: '2102', fields: ['state'], found: 'after-gap' }),
      jasmine.objectContaining({ id: '2102', fields: ['state'], found: 'by-audit' }),
    ]);
    expect(node()?.mismatches).toBe(1);
  });

  it('takes a snapshot that changed nothing for a proof that all was well', async () => {
    const { snapshot, node } = await setup();
    snapshot('READY');

    snapshot('READY', 'audit');
    jasmine.clock().tick(1_000);

    expect(node()).toEqual(jasmine.objectContaining({ audits: 1, mismatches: 0, repairs: [] }));
  });

  it('is not changed by the end that somebody wanted', async () => {
    const { service, node } = await setup();

    service.disconnect();
    jasmine.clock().tick(10_000);

    expect(node()?.gaps).toEqual([]);
  });
});
