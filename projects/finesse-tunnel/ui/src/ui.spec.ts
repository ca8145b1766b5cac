import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { EventTunnelService, withOwnStore } from 'finesse-tunnel';
import { FakeTunnelTransport, provideEventTunnelTesting } from 'finesse-tunnel/testing';
import { AgentStateChip } from './agent-state-chip';
import { ConnectionBadge } from './connection-badge';
import { FINESSE_WORDS } from './finesse-words';
import { TimeInStatePipe } from './time-in-state-pipe';

@Component({
  imports: [AgentStateChip, ConnectionBadge, TimeInStatePipe],
  template: `
    <finesse-connection-badge />
    <finesse-agent-state [state]="state()" [reason]="reason()" />
    <time>{{ 0 | finesseTimeInState: now() }}</time>
  `,
})
class Screen {
  readonly state = signal<string | undefined>('NOT_READY');
  readonly reason = signal('');
  readonly now = signal(245_000);
}

describe('the ui entry point', () => {
  it('tells the phase of the connection as a status', async () => {
    const { element, settled } = setup();
    const badge = element('finesse-connection-badge');
    await settled();
    expect(badge.getAttribute('role')).toBe('status');
    expect(badge.textContent).toContain('Disconnected');

    TestBed.inject(EventTunnelService).connect({ id: '1000001', password: 'fictional-secret' });
    await settled();

    expect(badge.dataset['phase']).toBe('loading');
    expect(badge.textContent).toContain('Loading');
  });

  it('tells why the connection is not there', async () => {
    const { element, settled } = setup();
    TestBed.inject(EventTunnelService).connect({ id: '1000001', password: 'fictional-secret' });
    TestBed.inject(FakeTunnelTransport).reportStatus('unauthorized');
    await settled();

    expect(element('finesse-connection-badge').title).not.toBe('');
  });

  it('writes a state and its reason as people do', async () => {
    const { element, settled, screen } = setup();
    await settled();
    expect(element('finesse-agent-state').textContent).toBe('Not ready');

    screen.reason.set('Lunch');
    await settled();

    expect(element('finesse-agent-state').textContent).toBe('Not ready – Lunch');
    expect(element('finesse-agent-state').dataset['state']).toBe('NOT_READY');
  });

  it('takes the words of the host', async () => {
    const { element, settled } = setup({ phase: String, agentState: () => 'Nicht bereit' });
    await settled();

    expect(element('finesse-agent-state').textContent).toBe('Nicht bereit');
  });

  for (const { seconds, written } of [
    { seconds: 0, written: '0:00' },
    { seconds: 245, written: '4:05' },
    { seconds: 3_845, written: '1:04:05' },
    { seconds: 100_000, written: '27:46:40' },
    { seconds: -5, written: '0:00' },
  ]) {
    it(`writes ${seconds} seconds as ${written}`, () => {
      expect(new TimeInStatePipe().transform(0, seconds * 1_000)).toBe(written);
    });
  }

  it('writes a dash when nobody told since when', () => {
    expect(new TimeInStatePipe().transform(undefined, 1)).toBe('–');
  });
});

function setup(words?: { phase: (word: string) => string; agentState: (word: string) => string }) {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideEventTunnelTesting({}, withOwnStore()),
      ...(words === undefined ? [] : [{ provide: FINESSE_WORDS, useValue: words }]),
    ],
  });
  const fixture = TestBed.createComponent(Screen);
  return {
    screen: fixture.componentInstance,
    settled: () => fixture.whenStable(),
    element: (selector: string): HTMLElement => {
      const host: unknown = fixture.nativeElement;
      const found = host instanceof HTMLElement ? host.querySelector(selector) : undefined;
      if (!(found instanceof HTMLElement)) {
        throw new Error(`There is no ${selector}.`);
      }
      return found;
    },
  };
}
