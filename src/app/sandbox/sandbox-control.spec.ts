import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { DASHBOARD_CONFIG } from '../config/dashboard-config';
import { SandboxControl } from './sandbox-control';

const AT = (path: string) => `http://127.0.0.1:8082/sandbox/${path}`;

function setup(restUrl = 'http://127.0.0.1:8082/finesse/api') {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      {
        provide: DASHBOARD_CONFIG,
        useValue: { hosts: [{ tunnelUrl: 'http://127.0.0.1:7071/tunnel/', restUrl }] },
      },
    ],
  });
  return {
    control: TestBed.inject(SandboxControl),
    http: TestBed.inject(HttpTestingController),
  };
}

/** Lets promises that are settled go on. */
async function settled(): Promise<void> {
  for (let i = 0; i < 10; i++) {
    await Promise.resolve();
  }
}

describe('SandboxControl', () => {
  it('finds a control API, its faults and its truth', async () => {
    const { control, http } = setup();

    const looking = control.look();
    http.expectOne(AT('faults')).flush([{ id: '1', kind: 'cut', since: '' }]);
    await settled();
    http.expectOne(AT('truth')).flush({ agents: [{ id: '1001001', state: 'READY' }] });
    await looking;

    expect(control.presence()).toBe('here');
    expect(control.faults().map(({ kind }) => kind)).toEqual(['cut']);
    expect(control.truth().agents.map(({ id }) => id)).toEqual(['1001001']);
  });

  for (const { given, status, body } of [
    { given: 'knows no such address', status: 404, body: '<html></html>' },
    { given: 'wants another kind of sign-in', status: 401, body: '<ApiErrors/>' },
  ]) {
    it(`leaves a server alone that ${given}`, async () => {
      const { control, http } = setup();

      const looking = control.look();
      http.expectOne(AT('faults')).flush(body, { status, statusText: 'No' });
      await looking;

      expect(control.presence()).toBe('absent');
      http.verify();
    });
  }

  it('asks for a token where one is needed, and sends it as a header alone', async () => {
    const { control, http } = setup();
    const looking = control.look();
    http
      .expectOne(AT('faults'))
      .flush({ error: 'Send the value of --control-token.' }, { status: 401, statusText: 'No' });
    await looking;
    expect(control.presence()).toBe('locked');

    const unlocking = control.unlock('made-up-token');
    const request = http.expectOne(AT('faults'));
    request.flush([]);
    await settled();
    http.expectOne(AT('truth')).flush({});
    await unlocking;

    expect(request.request.headers.get('authorization')).toBe('Bearer made-up-token');
    expect(request.request.withCredentials).toBeFalse();
    expect(control.presence()).toBe('here');
    expect(JSON.stringify([localStorage, sessionStorage])).not.toContain('made-up-token');
  });

  it('says in the words of the sandbox why a wish was refused, and looks again', async () => {
    const { control, http } = setup();

    const acting = control.act({ method: 'POST', path: 'faults', body: {}, done: 'Done.' });
    http
      .expectOne(AT('faults'))
      .flush({ error: 'body/kind is missing' }, { status: 400, statusText: 'No' });
    await settled();
    http.expectOne(AT('faults')).flush([]);
    await settled();
    http.expectOne(AT('truth')).flush({});
    await acting;

    expect(control.outcome()).toEqual({ isGood: false, text: 'body/kind is missing' });
  });

  it('asks by itself on this computer only', () => {
    const isNearby = (restUrl: string) => {
      TestBed.resetTestingModule();
      return setup(restUrl).control.isNearby;
    };

    expect(isNearby('http://localhost:8082/finesse/api')).toBeTrue();
    expect(isNearby('http://127.0.0.1:8082/finesse/api')).toBeTrue();
    expect(isNearby('https://finesse-a.example.test:8445/finesse/api')).toBeFalse();
    expect(isNearby('https://localhost.example.test/finesse/api')).toBeFalse();
  });
});
