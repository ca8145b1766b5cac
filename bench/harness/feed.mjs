// Sends events into a socket: as many as it takes, or so many a second.
import { setImmediate, setTimeout } from 'node:timers/promises';

const FULL = 256 * 1024;

/** Sends `count` frames as fast as the socket takes them. */
export async function flood(socket, count, frameAt) {
  for (let i = 0; i < count; i++) {
    socket.send(frameAt(i));
    while (socket.bufferedAmount > FULL) {
      await setImmediate();
    }
  }
}

/** Sends frames at a rate for some time, whether the other side keeps up or not. */
export async function offer(socket, { rate, ms, frameAt }) {
  const start = performance.now();
  const total = Math.round((rate * ms) / 1000);
  let sent = 0;
  while (sent < total && socket.readyState === socket.OPEN) {
    const due = Math.min(total, Math.floor(((performance.now() - start) * rate) / 1000));
    while (sent < due) {
      socket.send(frameAt(sent++));
    }
    await setTimeout(1);
  }
}
