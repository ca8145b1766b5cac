import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideStore } from '@ngrx/store';
import {
  EventTunnelService,
  IframeTransport,
  provideEventTunnel,
  TunnelLog,
  withDiagnostics,
} from 'finesse-tunnel';
import { TunnelMessageType } from 'finesse-tunnel/protocol';
import { FakeTunnelTransport } from 'finesse-tunnel/testing';

const NODE = '/finesse/api/User/1001001';

function setup(messages?: number) {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideStore(),
      provideEventTunnel(
        {
          tunnelUrl: 'https://finesse.example.test:8445/tunnel/',
          xmppDomain: 'finesse.example.test',
          pubsubDomain: 'pubsub.finesse.example.test',
        },
        withDiagnostics(messages === undefined ? {} : { messages }),
      ),
      FakeTunnelTransport,
      { provide: IframeTransport, useExisting: FakeTunnelTransport },
    ],
  });
  return {
    service: TestBed.inject(EventTunnelService),
    page: TestBed.inject(FakeTunnelTransport),
    log: TestBed.inject(TunnelLog),
  };
}

async function signedIn(messages?: number) {
  const all = setup(messages);
  all.service.connect({ id: '1001001', password: 'hidden-secret' });
  all.page.reportLoaded();
  while (all.page.sentBodies(TunnelMessageType.Password).length === 0) {
    await Promise.resolve();
  }
  all.page.reportConnected();
  return all;
}

describe('withDiagnostics', () => {
  it('notes what both sides say, in order, and lets it through', async () => {
    const { log, service } = await signedIn();

    const lines = log.latest().map(({ direction, type, text }) => `${direction} ${type}|${text}`);

    expect(lines).toContain('in 4|loaded');
    expect(lines.indexOf('out 1|1001001')).toBeLessThan(lines.indexOf('in 4|connected'));
    expect(service.status().phase).toBe('connected');
  });

  it('holds neither the secret nor what a notification tells', async () => {
    const { page, log } = await signedIn();

    page.publish(
      NODE,
      '<Update><data><user><firstName>hidden-name</firstName></user></data></Update>',
    );

    const text = JSON.stringify(log.latest());
    expect(text).not.toContain('hidden');
    expect(text).toContain(`${NODE} (`);
    expect(
      log.latest().some(({ type, text: shown }) => type === 2 && shown === '(13 characters)'),
    ).toBeTrue();
  });

  it('keeps the latest', async () => {
    const { page, log } = await signedIn(3);

    for (const id of ['a', 'b', 'c', 'd']) {
      page.publish(`/finesse/api/User/${id}`, '');
    }

    expect(log.latest().map(({ text }) => text.trim())).toEqual(
      ['b', 'c', 'd'].map((id) => `/finesse/api/User/${id}`),
    );
  });
});
