import { isLoopback } from './allowed-origins';
import { HostPort } from './host-port';
import { loadTunnelAccess } from './load-tunnel-access';
import { parentOrigin } from './parent-origin';
import { BoshStream } from './stream/bosh-stream';
import { WebSocketStream } from './stream/websocket-stream';
import { type Road, Tunnel } from './tunnel';
import type { XmppStreamListener } from './stream/xmpp-stream';
import { traceToConsole } from './trace-to-console';
import { serveTimers, type TimerWorker, WorkerClock } from './worker-clock';

// The same file is the page's script and, in a worker, its clock: one file, and a CSP of 'self' is enough.
if (typeof document === 'undefined') {
  serveTimers(globalThis);
} else if (window.parent !== window) {
  void startPage(new WorkerClock(startWorker()));
}

async function startPage(clock: WorkerClock): Promise<void> {
  const { hostname, protocol, host, ancestorOrigins } = location;
  const parent = parentOrigin(ancestorOrigins, document.referrer);
  const port = new HostPort({ window, hostname, parentOrigin: parent, ignored: traceToConsole });
  const access = await loadTunnelAccess(document);
  const createStream = ({ type, domain }: Road, listener: XmppStreamListener) =>
    type === 'bosh'
      ? new BoshStream({ url: `${protocol}//${host}/http-bind/`, domain, clock }, listener)
      : new WebSocketStream(
          { url: `${webSocketScheme(protocol)}//${host}/ws/`, domain, clock },
          listener,
        );
  const tunnel = new Tunnel({
    clock,
    trace: traceToConsole,
    createStream,
    mayUsePlain: protocol === 'https:' || isLoopback(hostname) || access.allowPlainOverHttp,
    post: (message) => {
      port.post(message);
    },
  });
  port.open(access.origins, (message) => {
    tunnel.receive(message);
  });
  addEventListener('beforeunload', () => {
    tunnel.disconnect();
  });
  addEventListener('pagehide', () => {
    tunnel.leave();
  });
  tunnel.start();
  port.replay();
}

function webSocketScheme(protocol: string): string {
  return protocol === 'https:' ? 'wss:' : 'ws:';
}

function startWorker(): TimerWorker | undefined {
  const script = document.currentScript;
  try {
    return script instanceof HTMLScriptElement ? new Worker(script.src) : undefined;
  } catch {
    // A browser may refuse it under this page's CSP; the clock then does with the page's own timers.
    return undefined;
  }
}
