import { resolveConfig } from './resolve-config';

const TUNNEL_URL = 'https://finesse.example.test:8445/tunnel/';

describe('resolveConfig', () => {
  it('fills every default in', () => {
    expect(resolveConfig({ tunnelUrl: TUNNEL_URL }, 'r1')).toEqual({
      tunnelUrl: TUNNEL_URL,
      restUrl: 'https://finesse.example.test:8445/finesse/api',
      hostCount: 1,
      resource: 'r1',
      connectionType: 'websocket',
      timeouts: {
        loadedMs: 15_000,
        connectedMs: 30_000,
        subscriptionReplyMs: 10_000,
        disconnectedMs: 5_000,
        systemInfoMs: 10_000,
      },
      ping: {
        xmppRequestTimeout: 4_000,
        xmppFailoverDetectionPingInterval: 6_000,
        xmppFailoverRequestMaxRetry: 2,
      },
      reconnect: { firstMs: 1_000, maxMs: 10_000 },
    });
  });

  it('takes what is given, part by part', () => {
    const settings = resolveConfig(
      {
        tunnelUrl: TUNNEL_URL,
        restUrl: 'https://api.example.test/finesse/api/',
        xmppDomain: 'fin-a.example.test',
        pubsubDomain: 'pubsub.fin-a.example.test',
        resource: 'desk',
        connectionType: 'bosh',
        timeouts: { loadedMs: 1 },
        reconnect: { maxMs: 5_000 },
      },
      'r1',
    );

    expect(settings.restUrl).toBe('https://api.example.test/finesse/api');
    expect(settings.domains?.pubsubDomain).toBe('pubsub.fin-a.example.test');
    expect([settings.resource, settings.connectionType]).toEqual(['desk', 'bosh']);
    expect([settings.timeouts.loadedMs, settings.timeouts.connectedMs]).toEqual([1, 30_000]);
    expect(settings.reconnect).toEqual({ firstMs: 1_000, maxMs: 5_000 });
  });

  it('takes auto for WebSocket', () => {
    const settings = resolveConfig({ tunnelUrl: TUNNEL_URL, connectionType: 'auto' }, 'r1');

    expect(settings.connectionType).toBe('websocket');
  });

  for (const { given, config, names } of [
    { given: 'a relative tunnel address', config: { tunnelUrl: '/tunnel/' }, names: /tunnelUrl/ },
    {
      given: 'a tunnel address that is a script',
      config: { tunnelUrl: 'javascript:alert(1)' },
      names: /tunnelUrl/,
    },
    {
      given: 'a relative REST address',
      config: { tunnelUrl: TUNNEL_URL, restUrl: 'finesse/api' },
      names: /restUrl/,
    },
    {
      given: 'one domain without the other',
      config: { tunnelUrl: TUNNEL_URL, xmppDomain: 'fin-a.example.test' },
      names: /pubsubDomain/,
    },
  ]) {
    it(`refuses ${given} by name`, () => {
      expect(() => resolveConfig(config, 'r1')).toThrowError(TypeError, names);
    });
  }

  describe('given more hosts', () => {
    const config = {
      tunnelUrl: 'https://fin-a.example.test:8445/tunnel/',
      xmppDomain: 'fin-a.example.test',
      pubsubDomain: 'pubsub.fin-a.example.test',
      otherHosts: [{ tunnelUrl: 'https://fin-b.example.test:8445/tunnel/' }],
    };

    it('takes address and domains from the one that is asked for, the rest from the config', () => {
      const settings = resolveConfig({ ...config, connectionType: 'bosh' }, 'r1', 1);

      expect(settings.hostCount).toBe(2);
      expect(settings.restUrl).toBe('https://fin-b.example.test:8445/finesse/api');
      expect(settings.domains).toBeUndefined();
      expect(settings.connectionType).toBe('bosh');
    });

    it('takes the first for one that is not there', () => {
      expect(resolveConfig(config, 'r1', 2).tunnelUrl).toBe(config.tunnelUrl);
    });

    it('names the one whose address cannot be used', () => {
      const bad = { ...config, otherHosts: [{ tunnelUrl: '/tunnel/' }] };

      expect(() => resolveConfig(bad, 'r1', 1)).toThrowError(/otherHosts\[0\]\.tunnelUrl/);
    });
  });
});
