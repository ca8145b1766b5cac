import { userNode } from 'finesse-tunnel/protocol';
import { ADMINISTRATOR, ID, makeRestApi, SUPERVISOR, user } from '../testing/make-rest-api';
import { textOf } from './xml-body';

describe('The REST API on users', () => {
  it('answers to the user, the supervisor of the team and the administrator', async () => {
    const { send } = await makeRestApi();

    const answers = [
      await send(`User/${ID}`),
      await send(`User/${ID}`, { as: SUPERVISOR }),
      await send(`User/${ID}`, { as: ADMINISTRATOR }),
      await send(`User/${ID}`, { as: '1000002' }),
      await send(`User/${ID}`, { as: '1001003' }),
      await send('User/4711'),
    ];

    expect(answers.map(({ status, errorType }) => [status, errorType])).toEqual([
      [200, undefined],
      [200, undefined],
      [200, undefined],
      [401, 'Invalid Authorization User Specified'],
      [401, 'Invalid Authorization User Specified'],
      [404, 'User Not Found'],
    ]);
    expect(answers[5]?.errorData).toBe('4023');
    expect(answers[0]?.body).toMatch(/^<User>\n {2}<dialogs>/);
  });

  it('lists everybody to the administrator alone', async () => {
    const { send } = await makeRestApi();

    const all = await send('Users', { as: ADMINISTRATOR });

    expect(all.body.match(/<User>/g)?.length).toBe(7);
    const refused = await send('Users', { as: SUPERVISOR });
    expect([refused.status, refused.errorType]).toEqual([401, 'Unauthorized']);
  });

  it('signs in, becomes ready, not ready with a reason, and signs out', async () => {
    const { put, settle, state, contactCenter } = await makeRestApi();
    const states: (string | undefined)[] = [];
    for (const fields of [
      { state: 'LOGIN', extension: '54101' },
      { state: 'READY' },
      { state: 'NOT_READY', reasonCodeId: '32' },
      { state: 'LOGOUT', reasonCodeId: '36' },
      { state: 'LOGOUT' },
    ]) {
      const answer = await put(`User/${ID}`, user(fields));
      expect([answer.status, answer.body]).toEqual([202, '']);
      settle();
      states.push(state());
    }

    expect(states).toEqual(['NOT_READY', 'READY', 'NOT_READY', 'LOGOUT', 'LOGOUT']);
    expect(contactCenter.user(ID)?.reasonCodeId).toBe(36);
  });

  for (const { given, fields, path = ID, as = ID, answer } of [
    { given: 'no state', fields: { extension: ID }, answer: [400, 'Parameter Missing', 'state'] },
    {
      given: 'no extension',
      fields: { state: 'LOGIN' },
      answer: [400, 'Parameter Missing', 'extension'],
    },
    {
      given: 'an unknown state',
      fields: { state: 'AWAY' },
      answer: [400, 'Invalid Input', 'state'],
    },
    {
      given: 'a state nobody asks for',
      fields: { state: 'TALKING' },
      answer: [400, 'Invalid State', 'TALKING'],
    },
    {
      given: 'an unknown reason',
      fields: { state: 'NOT_READY', reasonCodeId: '999' },
      answer: [400, 'Invalid Input', 'reasonCodeId'],
    },
    {
      given: 'a reason of the other category',
      fields: { state: 'LOGOUT', reasonCodeId: '32' },
      answer: [400, 'Invalid Input', 'reasonCodeId'],
    },
    {
      given: 'a system code',
      fields: { state: 'NOT_READY', reasonCodeId: '1' },
      answer: [400, 'Invalid Input', 'reasonCodeId'],
    },
    {
      given: 'an unknown mobile mode',
      fields: { state: 'LOGIN', extension: ID, mobileAgent: '<mode>FLYING</mode>' },
      answer: [400, 'Invalid Input', 'mode'],
    },
    {
      given: 'somebody unknown',
      fields: { state: 'READY' },
      path: '4711',
      answer: [404, 'User Not Found', '4023'],
    },
    {
      given: 'a colleague',
      fields: { state: 'READY' },
      path: '1001003',
      answer: [401, 'Invalid Authorization User Specified', ID],
    },
    {
      given: 'signing somebody else in',
      fields: { state: 'LOGIN', extension: ID },
      as: SUPERVISOR,
      answer: [401, 'Invalid Authorization User Specified', SUPERVISOR],
    },
    {
      given: 'an agent of another team',
      fields: { state: 'LOGOUT' },
      as: '1000002',
      answer: [401, 'Invalid Supervisor', ID],
    },
    {
      given: 'a reason code from a supervisor',
      fields: { state: 'NOT_READY', reasonCodeId: '32' },
      as: SUPERVISOR,
      answer: [400, 'Invalid Input', 'reasonCodeId'],
    },
    {
      given: 'NOT_READY by a supervisor for one who is signed out',
      fields: { state: 'NOT_READY' },
      as: SUPERVISOR,
      answer: [401, 'Invalid State', 'NOT_READY'],
    },
    {
      given: 'signing in the administrator',
      fields: { state: 'LOGIN', extension: '54000' },
      path: ADMINISTRATOR,
      as: ADMINISTRATOR,
      answer: [401, 'Unauthorized', ADMINISTRATOR],
    },
  ]) {
    it(`refuses at once: ${given}`, async () => {
      const { put, published, settle } = await makeRestApi();

      const { status, errorType, errorData } = await put(`User/${path}`, user(fields), { as });
      settle();

      expect([status, errorType, errorData]).toEqual(answer);
      expect(published).toEqual([]);
    });
  }

  for (const { given, fields, errorType, errorData } of [
    {
      given: 'an unknown device',
      fields: { state: 'LOGIN', extension: '12' },
      errorType: 'Invalid Device',
      errorData: '260',
    },
    {
      given: 'READY while signed out',
      fields: { state: 'READY' },
      errorType: 'Invalid State',
      errorData: '22',
    },
    {
      given: 'NOT_READY while signed out',
      fields: { state: 'NOT_READY' },
      errorType: 'Invalid State',
      errorData: '257',
    },
    {
      given: 'a mobile sign-in where there are none',
      fields: {
        state: 'LOGIN',
        extension: ID,
        mobileAgent: '<mode>CALL_BY_CALL</mode><dialNumber>15550100</dialNumber>',
      },
      errorType: 'Mode Not Allowed',
      errorData: undefined,
    },
  ]) {
    it(`accepts, and refuses by notification: ${given}`, async () => {
      const { put, on, settle } = await makeRestApi({ quirks: ['no-mobile-agents'] });

      const { status } = await put(`User/${ID}`, user(fields), { headers: { requestid: 'r1' } });
      settle();

      const [update] = on(userNode(ID));
      const error = update?.data.children[0];
      expect([status, update?.requestId]).toEqual([202, 'r1']);
      expect(error && textOf(error, 'errorType')).toBe(errorType);
      expect(error && textOf(error, 'errorData')).toBe(errorData);
    });
  }

  it('lets the supervisor of the team change a state, with the code for that', async () => {
    const { put, contactCenter, settle, state } = await makeRestApi();
    contactCenter.setAgentState(ID, { state: 'READY' });

    const { status } = await put(`User/${ID}`, user({ state: 'NOT_READY' }), { as: SUPERVISOR });
    settle();

    expect([status, state()]).toEqual([202, 'NOT_READY']);
    const { reasonCodeId } = contactCenter.user(ID) ?? {};
    expect(contactCenter.world.reasonCodes.get(reasonCodeId ?? 0)?.code).toBe(999);
  });

  it('signs a mobile agent in, and forgets the phone with the sign-out', async () => {
    const { put, send, settle, contactCenter } = await makeRestApi();
    const mobileAgent = '<mode>NAILED_CONNECTION</mode><dialNumber>15550100</dialNumber>';

    const { status } = await put(
      `User/${ID}`,
      user({ state: 'LOGIN', extension: '54101', mobileAgent }),
    );
    settle();
    const { body } = await send(`User/${ID}`);
    await put(`User/${ID}`, user({ state: 'LOGOUT' }));
    settle();

    expect(status).toBe(202);
    expect(body.replaceAll(/\s/g, '')).toContain(
      `<mediaType>1</mediaType><mobileAgent>${mobileAgent}</mobileAgent>`,
    );
    expect(contactCenter.user(ID)?.mobileAgent).toBeNull();
  });

  it('knows no mobile agents on Unified CCX', async () => {
    const { put } = await makeRestApi({ deployment: 'uccx' });

    const body = user({
      state: 'LOGIN',
      extension: ID,
      mobileAgent: '<mode>CALL_BY_CALL</mode>',
    });

    expect((await put(`User/${ID}`, body)).status).toBe(501);
  });

  it('shows queues and wrap-up reasons', async () => {
    const { send } = await makeRestApi();

    const own = await send(`User/${ID}/Queues`);
    const all = await send(`User/${SUPERVISOR}/Queues`, { as: SUPERVISOR });

    expect(own.body).toContain('<uri>/finesse/api/Queue/41</uri>');
    expect(all.body.match(/<Queue>/g)?.length).toBe(2);
    expect((await send(`User/${ID}/WrapUpReasons`)).body).toContain('<label>Solved</label>');
    expect((await send('User/4711/Queues')).errorType).toBe('User Not Found');
  });
});
