import type { Action } from '@ngrx/store';
import { Subject } from 'rxjs';
import { type TunnelMessage, TunnelMessageType } from 'finesse-tunnel/protocol';
import type { Diagnostic } from '../model/diagnostic';
import { TunnelTransport } from '../transport/tunnel-transport';
import { announcePage, reportRefused } from './page-effects';
import { TunnelInbox } from './tunnel-inbox';
import { TunnelPageActions } from './tunnel-page-actions';

const NODE = '/finesse/api/User/2101';

class SilentTransport extends TunnelTransport {
  override readonly messages$ = new Subject<TunnelMessage>();
  override readonly diagnostics$ = new Subject<Diagnostic>();
  override open(): void {
    // Nothing is opened: the test speaks for the page.
  }
  override send(): void {
    // Nobody listens.
  }
  override close(): void {
    // Nothing is open.
  }
}

function setup() {
  const transport = new SilentTransport();
  const inbox = new TunnelInbox();
  const actions: Action[] = [];
  const diagnostics: Diagnostic[] = [];
  inbox.diagnostics$.subscribe((diagnostic) => diagnostics.push(diagnostic));
  announcePage(transport, inbox, () => 7).subscribe((action) => actions.push(action));
  reportRefused(transport, inbox).subscribe();
  const say = (type: TunnelMessageType, body: string): void => {
    transport.messages$.next({ type, body });
  };
  return { transport, actions, diagnostics, say };
}

describe('announcePage', () => {
  it('tells each status with its time', () => {
    const { actions, diagnostics, say } = setup();

    say(TunnelMessageType.Status, 'connected');

    expect(actions).toEqual([TunnelPageActions.statusChanged({ status: 'connected', at: 7 })]);
    expect(diagnostics).toEqual([]);
  });

  it('tells an unknown status as such, and quotes no more than a line of it', () => {
    const { actions, diagnostics, say } = setup();

    say(TunnelMessageType.Status, 'sulking '.repeat(100));

    expect(actions).toEqual([TunnelPageActions.statusChanged({ status: 'unknown', at: 7 })]);
    expect(diagnostics.map(({ code, excerpt }) => [code, excerpt.length])).toEqual([
      ['unknown-status', 120],
    ]);
  });

  it('tells resource, subscriptions granted and refused, and their end', () => {
    const { actions, say } = setup();

    say(TunnelMessageType.ResourceId, 'r1');
    say(TunnelMessageType.Subscribe, NODE);
    say(TunnelMessageType.Subscribe, `${NODE}|<ApiErrors/>`);
    say(TunnelMessageType.Unsubscribe, NODE);

    expect(actions).toEqual([
      TunnelPageActions.resourceTold({ resource: 'r1' }),
      TunnelPageActions.subscriptionAnswered({ node: NODE }),
      TunnelPageActions.subscriptionAnswered({ node: NODE, error: '<ApiErrors/>' }),
      TunnelPageActions.unsubscriptionAnswered({ node: NODE }),
    ]);
  });

  it('tells presence, and reports one that cannot be read', () => {
    const { actions, diagnostics, say } = setup();

    say(
      TunnelMessageType.Presence,
      '<presence><from>finesse@fin-a.example.test</from><type>unavailable</type></presence>',
    );
    say(TunnelMessageType.Presence, 'gone');

    expect(actions).toEqual([
      TunnelPageActions.presenceReceived({
        presence: { from: 'finesse@fin-a.example.test', type: 'unavailable' },
      }),
    ]);
    expect(diagnostics.length).toBe(1);
  });

  for (const type of [
    TunnelMessageType.Event,
    TunnelMessageType.Logging,
    TunnelMessageType.Subscriptions,
  ]) {
    it(`leaves messages of type ${String(type)} to others, or to nobody`, () => {
      const { actions, diagnostics, say } = setup();

      say(type, 'anything');

      expect(actions).toEqual([]);
      expect(diagnostics).toEqual([]);
    });
  }

  it('reports a message that only a portal sends, without a word of what may be a secret', () => {
    const { actions, diagnostics, say } = setup();

    say(TunnelMessageType.Password, 'fictional-secret');

    expect(actions).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['unexpected-message']);
    expect(JSON.stringify(diagnostics)).not.toContain('fictional-secret');
  });
});

describe('reportRefused', () => {
  it('passes on what the transport refused', () => {
    const { transport, diagnostics } = setup();

    transport.diagnostics$.next({ code: 'foreign-origin', message: 'Elsewhere.', excerpt: '' });

    expect(diagnostics.map(({ code }) => code)).toEqual(['foreign-origin']);
  });
});
