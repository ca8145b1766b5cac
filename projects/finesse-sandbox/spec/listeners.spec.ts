import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { WebSocket } from 'ws';

import { RunningSandbox } from './running-sandbox';

describe('every listener', () => {
  let sandbox: RunningSandbox;
  let page: string;
  beforeEach(async () => {
    page = await mkdtemp(join(tmpdir(), 'finesse-sandbox-'));
    await writeFile(join(page, 'index.html'), '<!doctype html><title>page</title>');
    await writeFile(join(page, 'EventTunnel.js'), '// script');
    sandbox = await RunningSandbox.start({
      tunnelDir: page,
      staticDir: page,
      allowOrigins: ['loopback', 'https://portal.example.test'],
    });
  });
  afterEach(async () => {
    await sandbox.stop();
    await rm(page, { recursive: true });
  });

  for (const path of [
    '/healthz',
    '/finesse/api/SystemInfo',
    '/tunnel/',
    '/tunnel/EventTunnel.js',
    '/tunnel/allowed-origins.json',
    '/http-bind',
    '/http-bind/',
    '/sandbox/truth',
    '/',
  ]) {
    it(`serves ${path}`, async () => {
      for (const origin of [sandbox.node.api, sandbox.node.notification]) {
        expect((await fetch(origin + path)).status).toBe(200);
      }
    });
  }

  for (const path of ['/ws', '/ws/']) {
    it(`speaks XMPP at ${path}`, async () => {
      const socket = new WebSocket(sandbox.node.api.replace('http', 'ws') + path, 'xmpp');

      await new Promise((resolve) => socket.once('open', resolve));

      expect(socket.protocol).toBe('xmpp');
      socket.terminate();
    });
  }

  it('lets pages of allowed origins read, and no others', async () => {
    const readers: (string | null)[] = [];

    for (const origin of [
      'http://localhost:4200',
      'https://portal.example.test',
      'https://evil.example.test',
    ]) {
      const { headers } = await fetch(`${sandbox.node.api}/healthz`, { headers: { origin } });
      readers.push(headers.get('access-control-allow-origin'));
    }

    expect(readers).toEqual(['http://localhost:4200', 'https://portal.example.test', null]);
  });

  it('allows the methods and headers of Finesse clients in a preflight', async () => {
    const { status, headers } = await fetch(`${sandbox.node.api}/finesse/api/User/1001001`, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:4200',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization,content-type,requestid,locale',
      },
    });

    expect(status).toBe(204);
    expect(headers.get('access-control-allow-methods')).toBe('GET, PUT, POST, DELETE, OPTIONS');
    expect(headers.get('access-control-allow-headers')).toBe(
      'authorization,content-type,requestid,locale',
    );
    expect(headers.get('access-control-expose-headers')).toBe('requestId');
  });

  it('tells the tunnel page whom it may obey, and browsers who may frame it', async () => {
    const list = await fetch(`${sandbox.node.notification}/tunnel/allowed-origins.json`);
    const { headers } = await fetch(`${sandbox.node.notification}/tunnel/`);

    expect(await list.json()).toEqual({ origins: ['loopback', 'https://portal.example.test'] });
    expect(list.headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(
      /^frame-ancestors 'self' http:\/\/localhost:\* .* https:\/\/portal\.example\.test$/,
    );
  });

  it('serves the page for its own routes, but not for missing files', async () => {
    const accept = { accept: 'text/html,*/*' };

    const route = await fetch(`${sandbox.node.api}/agents/1001001`, { headers: accept });
    const file = await fetch(`${sandbox.node.api}/missing.js`);

    expect(await route.text()).toContain('<title>page</title>');
    expect(file.status).toBe(404);
  });

  it('does not serve what lies outside its directories', async () => {
    for (const path of ['/tunnel/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd']) {
      const text = await (await fetch(sandbox.node.api + path)).text();
      expect(text).not.toContain('root:');
    }
  });

  it('keeps the script of the tunnel page back under slow-tunnel', async () => {
    const id = await sandbox.fault('slow-tunnel');
    let isLoaded = false;

    const script = fetch(`${sandbox.node.notification}/tunnel/EventTunnel.js`).then(
      async (answer) => {
        isLoaded = true;
        return answer.text();
      },
    );
    await fetch(`${sandbox.node.notification}/tunnel/`);

    expect(isLoaded).toBeFalse();
    await sandbox.control('DELETE', `faults/${id}`);
    expect(await script).toContain('script');
  });
});

describe('a sandbox with TLS', () => {
  it('serves the same over a certificate of its own', async () => {
    const sandbox = await RunningSandbox.start({ tls: true });

    const status = await new Promise((resolve, reject) => {
      get(`${sandbox.node.tlsApi ?? ''}/healthz`, { rejectUnauthorized: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
    const socket = new WebSocket(
      `${sandbox.node.tlsNotification?.replace('http', 'ws') ?? ''}/ws/`,
      'xmpp',
      {
        rejectUnauthorized: false,
      },
    );
    await new Promise((resolve) => socket.once('open', resolve));
    socket.terminate();
    await sandbox.stop();

    expect(status).toBe(200);
  });
});
