import { ADMINISTRATOR, FACTS, ID, makeRestApi, SUPERVISOR } from '../testing/make-rest-api';

describe('The REST API on teams, queues and reason codes', () => {
  it('shows a team with everybody in it to its supervisor and the administrator', async () => {
    const { send, contactCenter } = await makeRestApi();
    contactCenter.setAgentState(ID, { state: 'READY' });

    const team = await send('Team/31', { as: SUPERVISOR });
    const signedIn = await send('Team/31?includeLoggedOutAgents=false', { as: SUPERVISOR });

    expect(team.body).toMatch(/^<Team>\n {2}<uri>\/finesse\/api\/Team\/31<\/uri>\n {2}<id>31</);
    expect(team.body.match(/<User>/g)?.length).toBe(3);
    expect(signedIn.body.match(/<User>/g)?.length).toBe(1);
    expect((await send('Team/31', { as: ADMINISTRATOR })).status).toBe(200);
    expect((await send('Team/31', { as: '1000002' })).errorType).toBe('Unauthorized');
    expect((await send('Team/31')).status).toBe(401);
    expect((await send('Team/99', { as: SUPERVISOR })).errorType).toBe('TeamId Not Found');
    expect((await send('Teams', { as: ADMINISTRATOR })).body).toContain('<id>32</id>');
    expect((await send('Teams')).status).toBe(401);
  });

  it('shows a queue to anybody, on Unified CCE only', async () => {
    const { send } = await makeRestApi();
    const ccx = await makeRestApi({ deployment: 'uccx' });

    const { body } = await send('Queue/41');

    expect(body).toContain('<callsInQueue>0</callsInQueue>');
    expect(body).toContain('<startTimeOfLongestCallInQueue></startTimeOfLongestCallInQueue>');
    expect((await send('Queue/99')).errorType).toBe('Not Found');
    expect((await ccx.send('Queue/41')).status).toBe(501);
  });

  it('offers the reason codes of the team, without those of the system', async () => {
    const { send } = await makeRestApi();

    const mine = await send(`User/${ID}/ReasonCodes?category=NOT_READY`);
    const other = await send('User/1001002/ReasonCodes?category=NOT_READY', { as: '1001002' });
    const team = await send('TeamResource/31/ReasonCodes?category=LOGOUT');

    expect(mine.body).toMatch(/^<ReasonCodes category="NOT_READY">/);
    expect(mine.body).toContain('<label>Lunch</label>');
    expect(mine.body).toContain('Lighthouse drill');
    expect(other.body).not.toContain('Lighthouse drill');
    expect(mine.body).not.toContain('<systemCode>true</systemCode>');
    expect(team.body).toContain('<label>End of shift</label>');
  });

  for (const { path, answer } of [
    { path: `User/${ID}/ReasonCodes`, answer: [400, 'Parameter Missing', 'category'] },
    { path: `User/${ID}/ReasonCodes?category=ALL`, answer: [400, 'Invalid Input', 'category'] },
    {
      path: 'TeamResource/99/ReasonCodes?category=LOGOUT',
      answer: [404, 'TeamId Not Found', '99'],
    },
    { path: 'TeamResource/32/ReasonCodes?category=LOGOUT', answer: [401, 'Unauthorized', ID] },
    { path: 'ReasonCodes?category=ALL', answer: [401, 'Unauthorized', ID] },
    { path: `User/${ID}/ReasonCode/777`, answer: [404, 'Not Found', '777'] },
  ]) {
    it(`refuses ${path}`, async () => {
      const { send } = await makeRestApi();

      const { status, errorType, errorData } = await send(path);

      expect([status, errorType, errorData]).toEqual(answer);
    });
  }

  it('shows one code, and all of them to the administrator', async () => {
    const { send } = await makeRestApi();

    const one = await send(`User/${ID}/ReasonCode/32`);
    const all = await send('ReasonCodes?category=ALL', { as: ADMINISTRATOR });

    expect(one.body).toContain('<label>Lunch</label>');
    expect(all.body).toContain('<code>50006</code>');
  });

  it('keeps configuration to the primary node', async () => {
    const host = 'finesse-b.example.test';
    const { send } = await makeRestApi({
      facts: { ...FACTS, xmppDomain: host, secondaryNode: { host } },
    });

    const { status, errorType } = await send('ReasonCodes?category=ALL', { as: ADMINISTRATOR });

    expect([status, errorType]).toEqual([403, 'Forbidden']);
  });
});
