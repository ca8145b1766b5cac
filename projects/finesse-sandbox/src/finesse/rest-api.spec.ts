import { userNode } from 'finesse-tunnel/protocol';
import { FACTS, ID, makeRestApi, user } from './testing/make-rest-api';

describe('The REST API', () => {
  describe('on who asks', () => {
    it('takes the id or the login name with the password', async () => {
      const { send, contactCenter } = await makeRestApi();

      expect((await send(`User/${ID}`)).status).toBe(200);
      const loginName = contactCenter.user(ID)?.loginName ?? '';
      expect((await send(`User/${loginName}`, { as: loginName })).status).toBe(200);
    });

    it('takes an access token', async () => {
      const { send, contactCenter } = await makeRestApi();
      const authorization = `Bearer ${contactCenter.issueToken(ID)}`;

      expect((await send(`User/${ID}`, { headers: { authorization } })).status).toBe(200);
      const forged = { authorization: `Bearer token-${ID}` };
      expect((await send(`User/${ID}`, { headers: forged })).status).toBe(401);
    });

    for (const { given, call } of [
      { given: 'a wrong password', call: { password: 'wrong' } },
      { given: 'a stranger', call: { as: 'nobody' } },
      { given: 'no credentials', call: { headers: { authorization: '' } } },
      { given: 'another scheme', call: { headers: { authorization: 'Digest abc' } } },
      { given: 'Basic that is no pair', call: { headers: { authorization: 'Basic AAAA' } } },
    ]) {
      it(`refuses ${given}, and names neither password nor reason`, async () => {
        const { send } = await makeRestApi();

        const answer = await send(`User/${ID}`, call);

        expect([answer.status, answer.errorType]).toEqual([401, 'Authorization Failure']);
        expect(answer.body).toContain('<ErrorMessage>UNAUTHORIZED</ErrorMessage>');
        expect(answer.body).not.toContain('wrong');
        expect(answer.headers['www-authenticate']).toBeUndefined();
      });
    }

    it('locks the account after five wrong passwords', async () => {
      const { send, clock } = await makeRestApi();
      for (let time = 0; time < 5; time++) {
        await send(`User/${ID}`, { password: 'wrong' });
      }

      expect((await send(`User/${ID}`)).status).toBe(401);
      clock.advance(300_000);
      expect((await send(`User/${ID}`)).status).toBe(200);
    });
  });

  describe('on bodies', () => {
    const tooLarge = `<User><state>${'x'.repeat(1_100_000)}</state></User>`;
    for (const { given, body, type } of [
      { given: 'JSON', body: '{"state":"READY"}', type: 'application/json' },
      { given: 'an unknown type', body: '<User/>', type: 'text/plain' },
      { given: 'an open element', body: '<User><state>READY</state>', type: 'application/xml' },
      { given: 'two roots', body: '<User/><User/>', type: 'application/xml' },
      { given: 'text alone', body: 'READY', type: 'application/xml' },
      { given: 'an unknown entity', body: '<User>&x;</User>', type: 'application/xml' },
      {
        given: 'a document type',
        body: '<!DOCTYPE User [<!ENTITY x "y">]><User><state>READY</state></User>',
        type: 'application/xml',
      },
      {
        given: 'text that is no UTF-8',
        body: Buffer.from([0x3c, 0xff, 0x3e]),
        type: 'application/xml',
      },
      { given: 'more than a megabyte', body: tooLarge, type: 'application/xml' },
      { given: 'the wrong root', body: '<Agent/>', type: 'application/xml' },
      { given: 'nothing', body: '', type: 'application/xml' },
    ]) {
      it(`refuses ${given} as a bad request`, async () => {
        const { send } = await makeRestApi();

        const answer = await send(`User/${ID}`, {
          method: 'PUT',
          body,
          headers: { 'content-type': type },
        });

        expect([answer.status, answer.errorType]).toEqual([400, 'Bad Request']);
        expect(answer.headers['content-type']).toMatch(/^application\/xml/);
      });
    }

    it('refuses a body without a content type', async () => {
      const { app } = await makeRestApi();

      const answer = await app.inject({
        method: 'PUT',
        url: `/finesse/api/User/${ID}`,
        payload: Buffer.from('<User/>'),
      });

      expect(answer.statusCode).toBe(400);
      expect(answer.body).toContain('<ErrorType>Bad Request</ErrorType>');
    });

    it('takes text/xml, a declaration, comments and CDATA', async () => {
      const { put, settle, state } = await makeRestApi();
      const body =
        '<?xml version="1.0" encoding="UTF-8"?><!-- in --><User><state><![CDATA[LOGIN]]></state>' +
        `<extension>${ID}</extension></User>`;

      const headers = { 'content-type': 'text/xml; charset=utf-8' };
      const answer = await put(`User/${ID}`, body, { headers });
      settle();

      expect(answer.status).toBe(202);
      expect(state()).toBe('NOT_READY');
    });
  });

  it('echoes the request id on success, on errors, and in the notification', async () => {
    const { put, send, settle, on } = await makeRestApi();
    const headers = { requestid: 'c0ffee' };

    const accepted = await put(`User/${ID}`, user({ state: 'LOGIN', extension: ID }), { headers });
    const refused = await send('Nowhere', { headers });
    settle();

    expect(accepted.headers['requestid']).toBe('c0ffee');
    expect(refused.headers['requestid']).toBe('c0ffee');
    expect(on(userNode(ID))[0]?.requestId).toBe('c0ffee');
  });

  for (const { method, path, allow } of [
    { method: 'POST', path: `User/${ID}`, allow: 'GET, OPTIONS, HEAD, PUT' },
    { method: 'DELETE', path: `User/${ID}/Dialogs`, allow: 'GET, OPTIONS, HEAD, POST' },
    { method: 'POST', path: 'Team/31', allow: 'GET, OPTIONS, HEAD' },
  ] as const) {
    it(`answers 405 to ${method} ${path} and says what is allowed`, async () => {
      const { send } = await makeRestApi();

      const answer = await send(path, { method });

      expect([answer.status, answer.errorType]).toEqual([405, 'Method Not Allowed']);
      expect(answer.headers.allow).toBe(allow);
    });
  }

  for (const path of ['Nowhere', 'user/1001001', 'User', 'User/1/2/3']) {
    it(`answers 404 to ${path}, in Finesse's form`, async () => {
      const { send } = await makeRestApi();

      const answer = await send(path);

      expect([answer.status, answer.errorType]).toEqual([404, 'Not Found']);
    });
  }

  describe('out of service', () => {
    it('answers 503 to everything but SystemInfo', async () => {
      const { send, put, contactCenter } = await makeRestApi();
      contactCenter.setInService(false);

      const answers = [
        await send(`User/${ID}`),
        await put(`User/${ID}`, user({ state: 'READY' })),
        await send('Queue/41'),
      ];

      for (const answer of answers) {
        expect([answer.status, answer.errorType]).toEqual([503, 'Service Unavailable']);
        expect(answer.body).toContain('SERVER_OUT_OF_SERVICE');
      }
      const info = await send('SystemInfo');
      expect(info.status).toBe(200);
      expect(info.body).toContain('<status>OUT_OF_SERVICE</status>');
    });

    it('can be one node alone', async () => {
      const { send, contactCenter } = await makeRestApi({
        facts: { ...FACTS, outOfService: true },
      });

      expect((await send(`User/${ID}`)).status).toBe(503);
      expect((await send('SystemInfo')).body).toContain('OUT_OF_SERVICE');
      expect(contactCenter.inService).toBeTrue();
    });
  });

  it('tells SystemInfo to anybody, with the domains and the time', async () => {
    const { app } = await makeRestApi();

    const { body, statusCode } = await app.inject('/finesse/api/SystemInfo');

    expect(statusCode).toBe(200);
    for (const part of [
      '<status>IN_SERVICE</status>',
      '<xmppDomain>finesse-a.example.test</xmppDomain>',
      '<xmppPubSubDomain>pubsub.finesse-a.example.test</xmppPubSubDomain>',
      '<currentTimestamp>2026-03-02T08:00:00.000Z</currentTimestamp>',
      '<deploymentType>UCCE</deploymentType>',
      '<httpsPort>8445</httpsPort>',
    ]) {
      expect(body).toContain(part);
    }
  });

  it('tells the authentication mode to anybody', async () => {
    const { app } = await makeRestApi();

    expect((await app.inject(`/finesse/api/UserAuthMode/${ID}`)).body).toContain(
      '<authMode>NON_SSO</authMode>',
    );
    expect((await app.inject('/finesse/api/UserAuthMode/nobody')).statusCode).toBe(404);
  });
});
