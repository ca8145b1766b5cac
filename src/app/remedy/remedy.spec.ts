import { type ConnectionErrorCode } from 'finesse-tunnel';
import { remedyFor } from './remedy';

const PLACES = {
  tunnelUrl: 'https://finesse-a.example.test:8445/tunnel/',
  restUrl: 'https://finesse-a.example.test:8445/finesse/api',
  origin: 'https://desk.example.test',
};
const CODES: readonly ConnectionErrorCode[] = [
  'tunnel-not-loaded',
  'not-connected-in-time',
  'connection-refused',
  'connection-lost',
  'unauthorized',
  'conflict',
  'system-info-unavailable',
  'out-of-service',
  'token-unavailable',
  'bad-config',
];

describe('remedyFor', () => {
  for (const code of CODES) {
    it(`has words and a step for ${code}`, () => {
      const { title, steps } = remedyFor(code, PLACES);

      expect(title).not.toBe('');
      expect(steps.length).toBeGreaterThan(0);
    });
  }

  it('leads to the tunnel page, where a certificate can be accepted, and names the setting for frames', () => {
    const { steps } = remedyFor('tunnel-not-loaded', PLACES);

    expect(steps[0]?.url).toBe(PLACES.tunnelUrl);
    expect(steps[1]?.command).toBe(
      'utils finesse frame_access_allowed_list add https://desk.example.test',
    );
    expect(steps[2]?.text).toContain('finesse-a.example.test:8445');
  });

  it('names the setting for reading across origins', () => {
    expect(remedyFor('system-info-unavailable', PLACES).steps[1]?.command).toContain(
      'cors allowed_origin add https://desk.example.test',
    );
  });
});
