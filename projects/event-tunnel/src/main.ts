import { isLoopback } from './allowed-origins';
import type { Clock } from './clock';
import { HostPort } from './host-port';
import { loadTunnelAccess } from './load-tunnel-access';
import { parentOrigin } from './parent-origin';
import { BoshStream } from './stream/bosh-stream';
import { WebSocketStream } from './stream/websocket-stream';
import { Tunnel } from './tunnel';
import { traceToConsole } from './trace-to-console';
import { type Alarm, serveTimers, type TimerPort, WorkerClock } from './worker-clock';

// The same file is the page's script and, in a worker, its clock: one file, and a CSP of 'self' is enough.
if (typeof document === 'undefined') {
  serveTimers(globalThis);
} else if (parent !== window) {
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
    post: (type, body) => port.post(type, body),
    openStream: ({ type, domain }, listener) =>
      type === 'bosh'
        ? new BoshStream({ url: '/http-bind/', domain, clock }, listener)
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
