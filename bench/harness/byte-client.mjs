// A WebSocket client that reads nothing but the end of what it gets, so that the server is what is measured.
import { connect } from 'node:net';

const END = Buffer.from('END!');
const UPGRADE =
  'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

/** Connects; `ended()` resolves with the bytes that came until the mark of the end. */
export async function connectByteClient(port) {
  const socket = connect(port, '127.0.0.1');
  let bytes = 0;
  let tail = Buffer.alloc(0);
  let finish;
  await new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('data', resolve);
    socket.write(UPGRADE);
  });
  socket.on('data', (chunk) => {
    bytes += chunk.length;
    tail = chunk.length >= END.length ? chunk : Buffer.concat([tail, chunk]);
    if (tail.subarray(-END.length).equals(END)) {
      finish(bytes);
    }
  });
  const ended = () => {
    bytes = 0;
    return new Promise((resolve) => {
      finish = resolve;
    });
  };
  return { ended, close: () => socket.destroy() };
}
