import { isLoopback } from './allowed-origins';
import type { Clock } from './clock';
import { HostPort } from './host-port';
import { loadTunnelAccess } from './load-tunnel-access';
import { parentOrigin } from './parent-origin';
import { BoshStream } from './stream/bosh-stream';
import { WebSocketStream } from './stream/websocket-stream';
import { type Road, Tunnel } from './tunnel';
import type { XmppStreamListener } from './stream/xmpp-stream';
import { traceToConsole } from './trace-to-console';
import { type Alarm, serveTimers, type TimerPort, WorkerClock } from './worker-clock';

// The same file is the page's script and, in a worker, its clock: one file, and a CSP of 'self' is enough.
if (typeof document === 'undefined') {
  serveTimers(globalThis);
} else if (window.parent !== window) {
  void startPage(new WorkerClock(startWorker()));
}

async function startPage(clock: Clock): Promise<void> {
  const { hostname, protocol, host, ancestorOrigins } = location;
  const ready = loadTunnelAccess(document);
  const port = new HostPort({
    window,
    clock,
    hostname,
    parentOrigin: parentOrigin(ancestorOrigins, document.referrer),
    ready,
    ignored: traceToConsole,
  });
  const { origins, allowPlainOverHttp } = await ready;
  const tunnel = new Tunnel({
    clock,
    trace: traceToConsole,
    mayUsePlain: protocol === 'https:' || isLoopback(hostname) || allowPlainOverHttp,
    post: (message) => port.post(message),
    createStream: ({ type, domain }: Road, listener: XmppStreamListener) =>
      type === 'bosh'
        ? new BoshStream({ url: `${protocol}//${host}/http-bind/`, domain, clock }, listener)
        : new WebSocketStream(
            // `ws:` for an `http:` page, `wss:` for an `https:` one.
            { url: `${protocol.replace('http', 'ws')}//${host}/ws/`, domain, clock },
            listener,
          ),
  });
  port.open(origins, (message) => tunnel.receive(message));
  addEventListener('beforeunload', () => tunnel.disconnect());
  addEventListener('pagehide', () => tunnel.leave());
  tunnel.start();
}

function startWorker(): TimerPort<number, Alarm> | undefined {
  try {
    return new Worker('EventTunnel.js');
  } catch {
    // A browser may refuse it under this page's CSP; the clock then does with the page's own timers.
    return undefined;
  }
}
