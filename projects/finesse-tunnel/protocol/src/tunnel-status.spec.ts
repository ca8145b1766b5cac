import { readTunnelStatus, TUNNEL_STATUSES } from './tunnel-status';

describe('readTunnelStatus', () => {
  for (const status of TUNNEL_STATUSES) {
    it(`reads ${status} in any case`, () => {
      expect(readTunnelStatus(status)).toBe(status);
      expect(readTunnelStatus(` ${status.toUpperCase()}\n`)).toBe(status);
    });
  }

  for (const body of ['', 'sulking', 'constructor', 'connected!', 'dis connected']) {
    it(`takes ${JSON.stringify(body)} for unknown`, () => {
      expect(readTunnelStatus(body)).toBe('unknown');
    });
  }
});
