import type { FastifyInstance } from 'fastify';

import { FaultBoard } from '../faults/fault-board';
import { NodeFaults } from '../faults/node-faults';
import { createListener, type TlsIdentity } from '../http-server';
import { listen, listenTcp } from '../listen';
import { silentLog } from '../log';
import { OriginPolicy } from '../origin-policy';
import { tunnelPage } from '../tunnel-page';
import type { AccountDirectory } from '../xmpp/account-directory';
import { BoshEndpoint } from '../xmpp/bosh-endpoint';
import { NotificationService, type NotificationServiceOptions } from '../xmpp/notification-service';
import { TcpEndpoint } from '../xmpp/tcp-endpoint';
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
  readonly tcp: TcpEndpoint;
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
    const tcp = new TcpEndpoint(service, faults);
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
    return new TestNode(await listen(app, address), { service, app, webSocket, tcp });
  }

  /** Opens one more listener, for XMPP without HTTP. @returns Its port. */
  async openTcp(identity?: TlsIdentity, isSecure = false): Promise<number> {
    const { tcp } = this.parts;
    const server = isSecure && identity ? tcp.secure(identity) : tcp.plain(identity);
    const address = { host: '127.0.0.1', port: 0, option: 'xmpp-port', scheme: 'xmpp' } as const;
    return Number(new URL(await listenTcp(server, address)).port);
  }

  get boshUrl(): string {
    return `${this.origin}/http-bind/`;
  }

  get webSocketUrl(): string {
    return `${this.origin.replace('http', 'ws')}/ws/`;
  }

  async stop(): Promise<void> {
    this.service.shutDown();
    await Promise.all([this.parts.webSocket.close(), this.parts.tcp.close()]);
    await this.parts.app.close();
  }
}
