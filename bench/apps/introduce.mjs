// In the browser: the parent's part of the handshake, for stacks that do without the library.

/** Opens a tunnel page and introduces an agent to it; `hear` gets every message. */
export function openTunnel(url, hear) {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = url;
  const { origin } = new URL(url);
  const domain = 'finesse-a.example.test';
  const introduction = ['12|websocket', `6|pubsub.${domain}`, '3|bench', `5|${domain}`];
  const heard = (message) => {
    if (message === '4|loaded') {
      for (const line of [...introduction, '1|1000001', '2|cisco']) {
        frame.contentWindow.postMessage(line, origin);
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
