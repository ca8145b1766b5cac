import {
  encodeEventBody,
  teamUsersNode,
  TunnelMessageType,
  userNode,
} from 'finesse-tunnel/protocol';
import { userUpdate } from 'finesse-tunnel/testing';
import { CHANNEL, settled, SharedTabs, watch } from './testing/shared-tabs';

const TEAM = teamUsersNode('31');
const AGENT = userNode('1001001');

describe('withSharedTunnel', () => {
  let tabs = new SharedTabs();

  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date('2026-03-02T08:00:00Z'));
    tabs = new SharedTabs();
  });

  afterEach(() => {
    tabs.close();
    jasmine.clock().uninstall();
  });

  it('has one page for two tabs, and both are connected', async () => {
    const [leader, follower] = await tabs.leaderAndFollower();

    expect(leader.service.status()).toEqual(
      jasmine.objectContaining({ phase: 'connected', sharing: 'leader' }),
    );
    expect(follower.service.status()).toEqual(
      jasmine.objectContaining({ phase: 'connected', sharing: 'follower' }),
    );
    expect(follower.page.timesOpened).toBe(0);
    expect(follower.service.status().readiness.isFinesseHere).toBeTrue();
  });

  it('lets a tab wait for the one that is connecting', async () => {
    const [leader, follower] = [tabs.open(), tabs.open()];
    await leader.connect();
    await follower.connect();

    expect(follower.service.status().phase).toBe('connecting');
    await leader.pageConnects();

    expect(follower.service.status().phase).toBe('connected');
  });

  it('subscribes once to what two tabs watch, and unsubscribes when neither does', async () => {
    const [leader, follower] = await tabs.leaderAndFollower();
    const [mine, theirs] = [await watch(leader, TEAM), await watch(follower, TEAM)];
    expect(follower.service.subscriptions()[0]?.state).toBe('subscribing');

    leader.page.acceptSubscription(TEAM);
    await settled();
    expect(leader.said(TunnelMessageType.Subscribe)).toEqual([TEAM]);
    expect(follower.service.subscriptions()[0]?.state).toBe('subscribed');

    mine.unsubscribe();
    await settled();
    expect(leader.said(TunnelMessageType.Unsubscribe)).toEqual([]);
    expect(leader.service.subscriptions()).toEqual([]);

    theirs.unsubscribe();
    await settled();
    expect(leader.said(TunnelMessageType.Unsubscribe)).toEqual([TEAM]);
  });

  it('tells each tab what it watches, and nothing else', async () => {
    const [leader, follower] = await tabs.leaderAndFollower();
    await watch(leader, TEAM);
    await watch(follower, AGENT);
    leader.page.acceptSubscription(TEAM);
    leader.page.acceptSubscription(AGENT);
    await settled();

    leader.page.publish(AGENT, userUpdate({ id: '1001001', state: 'READY' }));
    leader.page.publish(TEAM, userUpdate({ id: '1001001', state: 'READY' }));
    await settled();

    expect(leader.heard.map(({ node }) => node)).toEqual([AGENT, TEAM]);
    expect(follower.heard.map(({ node }) => node)).toEqual([AGENT]);
  });

  it('never tells a secret to another tab', async () => {
    const [leader] = await tabs.leaderAndFollower();
    leader.tab.crash();
    await settled();

    expect(tabs.browser.posted.length).toBeGreaterThan(3);
    expect(JSON.stringify(tabs.browser.posted)).not.toMatch(/fictional-secret|another-secret/);
    expect(CHANNEL).not.toContain('secret');
  });

  it('turns away who comes with a wrong secret, and lets the others be', async () => {
    const [leader, stranger] = [tabs.open(), tabs.open('refused')];
    await leader.connect();
    await leader.pageConnects();
    await stranger.connect('wrong-secret');

    expect(stranger.service.status().phase).toBe('unauthorized');
    expect(stranger.heard).toEqual([]);
    expect(leader.service.status().phase).toBe('connected');
  });

  it('lets nobody in whose secret cannot be checked, and tries again', async () => {
    const [leader, doubtful] = [tabs.open(), tabs.open('unknown')];
    await leader.connect();
    await leader.pageConnects();
    await doubtful.connect();

    expect(doubtful.service.status().phase).not.toBe('connected');
    expect(doubtful.service.status().error?.code).toBe('connection-refused');
  });

  it('goes on when the other tab signs out, and lets go of what only that one watched', async () => {
    const [leader, follower] = await tabs.leaderAndFollower();
    await watch(follower, AGENT);
    leader.page.acceptSubscription(AGENT);
    await settled();

    follower.service.disconnect();
    await settled();

    expect(follower.service.status().phase).toBe('disconnected');
    expect(leader.service.status().phase).toBe('connected');
    expect(leader.said(TunnelMessageType.Unsubscribe)).toEqual([AGENT]);
  });

  it('lets go of what a crashed tab watched', async () => {
    const [leader, follower] = await tabs.leaderAndFollower();
    await watch(follower, AGENT);
    leader.page.acceptSubscription(AGENT);
    await settled();

    follower.tab.crash();
    await settled();

    expect(leader.said(TunnelMessageType.Unsubscribe)).toEqual([AGENT]);
  });

  it('subscribes anew when a tab missed something', async () => {
    const [leader, follower] = await tabs.leaderAndFollower();
    await watch(follower, AGENT);
    leader.page.acceptSubscription(AGENT);
    await settled();
    const { term } = tabs.lastState();

    tabs.browser.post(CHANNEL, {
      version: 1,
      from: 'leader',
      kind: 'event',
      term,
      sequence: 9_000,
      body: encodeEventBody({ node: AGENT, xml: '' }),
    });
    await settled();

    expect(tabs.said('subscribe').length).toBe(2);
    expect(follower.service.subscriptions()[0]?.state).toBe('subscribed');
  });

  it('does not hear an outdated leader', async () => {
    const [, follower] = await tabs.leaderAndFollower();
    const { term, sequence } = tabs.lastState();

    tabs.browser.post(CHANNEL, { ...tabs.lastState(), term: term - 1, session: 0, sequence });
    await settled();

    expect(follower.service.status().phase).toBe('connected');
  });

  it('follows the tab with the connection to another host', async () => {
    const [, follower] = await tabs.leaderAndFollower();

    tabs.browser.post(CHANNEL, {
      ...tabs.lastState(),
      session: 7,
      url: 'https://fin-b.example.test:8445/tunnel/',
      xmppDomain: 'fin-b.example.test',
      pubsubDomain: 'pubsub.fin-b.example.test',
    });
    await settled();

    expect(follower.service.status()).toEqual(
      jasmine.objectContaining({ phase: 'connected', host: 'fin-b.example.test', hostIndex: 1 }),
    );
  });

  it('shares with tabs of the same agent only', async () => {
    const [mine, other] = [tabs.open(), tabs.open()];
    await mine.connect();
    await other.connect('x', '1000002');

    expect([mine.page.timesOpened, other.page.timesOpened]).toEqual([1, 1]);
    expect(other.service.status().sharing).toBe('leader');
  });

  it('works without locks as without the feature, and says so', async () => {
    const [first, second] = [tabs.open('accepted', false), tabs.open('accepted', false)];
    for (const tab of [first, second]) {
      await tab.connect();
      await tab.pageConnects();
    }

    expect(second.page.timesOpened).toBe(1);
    expect(second.service.status()).toEqual(
      jasmine.objectContaining({ phase: 'connected', sharing: 'unavailable' }),
    );
  });
});
