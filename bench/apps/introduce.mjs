// In the browser: the parent's part of the handshake, for stacks that do without the library.

/**
 * Opens a tunnel page and introduces an agent to it; `hear` gets every message.
 *
 * @param isPrivate - Whether to hand over a port, as the library does; by default messages come one by one, by `postMessage`.
 */
export function openTunnel(url, hear, isPrivate = false) {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = url;
  const { origin } = new URL(url);
  const domain = 'finesse-a.example.test';
  const introduction = ['12|websocket', `6|pubsub.${domain}`, '3|bench', `5|${domain}`];
  const heard = (message) => {
    if (message === '4|loaded') {
      const ports = isPrivate ? [portFor(heard)] : [];
      for (const line of [...introduction, '1|1000001', '2|cisco']) {
        frame.contentWindow.postMessage(line, origin, ports.splice(0));
      }
    }
    hear(message);
  };
  addEventListener('message', (event) => {
    if (event.source === frame.contentWindow && event.origin === origin) {
      heard(event.data);
    }
  });
  document.body.append(frame);
  return heard;
}

/** The other end of a port on which messages come as strings, or in a flood as arrays of strings. */
function portFor(heard) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => [data].flat().forEach(heard);
  return port2;
}
