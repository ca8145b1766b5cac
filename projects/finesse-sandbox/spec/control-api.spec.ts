import { RawWebSocket } from '../src/testing/raw-web-socket';
import { RunningSandbox } from './running-sandbox';

describe('the control API', () => {
  let sandbox: RunningSandbox;
  beforeEach(async () => (sandbox = await RunningSandbox.start()));
  afterEach(async () => sandbox.stop());

  it('tells the truth, and what it makes of it', async () => {
    const changed = await sandbox.control('POST', 'agents/1001001/state', { state: 'READY' });

    const truth = await sandbox.control('GET', 'truth');

    expect(changed.status).toBe(200);
    expect(truth.body).toEqual(
      jasmine.objectContaining({
        agents: jasmine.arrayContaining([
          jasmine.objectContaining({ id: '1001001', state: 'READY', teamId: '31' }),
        ]),
        published: jasmine.objectContaining({
          '/finesse/api/User/1001001': jasmine.any(Number),
        }),
      }),
    );
  });

  it('hands out an access token, good over REST', async () => {
    const issued = await sandbox.control('POST', 'agents/1001001/token');
    const unknown = await sandbox.control('POST', 'agents/4711/token');
    const token: unknown =
      typeof issued.body === 'object' && issued.body !== null
        ? Reflect.get(issued.body, 'token')
        : undefined;

    const own = await fetch(`${sandbox.node.api}/finesse/api/User/1001001`, {
      headers: { authorization: `Bearer ${String(token)}` },
    });

    expect([issued.status, unknown.status, own.status]).toEqual([201, 404, 200]);
  });

  it('lets a call arrive with variables, and end', async () => {
    await sandbox.control('POST', 'agents/1001001/state', { state: 'READY' });

    const call = await sandbox.control('POST', 'dialogs', {
      from: '+15550100',
      to: '1001001',
      variables: { callVariable1: 'Fish & Chips' },
    });
    const id =
      typeof call.body === 'object' && call.body !== null
        ? String(Reflect.get(call.body, 'id'))
        : '';
    const ended = await sandbox.control('DELETE', `dialogs/${id}`);

    expect(call.status).toBe(201);
    expect(ended).toEqual({ status: 200, body: { id } });
  });

  it('lets a nonvoice task arrive and end, and gives an agent other queues', async () => {
    const variables = { callVariable1: 'By letter' };
    const task = await sandbox.control('POST', 'tasks', { mediaId: 5000, variables });
    const truth = await sandbox.control('GET', 'truth');
    const id = typeof task.body === 'object' ? String(Reflect.get(task.body ?? {}, 'id')) : '';

    const ended = await sandbox.control('DELETE', `tasks/${id}`);
    const unknown = await sandbox.control('POST', 'tasks', { mediaId: 1 });
    const moved = await sandbox.control('POST', 'agents/1001001/queues', { queueIds: [42] });
    const lost = await sandbox.control('POST', 'agents/1001001/queues', { queueIds: [999] });

    const waiting = { id, mediaId: '5000', state: 'OFFERED', agentId: null };
    expect(truth.body).toEqual(jasmine.objectContaining({ tasks: [waiting] }));
    expect([task.status, ended.status, unknown.status]).toEqual([201, 200, 404]);
    expect([moved.status, lost.status]).toEqual([200, 404]);
  });

  it('lets an agent answer, hold, retrieve and drop a call as if at the phone', async () => {
    await sandbox.control('POST', 'agents/1001001/state', { state: 'READY' });
    const { body } = await sandbox.control('POST', 'dialogs', { from: '+15550100', to: '1001001' });
    const id: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'id') : '';
    const act = async (action: string) =>
      sandbox.control('POST', `dialogs/${String(id)}/actions`, { agent: '1001001', action });

    expect((await act('HOLD')).status).toBe(400);
    for (const action of ['ANSWER', 'HOLD', 'RETRIEVE', 'DROP']) {
      expect(await act(action)).toEqual({ status: 200, body: { id } });
    }
    expect((await act('JUMP')).body).toEqual({
      error: jasmine.stringContaining('ANSWER, HOLD, RETRIEVE, DROP'),
    });
  });

  it('simulates as many changes as a reset asks for, from a contact centre at rest too', async () => {
    const offered = new Promise<string>((resolve) => {
      sandbox.sandbox.contactCenter.onOffered((agentId) => {
        resolve(agentId);
      });
    });
    await sandbox.control('POST', 'reset', { seed: 3, rate: 200 });

    expect(await offered).toMatch(/^1001/);
    const refused = await sandbox.control('POST', 'reset', { rate: -1 });

    expect(refused.status).toBe(400);
  });

  it('publishes any text on any node and counts it', async () => {
    await sandbox.publish('/anything/at all', 'no XML & not even close');

    const { body } = await sandbox.control('GET', 'truth');

    expect(body).toEqual(jasmine.objectContaining({ published: { '/anything/at all': 1 } }));
  });

  it('lists sessions, and cuts one without a goodbye', async () => {
    const client = await RawWebSocket.signIn(
      sandbox.webSocketUrl,
      '1000001@finesse-a.example.test/desk',
    );

    const sessions = await sandbox.control('GET', 'sessions');
    await sandbox.control('DELETE', 'sessions/desk');

    expect(sessions.body).toEqual([
      jasmine.objectContaining({
        agentId: '1000001',
        resource: 'desk',
        transport: 'websocket',
        node: 'A',
      }),
    ]);
    expect(await client.untilClosed()).toBe(1006);
    expect((await sandbox.control('GET', 'sessions')).body).toEqual([]);
  });

  it('goes back to the start', async () => {
    await sandbox.control('POST', 'agents/1001001/state', { state: 'READY' });
    await sandbox.fault('lose');

    const answer = await sandbox.control('POST', 'reset');

    const { body } = await sandbox.control('GET', 'truth');
    expect(answer.status).toBe(200);
    expect(body).toEqual(jasmine.objectContaining({ published: {} }));
    expect((await sandbox.control('GET', 'faults')).body).toEqual([]);
  });

  for (const { method, path, body, status, says } of [
    {
      method: 'POST',
      path: 'agents/1/state',
      body: { state: 'READY' },
      status: 404,
      says: 'User Not Found',
    },
    {
      method: 'POST',
      path: 'agents/1001001/state',
      body: { state: 'SULKING' },
      status: 400,
      says: 'SULKING',
    },
    {
      method: 'POST',
      path: 'agents/1001001/state',
      body: {},
      status: 400,
      says: "required property 'state'",
    },
    {
      method: 'POST',
      path: 'agents/1001001/state',
      body: { state: 7 },
      status: 400,
      says: 'body/state must be string',
    },
    {
      method: 'POST',
      path: 'publish',
      body: { node: '', payload: '' },
      status: 400,
      says: 'body/node',
    },
    { method: 'POST', path: 'publish', body: '{"node', status: 400, says: 'JSON' },
    {
      method: 'POST',
      path: 'dialogs',
      body: { from: '1', to: '2', more: 3 },
      status: 400,
      says: 'more',
    },
    { method: 'POST', path: 'reset', body: { seed: 'x' }, status: 400, says: 'body' },
    {
      method: 'POST',
      path: 'faults',
      body: { kind: 'mood' },
      status: 400,
      says: 'cut, stall, refuse',
    },
    {
      method: 'POST',
      path: 'faults',
      body: { kind: 'cut', node: 'B' },
      status: 400,
      says: '--two-nodes',
    },
    {
      method: 'POST',
      path: 'faults',
      body: { kind: 'lose', share: 2 },
      status: 400,
      says: 'body/share must be <= 1',
    },
    { method: 'DELETE', path: 'faults/f9', body: undefined, status: 404, says: 'f9' },
    { method: 'DELETE', path: 'sessions/nobody', body: undefined, status: 404, says: 'nobody' },
    { method: 'DELETE', path: 'dialogs/0', body: undefined, status: 404, says: 'Dialog' },
    { method: 'GET', path: 'gossip', body: undefined, status: 404, says: 'GET /sandbox/gossip' },
  ]) {
    it(`answers ${method} ${path} with ${JSON.stringify(body)} by ${status} and the reason`, async () => {
      const answer = await sandbox.control(method, path, body);

      expect(answer.status).toBe(status);
      expect(JSON.stringify(answer.body)).toContain(says.replaceAll('"', '\\"'));
    });
  }

  it('turns away pages of a foreign origin', async () => {
    const { status } = await sandbox.controlWith({ origin: 'https://evil.example.test' });

    expect(status).toBe(403);
  });
});

describe('the control API with a token', () => {
  it('answers whoever has the token and nobody else', async () => {
    const sandbox = await RunningSandbox.start({ controlToken: 'open-sesame' });

    const without = await sandbox.control('GET', 'truth');
    const wrong = await sandbox.controlWith({ authorization: 'Bearer sesame' });
    const right = await sandbox.controlWith({ authorization: 'Bearer open-sesame' });
    await sandbox.stop();

    expect([without.status, wrong.status, right.status]).toEqual([401, 401, 200]);
  });
});

describe('a sandbox without --control', () => {
  it('has no control API', async () => {
    const sandbox = await RunningSandbox.start({ control: false });

    const { status } = await sandbox.control('GET', 'truth');
    await sandbox.stop();

    expect(status).toBe(404);
  });
});
