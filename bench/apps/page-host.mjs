// In the browser: counts what a tunnel page of the same origin hands to its parent, without the hop of postMessage.
import { openTunnel } from './introduce.mjs';

let wanted = 0;
let count = 0;
let start = 0;
let finish;

const heard = openTunnel(new URL(location.hash.slice(1), location.href).href, (message) => {
  if (message === '4|connected') {
    globalThis.ready = true;
  } else if (message.startsWith('0|')) {
    counted(message);
  }
});
globalThis.postMessage = heard;
globalThis.bench = { expect, done: undefined };

/** Makes `bench.done` the events a second of the next `events` events. */
function expect(events) {
  wanted = events;
  count = 0;
  globalThis.bench.done = new Promise((resolve) => {
    finish = resolve;
  });
}

function counted(message) {
  if (count === 0) {
    start = performance.now();
    if (!message.includes('Quill')) {
      throw new Error(`this is no event: ${message}`);
    }
  }
  if (++count === wanted) {
    finish(((wanted - 1) / (performance.now() - start)) * 1000);
  }
}
