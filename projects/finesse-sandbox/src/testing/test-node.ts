import type { FastifyInstance } from 'fastify';

import { FaultBoard } from '../faults/fault-board';
import { NodeFaults } from '../faults/node-faults';
import { createListener } from '../http-server';
import { listen } from '../listen';
import { silentLog } from '../log';
import { OriginPolicy } from '../origin-policy';
import { tunnelPage } from '../tunnel-page';
import type { AccountDirectory } from '../xmpp/account-directory';
import { BoshEndpoint } from '../xmpp/bosh-endpoint';
import { NotificationService, type NotificationServiceOptions } from '../xmpp/notification-service';
import { WebSocketEndpoint } from '../xmpp/websocket-endpoint';

export const DOMAIN = 'finesse-a.example.test';
export const PASSWORD = 'cisco';

/** Three invented accounts; Team 31 may be read by its supervisor alone. */
const ACCOUNTS: AccountDirectory = {
  authenticate: (id, password) =>
    ['1001001', '1001002', '1000001'].includes(id) && password === PASSWORD
      ? { ok: true, user: { id } }
      : { ok: false },
  access: (userId, node) => {
    if (node === '/finesse/api/Team/31/Users') {
      return userId === '1000001' ? 'ok' : 'forbidden';
    }
    return /^\/finesse\/api\/(User\/100100[12](\/Dialogs)?|Queue\/41|SystemInfo)$/.test(node)
      ? 'ok'
      : 'item-not-found';
  },
  defaultNodes: (userId) => [`/finesse/api/User/${userId}`, '/finesse/api/SystemInfo'],
};

interface TestNodeParts {
  readonly service: NotificationService;
  readonly app: FastifyInstance;
  readonly webSocket: WebSocketEndpoint;
}

/** One listener with the notification service behind it, and an invented contact centre. */
export class TestNode {
  private constructor(
    readonly origin: string,
    private readonly parts: TestNodeParts,
  ) {}

  get service(): NotificationService {
    return this.parts.service;
  }

  static async start(more: Partial<NotificationServiceOptions> = {}): Promise<TestNode> {
    const faults = new NodeFaults(new FaultBoard(), 'A', 1);
    const service = new NotificationService({ domain: DOMAIN, accounts: ACCOUNTS, ...more });
    const webSocket = new WebSocketEndpoint(service, faults);
    const origins = new OriginPolicy(['loopback']);
    const app = await createListener(
      {
        restApi: async () => Promise.resolve(),
        tunnel: tunnelPage({ directory: undefined, origins, faults }),
        control: undefined,
        bosh: new BoshEndpoint(service),
        webSocket,
        bridge: undefined,
        faults,
        origins,
        staticDir: undefined,
        log: silentLog(),
      },
      undefined,
    );
    const address = { host: '127.0.0.1', port: 0, option: 'api-port', scheme: 'http' } as const;
    return new TestNode(await listen(app, address), { service, app, webSocket });
  }

  get boshUrl(): string {
    return `${this.origin}/http-bind/`;
  }

  get webSocketUrl(): string {
    return `${this.origin.replace('http', 'ws')}/ws/`;
  }

  async stop(): Promise<void> {
    this.service.shutDown();
    await this.parts.webSocket.close();
    await this.parts.app.close();
  }
}
