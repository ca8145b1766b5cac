import {
  type Credentials,
  type EventTunnelConfig,
  EventTunnelServiceActions,
  type EventTunnelService,
  type Notification,
} from 'finesse-tunnel';

/** Never runs: the compiler is the test, and an error that stays away is one. */
export function promises(service: EventTunnelService, notification: Notification): void {
  // @ts-expect-error -- an id alone is no credentials
  service.connect({ id: '2101' });
  // @ts-expect-error -- a token is asked for each time, so it is a function
  const fixedToken: Credentials = { id: '2101', token: 'token' };
  // @ts-expect-error -- an action takes who, and not with what secret
  EventTunnelServiceActions.connectRequested({ id: '2101', password: 'secret' });
  // @ts-expect-error -- the address of the page has no default
  const nowhere: EventTunnelConfig = {};
  // @ts-expect-error -- there are two transports and auto
  const flash: EventTunnelConfig['connectionType'] = 'flash';
  // @ts-expect-error -- what a notification holds depends on its kind
  const agent: unknown = notification.agent;
  // @ts-expect-error -- status is a signal that nobody outside writes
  const set: unknown = service.status.set;
  expect([fixedToken, nowhere, flash, agent, set]).toBeDefined();
}

describe('the types of the public API', () => {
  it('hold what the compiler was told to expect', () => {
    expect(promises).toBeInstanceOf(Function);
  });
});
