import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, type Observable } from 'rxjs';
import { CredentialHolder, EVENT_TUNNEL_SETTINGS, resolveConfig } from 'finesse-tunnel';
import { READS, WRITES } from './cases/api-cases';
import { FAILURES } from './cases/api-failures';
import { FinesseApi } from './finesse-api';
import { FinesseApiError } from './finesse-api-error';

const REST = 'https://fin-a.example.test:8445/finesse/api';

describe('FinesseApi', () => {
  describe('given an agent signed in with a password', () => {
    it('signs each request with it', async () => {
      const { api, ask } = setup();

      const { request, answer } = await ask(api.user('1001'));
      request.flush('<User><loginId>1001</loginId><state>READY</state></User>');

      expect(request.request.method).toBe('GET');
      expect(request.request.url).toBe(`${REST}/User/1001`);
      expect(request.request.headers.get('Authorization')).toBe(`Basic ${btoa('1001:sesame')}`);
      expect(request.request.headers.has('requestId')).toBeFalse();
      expect(await answer).toEqual({ id: '1001', state: 'READY' });
    });

    for (const { what, call, url, body, expected } of READS) {
      it(`reads ${what}`, async () => {
        const { api, ask } = setup();

        const { request, answer } = await ask(call(api));
        request.flush(body);

        expect(request.request.urlWithParams).toBe(REST + url);
        expect(await answer).toEqual(expected);
      });
    }

    for (const { what, call, method, url, body } of WRITES) {
      it(`asks for ${what} with a request id of its own`, async () => {
        const { api, ask } = setup();

        const { request, answer } = await ask(call(api));
        request.flush('', { status: 202, statusText: 'Accepted' });

        const requestId = request.request.headers.get('requestId') ?? '';
        expect(request.request.method).toBe(method ?? 'PUT');
        expect(request.request.url).toBe(REST + (url ?? '/User/1001'));
        expect(request.request.headers.get('Content-Type')).toBe('application/xml');
        expect(request.request.body).toBe(body ?? null);
        expect(requestId).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
        expect(await answer).toEqual({ requestId });
      });
    }

    it('escapes what it writes', async () => {
      const { api, ask } = setup();

      const { request, answer } = await ask(api.signIn('a/b & c', { extension: '<1>&"' }));
      request.flush('');
      await answer;

      expect(request.request.url).toBe(`${REST}/User/a%2Fb%20%26%20c`);
      expect(request.request.body).toBe(
        '<User><state>LOGIN</state><extension>&lt;1&gt;&amp;&quot;</extension></User>',
      );
    });

    it('sends nothing until somebody subscribes, and a new request id to each who does', async () => {
      const { api, ask, http } = setup();
      const wish = api.setState('1001', { state: 'READY' });
      http.expectNone(() => true);

      const first = await ask(wish);
      first.request.flush('');
      const second = await ask(wish);
      second.request.flush('');

      expect((await first.answer).requestId).not.toBe((await second.answer).requestId);
    });
  });

  it('sends a token as Bearer, fresh for each request', async () => {
    const tokens = ['one', 'two'];
    const { api, ask } = setup(() => Promise.resolve(tokens.shift() ?? ''));

    const first = await ask(api.queue('41'));
    first.request.flush('<Queue><id>41</id></Queue>');
    const second = await ask(api.queue('41'));
    second.request.flush('<Queue><id>41</id></Queue>');
    await Promise.all([first.answer, second.answer]);

    expect(first.request.request.headers.get('Authorization')).toBe('Bearer one');
    expect(second.request.request.headers.get('Authorization')).toBe('Bearer two');
  });

  it('asks for SystemInfo without any secret', async () => {
    const { api, ask } = setup();

    const { request, answer } = await ask(api.systemInfo());
    request.flush('<SystemInfo><status>IN_SERVICE</status></SystemInfo>');

    expect(request.request.headers.has('Authorization')).toBeFalse();
    expect(await answer).toEqual({ status: 'IN_SERVICE' });
  });

  describe('given a failure', () => {
    for (const { what, status, body, code, said } of FAILURES) {
      it(`tells ${what}`, async () => {
        const { api, ask } = setup();

        const { request, answer } = await ask(api.setState('1001', { state: 'READY' }));
        request.flush(body, { status, statusText: 'Failed' });
        const error = await failureOf(answer);

        expect(error.code).toBe(code);
        expect(error.status).toBe(status);
        expect([error.errorType, error.errorMessage, error.errorData]).toEqual(said);
        expect(error.message).toContain('User/1001');
      });
    }

    it('tells that no answer came', async () => {
      const { api, ask } = setup();

      const { request, answer } = await ask(api.user('1001'));
      request.error(new ProgressEvent('error'));
      const error = await failureOf(answer);

      expect(error.code).toBe('no-answer');
      expect(error.status).toBe(0);
    });

    for (const body of [
      '',
      'login please',
      '<html><body/></html>',
      '<Queue><id>41</id></Queue>',
      '<User/',
    ]) {
      it(`refuses the answer ${JSON.stringify(body)}`, async () => {
        const { api, ask } = setup();

        const { request, answer } = await ask(api.team('31'));
        request.flush(body);

        expect((await failureOf(answer)).code).toBe('unreadable');
      });
    }

    it('sends nothing when nobody is signed in', async () => {
      const { api, http, credentials } = setup();
      credentials.forget();

      const error = await failureOf(firstValueFrom(api.user('1001')));

      expect(error.code).toBe('not-signed-in');
      http.expectNone(() => true);
    });

    it('keeps to itself what a token provider throws', async () => {
      const { api, http } = setup(() => Promise.reject(new Error('refresh-token=abc')));

      const error = await failureOf(firstValueFrom(api.user('1001')));

      expect(error.code).toBe('token-unavailable');
      expect(`${error.message}${error.stack ?? ''}`).not.toContain('abc');
      http.expectNone(() => true);
    });

    it('holds no password in anything it tells', async () => {
      const { api, ask } = setup();

      const { request, answer } = await ask(api.user('1001'));
      request.flush('', { status: 401, statusText: 'Unauthorized' });
      const error = await failureOf(answer);

      const told = `${JSON.stringify(error)} ${error.message} ${error.stack ?? ''}`;
      expect(told).not.toContain('sesame');
      expect(told).not.toContain(btoa('1001:sesame'));
    });
  });
});

function setup(token?: () => Promise<string>) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      CredentialHolder,
      {
        provide: EVENT_TUNNEL_SETTINGS,
        useValue: () =>
          resolveConfig({ tunnelUrl: 'https://fin-a.example.test:8445/tunnel/' }, 'r'),
      },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const credentials = TestBed.inject(CredentialHolder);
  credentials.hold(token ? { id: '1001', token } : { id: '1001', password: 'sesame' });
  const ask = async <T>(
    call: Observable<T>,
  ): Promise<{ request: TestRequest; answer: Promise<T> }> => {
    const answer = firstValueFrom(call);
    answer.catch(() => undefined);
    // The secret comes by a promise; the request leaves right behind it.
    for (let turn = 0; turn < 10; turn++) {
      await Promise.resolve();
    }
    return { request: http.expectOne(() => true), answer };
  };
  return { api: TestBed.inject(FinesseApi), http, credentials, ask };
}

async function failureOf(answer: Promise<unknown>): Promise<FinesseApiError> {
  const outcome: unknown = await answer.catch((failure: unknown) => failure);
  if (!(outcome instanceof FinesseApiError)) {
    throw new Error(`expected a FinesseApiError, got ${JSON.stringify(outcome)}`);
  }
  return outcome;
}
