import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { NgZone, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideStore } from '@ngrx/store';
import { CredentialHolder } from 'finesse-tunnel';
import { teamUsersNode, userDialogsNode, userNode } from 'finesse-tunnel/protocol';
import { FakeTunnelTransport, provideEventTunnelTesting } from 'finesse-tunnel/testing';
import { FinesseApi } from './finesse-api';
import { FinesseApiError } from './finesse-api-error';
import type { Confirmation, FinesseCommand } from './finesse-command';

describe('FinesseCommand.confirmed', () => {
  beforeEach(() => jasmine.clock().install());
  afterEach(() => jasmine.clock().uninstall());

  it('resolves with the notification that repeats the request id', async () => {
    const { api, begin, accept, tell, outcome } = setup();
    const requestId = await begin(api.setState('1001', { state: 'READY' }));

    accept();
    expect(outcome.confirmation).toBeUndefined();
    tell(userNode('1001'), user('READY', requestId));

    expect(outcome.confirmation?.requestId).toBe(requestId);
    expect(outcome.confirmation?.notification?.kind).toBe('user');
  });

  it('takes a notification that comes before the HTTP answer', async () => {
    const { api, begin, accept, tell, outcome } = setup();
    const requestId = await begin(api.setState('1001', { state: 'READY' }));

    tell(userNode('1001'), user('READY', requestId));
    expect(outcome.confirmation).toBeUndefined();
    accept();

    expect(outcome.confirmation?.notification?.requestId).toBe(requestId);
  });

  it('fails with the reason of Finesse when that comes as a notification', async () => {
    const { api, begin, accept, tell, outcome } = setup();
    const requestId = await begin(api.signIn('1001', { extension: '9' }));

    accept();
    tell(userNode('1001'), refusal(requestId));

    expect(outcome.failure).toBeInstanceOf(FinesseApiError);
    expect(outcome.failure?.code).toBe('failed');
    expect(outcome.failure?.errorType).toBe('Invalid Device');
    expect(outcome.failure?.errorData).toBe('260');
    expect(outcome.failure?.message).toContain('CF_INVALID_LOGON_DEVICE_SPECIFIED');
  });

  it('takes an error without a request id for its own when it is about the same resource', async () => {
    const { api, begin, accept, tell, outcome } = setup();
    await begin(api.signIn('1001', { extension: '9' }));

    accept();
    tell(userNode('1002'), refusal('', '/finesse/api/User/1002'));
    expect(outcome.failure).toBeUndefined();
    tell(userNode('1001'), refusal(''));

    expect(outcome.failure?.code).toBe('failed');
  });

  it('is not misled by the error of another request', async () => {
    const { api, begin, accept, tell, outcome } = setup();
    await begin(api.setState('1001', { state: 'READY' }));

    accept();
    tell(userNode('1001'), refusal('somebody-else'));
    tell(userNode('1001'), user('TALKING', ''));

    expect(outcome).toEqual({});
  });

  for (const { given, node, xml } of [
    {
      given: 'the state on a node of the team',
      node: teamUsersNode('31'),
      xml: user('NOT_READY', ''),
    },
    {
      given: 'the pending state during a call',
      node: userNode('1001'),
      xml: user('TALKING', '', '<pendingState>NOT_READY</pendingState>'),
    },
    {
      given: 'the state that another request brought about',
      node: userNode('1001'),
      xml: user('NOT_READY', 'somebody-else'),
    },
  ]) {
    it(`knows a state without the request id by ${given}`, async () => {
      const { api, begin, accept, tell, outcome } = setup();
      await begin(api.setState('1001', { state: 'NOT_READY' }));

      accept();
      tell(node, xml);

      expect(outcome.confirmation?.notification).toBeDefined();
    });
  }

  it('asks the resource when nothing is told', async () => {
    const { api, begin, accept, answerQuestion, outcome } = setup();
    await begin(api.setState('1001', { state: 'READY' }));

    accept();
    jasmine.clock().tick(3_000);
    await answerQuestion('<User><loginId>1001</loginId><state>NOT_READY</state></User>');
    expect(outcome).toEqual({});
    jasmine.clock().tick(3_000);
    await answerQuestion('<User><loginId>1001</loginId><state>READY</state></User>');

    expect(outcome.confirmation).toBeDefined();
    expect(outcome.confirmation?.notification).toBeUndefined();
  });

  it('tells when nothing is known in time', async () => {
    const { api, begin, accept, outcome } = setup();
    await begin(api.calls.transfer('77001', '54101'), 20_000);

    accept();
    jasmine.clock().tick(19_999);
    expect(outcome).toEqual({});
    jasmine.clock().tick(1);

    expect(outcome.failure?.code).toBe('unconfirmed');
    expect(outcome.failure?.message).toContain('20 s');
  });

  it('fails as the request does', async () => {
    const { api, begin, request, outcome } = setup();
    await begin(api.setState('1001', { state: 'READY' }));

    request().flush('', { status: 503, statusText: 'Service Unavailable' });

    expect(outcome.failure?.code).toBe('out-of-service');
  });

  it('knows an answered call by its participant', async () => {
    const { api, begin, accept, tell, outcome } = setup();
    await begin(api.calls.answer('77001', '54101'));

    accept();
    tell(userDialogsNode('1001'), dialog('ALERTING'));
    expect(outcome).toEqual({});
    tell(userDialogsNode('1001'), dialog('ACTIVE'));

    expect(outcome.confirmation).toBeDefined();
  });

  it('takes a dialog that is gone for a dropped one', async () => {
    const { api, begin, accept, http, outcome } = setup();
    await begin(api.calls.drop('77001', '54101'));

    accept();
    jasmine.clock().tick(3_000);
    await turns();
    http
      .expectOne(({ method }) => method === 'GET')
      .flush('', { status: 404, statusText: 'Not Found' });

    expect(outcome.confirmation).toBeDefined();
  });

  it('knows a new call by its ends', async () => {
    const { api, begin, accept, tell, outcome } = setup();
    await begin(api.calls.makeCall('1001', { extension: '54101', to: '6000' }));

    accept();
    tell(
      userDialogsNode('1001'),
      '<Update><data><dialogs><Dialog><id>7</id><fromAddress>54101</fromAddress><toAddress>6000</toAddress></Dialog></dialogs></data><event>POST</event><source>/finesse/api/User/1001/Dialogs</source></Update>',
    );

    expect(outcome.confirmation).toBeDefined();
  });

  it('speaks inside the zone of Angular', async () => {
    const { api, begin, accept, tell } = setup();
    const run = spyOn(TestBed.inject(NgZone), 'run').and.callThrough();
    const requestId = await begin(api.setState('1001', { state: 'READY' }));

    accept();
    tell(userNode('1001'), user('READY', requestId));

    expect(run).toHaveBeenCalled();
  });
});

