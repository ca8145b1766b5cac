import {
  decodeTunnelMessage,
  type TunnelMessage,
  TunnelMessageType,
} from 'finesse-tunnel/protocol';

import { exactOrigins, isAllowedOrigin } from './allowed-origins';
import type { Clock } from './clock';
import { PortSender } from './port-sender';

const CREDENTIAL_TYPES: readonly number[] = [
  TunnelMessageType.Id,
  TunnelMessageType.Password,
  TunnelMessageType.XmppDomain,
  TunnelMessageType.ConnectRequest,
];

/** What the port uses of the page's window. */
export interface HostWindow {
  readonly parent: { postMessage(message: string, targetOrigin: string): void };
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** Where the page stands, and who may speak to it. */
export interface HostPortOptions {
  readonly window: HostWindow;
  readonly clock: Clock;
  /** The page's own host name. */
  readonly hostname: string;
  /** Where the browser says the parent comes from; absent where it says nothing. */
  readonly parentOrigin: string | undefined;
  /** Settles when the allowed origins are known and `open` was called. */
  readonly ready: Promise<unknown>;
  /** Hears why something posted to the page was not obeyed. */
  readonly ignored: (why: string) => void;
}

/**
 * The page's side of `postMessage`: one parent, of an allowed origin, and nobody else.
 *
 * It has to survive: a parent that speaks before the list of origins is here; a parent whose origin the browser does not
 * tell; strangers and extensions posting anything; a page that frames us without leave.
 * 1. It listens from the start; what the parent says waits until the list is here. 2. `open` takes the list.
 * 3. It hears only the parent window, and only from an allowed origin. 4. The first credential, or a port that comes with
 * a message, settles the origin. 5. It posts to exactly that origin, before that to those it could be; never to `*`.
 * 6. Where the parent gave a port it posts there and nowhere else: our own library does, Cisco's parent does not.
 */
export class HostPort {
  private allowed: readonly string[] = [];
  private settledOrigin: string | undefined;
  /** Decided when the list comes and when the origin settles, not once an event. */
  private targets: readonly string[] = [];
  private port: PortSender | undefined;
  private receive: ((message: TunnelMessage) => void) | undefined;

  constructor(private readonly options: HostPortOptions) {
    const { window, ready } = options;
    window.addEventListener('message', (event) => {
      if (event.source === window.parent) {
        void ready.then(() => this.hear(event));
      }
    });
  }

  /** Begins to hear those of the `allowed` origins. */
  open(allowed: readonly string[], receive: (message: TunnelMessage) => void): void {
    const { parentOrigin: known } = this.options;
    this.allowed = allowed;
    // Where nobody is known the browser delivers to the one that fits and drops the others.
    this.targets = known
      ? [known].filter((origin) => this.isAllowed(origin))
      : exactOrigins(allowed);
    this.receive = receive;
  }

  /** Posts to the parent, if it is allowed to hear. */
  post(type: TunnelMessageType, body: string): void {
    const text = `${type}|${body}`;
    if (this.port) {
      this.port.send(text);
    } else {
      this.targets.forEach((origin) => this.options.window.parent.postMessage(text, origin));
    }
  }

  private hear({ origin, data, ports: [port] }: MessageEvent<unknown>): void {
    const message = decodeTunnelMessage(data);
    if ((this.settledOrigin ?? origin) !== origin || !this.isAllowed(origin)) {
      this.options.ignored('origin not allowed');
    } else if (message.ok) {
      if (port) {
        this.port ??= new PortSender(port, this.options.clock);
      }
      if (port ?? CREDENTIAL_TYPES.includes(message.value.type)) {
        this.settledOrigin = origin;
        this.targets = [origin];
      }
      this.receive?.(message.value);
    } else {
      this.options.ignored('no tunnel message');
    }
  }

  private isAllowed(origin: string): boolean {
    return isAllowedOrigin(origin, this.allowed, this.options.hostname);
  }
}
