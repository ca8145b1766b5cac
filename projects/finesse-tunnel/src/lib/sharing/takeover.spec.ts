import { teamUsersNode, TunnelMessageType, userNode } from 'finesse-tunnel/protocol';
import { settled, SharedTabs, watch } from './testing/shared-tabs';

const TEAM = teamUsersNode('31');
const AGENT = userNode('1001001');

/** Lets time go by on the clock of jasmine. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 500) {
    jasmine.clock().tick(500);
    await settled();
  }
}

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

  describe('hands the connection on', () => {
    it('when the tab that has it is closed or crashes, with all that is watched', async () => {
      const [leader, follower] = await tabs.leaderAndFollower();
      await watch(leader, TEAM);
      await watch(follower, AGENT);

      leader.tab.crash();
      await settled();
      expect(follower.service.status().phase).toBe('connecting');
      await follower.pageConnects();

      expect(follower.service.status()).toEqual(
        jasmine.objectContaining({ phase: 'connected', sharing: 'leader' }),
      );
      expect(follower.said(TunnelMessageType.Password)).toEqual(['another-secret']);
      expect(follower.said(TunnelMessageType.Subscribe)).toEqual([AGENT]);
    });

    it('to the next in line only, with what the others watch', async () => {
      const [leader, next] = await tabs.leaderAndFollower();
      const third = tabs.open();
      await third.connect();
      await watch(third, TEAM);

      leader.tab.crash();
      await settled();
      await next.pageConnects();

      expect(third.page.timesOpened).toBe(0);
      expect(third.service.status()).toEqual(
        jasmine.objectContaining({ phase: 'connected', sharing: 'follower' }),
      );
      expect(next.said(TunnelMessageType.Subscribe)).toEqual([TEAM]);
    });

    it('when its user signs out', async () => {
      const [leader, follower] = await tabs.leaderAndFollower();

      leader.service.disconnect();
      leader.page.reportStatus('disconnected');
      await settled();
      await follower.pageConnects();

      expect(leader.service.status().phase).toBe('disconnected');
      expect(leader.service.status().sharing).toBeUndefined();
      expect(leader.page.url).toBeUndefined();
      expect(follower.service.status()).toEqual(
        jasmine.objectContaining({ phase: 'connected', sharing: 'leader' }),
      );
    });

    it('when it is frozen: another tab takes it, and the thawed one follows', async () => {
      const [leader, follower] = await tabs.leaderAndFollower();

      leader.tab.freeze();
      await pass(8_000);
      expect(follower.page.timesOpened).toBe(0);
      await pass(2_000);
      await follower.pageConnects();
      expect(follower.service.status().sharing).toBe('leader');

      leader.tab.thaw();
      await settled();

      expect(leader.page.url).toBeUndefined();
      expect(leader.service.status()).toEqual(
        jasmine.objectContaining({ phase: 'connected', sharing: 'follower' }),
      );
    });

    it('not by a tab that slept itself, before it could hear the answers', async () => {
      const [leader, follower] = await tabs.leaderAndFollower();
      leader.tab.freeze();
      await pass(7_500);

      jasmine.clock().mockDate(new Date(Date.now() + 60_000));
      await pass(500);
      leader.tab.thaw();
      await pass(20_000);

      expect(follower.service.status().sharing).toBe('follower');
      expect(leader.service.status().sharing).toBe('leader');
    });

    it('not while it answers', async () => {
      const [, follower] = await tabs.leaderAndFollower();

      await pass(60_000);

      expect(follower.service.status().sharing).toBe('follower');
    });
  });

  it('shows a loss in every tab, and subscribes for all when the session is back', async () => {
    const [leader, follower] = await tabs.leaderAndFollower();
    await watch(follower, AGENT);
    leader.page.acceptSubscription(AGENT);
    await settled();

    leader.page.reportStatus('disconnected');
    await settled();
    expect(follower.service.status()).toEqual(
      jasmine.objectContaining({
        phase: 'connecting',
        error: jasmine.objectContaining({ code: 'connection-lost' }),
      }),
    );
    expect(follower.service.status().forcedSignOut).toBeDefined();
    await pass(500);
    leader.page.reportConnected();
    await settled();

    expect(follower.service.status().phase).toBe('connected');
    expect(leader.said(TunnelMessageType.Subscribe)).toEqual([AGENT, AGENT]);
  });

  it('does not let a tab wait for its turn once the connection is back', async () => {
    const [leader, follower] = await tabs.leaderAndFollower();
    leader.page.reportStatus('reconnecting');
    await pass(40_000);
    expect(follower.service.status().phase).not.toBe('connected');

    leader.page.reportLoaded();
    await settled();
    await leader.pageConnects();
    await pass(1_000);

    expect(follower.service.status().phase).toBe('connected');
  });
});