function setup() {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideHttpClient(),
      provideHttpClientTesting(),
      provideStore(),
      provideEventTunnelTesting(),
    ],
  });
  const page = TestBed.inject(FakeTunnelTransport);
  const http = TestBed.inject(HttpTestingController);
  page.open('https://finesse.example.test:8445/tunnel/');
  TestBed.inject(CredentialHolder).hold({ id: '1001', password: 'fictional-secret' });
  const outcome: { confirmation?: Confirmation; failure?: FinesseApiError } = {};
  let sent: TestRequest | undefined;
  const request = (): TestRequest => sent ?? fail('nothing was sent');
  const begin = async (command: FinesseCommand, withinMs = 15_000): Promise<string> => {
    command.confirmed({ withinMs }).subscribe({
      next: (confirmation) => (outcome.confirmation = confirmation),
      error: (failure: FinesseApiError) => (outcome.failure = failure),
    });
    await turns();
    sent = http.expectOne(({ method }) => method !== 'GET');
    return sent.request.headers.get('requestId') ?? '';
  };
  return {
    api: TestBed.inject(FinesseApi),
    http,
    outcome,
    begin,
    request,
    accept: () => {
      request().flush('', { status: 202, statusText: 'Accepted' });
    },
    tell: (node: string, xml: string) => {
      page.publish(node, xml);
    },
    answerQuestion: async (xml: string) => {
      await turns();
      http.expectOne(({ method }) => method === 'GET').flush(xml);
    },
  };
}

/** A secret comes by a promise, and the request leaves right behind it. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    await Promise.resolve();
  }
}

function fail(why: string): never {
  throw new Error(why);
}

function user(state: string, requestId: string, more = ''): string {
  return `<Update><data><user><loginId>1001</loginId><state>${state}</state>${more}</user></data><event>PUT</event><requestId>${requestId}</requestId><source>/finesse/api/User/1001</source></Update>`;
}

function refusal(requestId: string, source = '/finesse/api/User/1001'): string {
  return `<Update><data><apiErrors><apiError><errorType>Invalid Device</errorType><errorMessage>CF_INVALID_LOGON_DEVICE_SPECIFIED</errorMessage><errorData>260</errorData></apiError></apiErrors></data><event>put</event><requestId>${requestId}</requestId><source>${source}</source></Update>`;
}

function dialog(state: string): string {
  return `<Update><data><dialog><id>77001</id><participants><Participant><mediaAddress>54101</mediaAddress><state>${state}</state></Participant></participants></dialog></data><event>PUT</event><requestId></requestId><source>/finesse/api/Dialog/77001</source></Update>`;
}
