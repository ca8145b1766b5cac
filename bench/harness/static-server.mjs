// Serves what a benchmark made, isolated: without COOP and COEP performance.now() moves in steps of 100 µs.
import { createServer } from 'node:http';

const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'no-store',
};

/**
 * Serves files from memory on a free port of 127.0.0.1.
 *
 * @param files - Path to `{ type, body }`.
 * @returns `server` for upgrades, `url`, `port` and `close()`.
 */
export async function serve(files) {
  const server = createServer((request, response) => {
    const file = files[new URL(request.url ?? '/', 'http://localhost').pathname];
    response.writeHead(file === undefined ? 404 : 200, {
      ...ISOLATION,
      'Content-Type': file?.type ?? 'text/plain',
    });
    response.end(file?.body ?? 'not found');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { server, port, url: `http://127.0.0.1:${port}/`, close };
}
