import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { CredentialHolder, EVENT_TUNNEL_SETTINGS, resolveConfig } from 'finesse-tunnel';
import { SecretCheck } from './secret-check';

const USER = 'https://fin-a.example.test:8445/finesse/api/User/10%2001';
const SETTINGS = resolveConfig({ tunnelUrl: 'https://fin-a.example.test:8445/tunnel/' }, 'r');

function setup() {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      SecretCheck,
      CredentialHolder,
      { provide: EVENT_TUNNEL_SETTINGS, useValue: () => SETTINGS },
    ],
  });
  TestBed.inject(CredentialHolder).hold({ id: '10 01', password: 'fictional' });
  return { check: TestBed.inject(SecretCheck), http: TestBed.inject(HttpTestingController) };
}

async function request(http: HttpTestingController) {
  await Promise.resolve();
  await Promise.resolve();
  return http.expectOne(USER);
}

describe('SecretCheck', () => {
  it('reads the own User with the own secret', async () => {
    const { check, http } = setup();
    const verdict = check.verdict('10 01');
    const asked = await request(http);
    asked.flush('<User/>');

    expect(asked.request.headers.get('Authorization')).toBe(`Basic ${btoa('10 01:fictional')}`);
    expect(await verdict).toBe('accepted');
  });

  for (const { status, expected } of [
    { status: 401, expected: 'refused' },
    { status: 403, expected: 'refused' },
    { status: 503, expected: 'unknown' },
  ] as const) {
    it(`takes ${String(status)} for ${expected}`, async () => {
      const { check, http } = setup();
      const verdict = check.verdict('10 01');
      (await request(http)).flush('', { status, statusText: 'x' });

      expect(await verdict).toBe(expected);
    });
  }

  it('asks nothing when nobody is signed in', async () => {
    const { check, http } = setup();
    TestBed.inject(CredentialHolder).forget();

    expect(await check.verdict('10 01')).toBe('unknown');
    http.verify();
  });
});
