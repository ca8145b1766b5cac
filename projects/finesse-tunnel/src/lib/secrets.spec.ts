import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ActionsSubject, provideStore, Store } from '@ngrx/store';
import { EventTunnelService } from 'finesse-tunnel';
import { TunnelMessageType } from 'finesse-tunnel/protocol';
import { FakeTunnelTransport, provideEventTunnelTesting } from 'finesse-tunnel/testing';

const SECRET = 's3cret-of-nobody';

function setup() {
  TestBed.configureTestingModule({
    providers: [provideZonelessChangeDetection(), provideStore(), provideEventTunnelTesting()],
  });
  const said: unknown[] = [];
  for (const method of ['log', 'info', 'debug', 'warn', 'error'] as const) {
    spyOn(console, method).and.callFake((...words: unknown[]) => said.push(words));
  }
  TestBed.inject(ActionsSubject).subscribe((action) => said.push(action));
  TestBed.inject(Store).subscribe((state) => said.push(state));
  const service = TestBed.inject(EventTunnelService);
  service.diagnostics$.subscribe((diagnostic) => said.push(diagnostic));
  service.status$.subscribe((status) => said.push(status));
  service.notifications$.subscribe((notification) => said.push(notification));
  const everything = (): string =>
    JSON.stringify(said) +
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]) +
    location.href +
    document.cookie +
    document.documentElement.outerHTML;
  return { service, page: TestBed.inject(FakeTunnelTransport), everything };
}

async function introduced(page: FakeTunnelTransport, times: number): Promise<void> {
  while (page.sentBodies(TunnelMessageType.Password).length < times) {
    await Promise.resolve();
  }
}

describe('a secret', () => {
  for (const { given, credentials } of [
    { given: 'a password', credentials: { id: '2101', password: SECRET } },
    { given: 'a token', credentials: { id: '2101', token: () => Promise.resolve(SECRET) } },
  ]) {
    it(`is nowhere but on its way to the page, given ${given}`, async () => {
      const { service, page, everything } = setup();

      service.connect(credentials);
      page.reportLoaded();
      await introduced(page, 1);
      page.reportConnected();
      page.say(TunnelMessageType.Password, SECRET);
      page.say(
        TunnelMessageType.ConnectRequest,
        `<connInfo><password>${SECRET}</password></connInfo>`,
      );
      page.say(TunnelMessageType.Logging, `connecting with ${SECRET}`);
      page.reportLoaded();
      await introduced(page, 2);
      page.reportStatus('unauthorized');
      service.disconnect();

      expect(page.sentBodies(TunnelMessageType.Password)).toEqual([SECRET, SECRET]);
      expect(everything()).toContain('Connect Requested');
      expect(everything()).not.toContain(SECRET);
    });
  }
});
