import { TunnelMessageType } from 'finesse-tunnel/protocol';
import { Dashboard } from './testing/dashboard';

const TEAM = '/finesse/api/Team/31/Users';
const NOT_READY =
  '<firstName>Mara</firstName><lastName>Lindqvist</lastName><state>NOT_READY</state>' +
  '<stateChangeTime>2026-03-02T08:15:30.250Z</stateChangeTime>';

describe('the dashboard', () => {
  const usualTimeoutMs = jasmine.DEFAULT_TIMEOUT_INTERVAL;
  // The whole application starts in each of these, on a machine that may be busy.
  beforeAll(() => (jasmine.DEFAULT_TIMEOUT_INTERVAL = 30_000));
  afterAll(() => (jasmine.DEFAULT_TIMEOUT_INTERVAL = usualTimeoutMs));

  it('asks for a sign-in first, and leads back to the page that was wanted', async () => {
    const dashboard = await Dashboard.open('/queues');
    expect(dashboard.router.url).toBe('/sign-in?returnTo=%2Fqueues');

    dashboard.signIn('1000001', 'made-up');
    dashboard.page.reportLoaded();
    dashboard.page.reportConnected();

    await dashboard.until(() => dashboard.router.url === '/queues');
  });

  it('empties the password field, and keeps the password out of the page', async () => {
    const dashboard = await Dashboard.open('/');

    dashboard.signIn('1000001', 'made-up-secret');

    expect(dashboard.element('input[name=password]')).toEqual(
      jasmine.objectContaining({ value: '' }),
    );
    expect(document.documentElement.outerHTML).not.toContain('made-up-secret');
    expect(JSON.stringify([localStorage, sessionStorage])).not.toContain('made-up-secret');
  });

  it('asks for what is missing in the form, and connects to nothing', async () => {
    const dashboard = await Dashboard.open('/');

    dashboard.signIn('1000001', '');
    await dashboard.until(() => dashboard.text('[role=alert]') !== '');

    expect(dashboard.text('[role=alert]')).toBe('Enter your password.');
    expect(dashboard.page.timesOpened).toBe(0);
  });

  it('explains a refused password', async () => {
    const dashboard = await Dashboard.open('/');

    dashboard.signIn('1000001', 'wrong');
    dashboard.page.reportLoaded();
    dashboard.page.reportStatus('unauthorized');

    await dashboard.until(() => dashboard.text('[role=alert]').includes('password'));
    expect(dashboard.element('[role=status]')?.dataset['connection']).toBe('unauthorized');
  });

  it('subscribes to what a supervisor needs, and shows the agents that are told about', async () => {
    const dashboard = await Dashboard.signedIn();
    await dashboard.until(() =>
      dashboard.page.sentBodies(TunnelMessageType.Subscribe).includes(TEAM),
    );

    dashboard.publishMate('1001001', NOT_READY);
    await dashboard.until(() => dashboard.element('[data-agent-id="1001001"]') !== null);

    const row = dashboard.element('[role=table][aria-label=Agents] [data-agent-id="1001001"]');
    expect(row?.dataset['state']).toBe('NOT_READY');
    expect(row?.textContent).toContain('Mara Lindqvist');
    expect(row?.textContent).toContain('Not ready');
  });

  it('shows each event with what changed, and opens it', async () => {
    const dashboard = await Dashboard.signedIn();
    dashboard.publishMate('1001001', NOT_READY);
    dashboard.publishMate('1001001', '<state>READY</state>');
    const entry = `[role=list][aria-label=Events] [data-node="${TEAM}"]`;
    await dashboard.until(() =>
      dashboard.text(entry).includes('Mara Lindqvist: Not ready → Ready'),
    );

    dashboard.element(`${entry} button`)?.click();
    await dashboard.until(() => dashboard.element('app-event-details pre') !== null);

    expect(dashboard.element(entry)?.dataset).toEqual(
      jasmine.objectContaining({ kind: 'team-users', event: 'PUT' }),
    );
    expect(dashboard.text('app-event-details mark')).toBe('"state": "READY"');
    expect(dashboard.text('app-event-details del')).toContain('"NOT_READY"');
    expect(dashboard.text('app-event-details')).toContain('<state>READY</state>');
  });

  it('subscribes by hand, and unsubscribes even from a node of its own', async () => {
    const dashboard = await Dashboard.signedIn();
    const node = '/finesse/api/User/1001009';
    dashboard.fill('Node', node);
    dashboard.press('Subscribe');
    const row = (of: string) => dashboard.element(`table [data-node="${of}"]`);
    await dashboard.until(() => row(node) !== null);
    dashboard.page.acceptSubscription(node);
    dashboard.page.acceptSubscription(TEAM);
    await dashboard.until(() =>
      [node, TEAM].every((of) => row(of)?.dataset['subscription'] === 'subscribed'),
    );

    dashboard.press('Unsubscribe', `[data-node="${node}"]`);
    dashboard.press('Unsubscribe', `[data-node="${TEAM}"]`);

    await dashboard.until(
      () => dashboard.page.sentBodies(TunnelMessageType.Unsubscribe).length === 2,
    );
    expect(dashboard.page.sentBodies(TunnelMessageType.Unsubscribe)).toEqual([node, TEAM]);
  });

  it('says that what is shown is old while the connection is lost', async () => {
    const dashboard = await Dashboard.signedIn();

    dashboard.page.reportStatus('disconnected');

    await dashboard.until(() => dashboard.text('.banner').includes('loss of the connection'));
    expect(dashboard.element('[role=status]')?.dataset['connection']).toBe('reconnecting');
  });

  it('asks to sign in again after a conflict, and leads back', async () => {
    const dashboard = await Dashboard.signedIn('/nodes');
    dashboard.page.reportStatus('conflict');
    await dashboard.until(() => dashboard.text('.banner').includes('signed in elsewhere'));

    dashboard.press('Reconnect now');

    await dashboard.until(() => dashboard.router.url === '/sign-in?returnTo=%2Fnodes');
  });

  it('signs out, and forgets what was shown', async () => {
    const dashboard = await Dashboard.signedIn();
    dashboard.publishMate('1001001', NOT_READY);
    await dashboard.until(() => dashboard.element('[data-agent-id="1001001"]') !== null);

    dashboard.press('Sign out');
    dashboard.page.reportStatus('disconnected');

    await dashboard.until(() => dashboard.router.url === '/sign-in');
    expect(document.body.textContent).not.toContain('Lindqvist');
  });
});
