import { ADMINISTRATOR, ID, IKO, makeRestApi, SUPERVISOR } from '../testing/make-rest-api';

const message = (fields: string, teams = '<team>31</team>') =>
  `<TeamMessage>${fields}<teams>${teams}</teams></TeamMessage>`;
const LUNCH = message('<duration>60</duration><content>Lunch &amp; cake</content>');

describe('The REST API on messages to teams', () => {
  it('takes one from the supervisor and shows it to the team until its time is over', async () => {
    const { post, send, clock } = await makeRestApi();

    const { status } = await post('TeamMessage', LUNCH, { as: SUPERVISOR });
    const own = await send('TeamMessages');
    const other = await send('TeamMessages', { as: IKO });
    clock.advance(60_000);
    const later = await send('TeamMessages');

    expect(status).toBe(202);
    expect(own.body).toMatch(/^<TeamMessages>\n {2}<TeamMessage>/);
    expect(own.body).toContain('<content>Lunch &amp; cake</content>');
    expect(own.body).toContain('<duration>60</duration>');
    expect(own.body).toContain(`<id>${SUPERVISOR}</id>`);
    expect(own.body).toContain('<team>31</team>');
    expect(own.body).toMatch(/<createdAt>\d{10}<\/createdAt>/);
    expect([other.body, later.body]).toEqual(['<TeamMessages/>', '<TeamMessages/>']);
  });

  it('tells each team of it when it comes and when it goes', async () => {
    const { post, on, clock } = await makeRestApi();
    const body = LUNCH.replace('</teams>', '<team>32</team></teams>');

    await post('TeamMessage', body, { as: ADMINISTRATOR });
    clock.advance(60_000);

    for (const teamId of ['31', '32']) {
      const told = on(`/finesse/api/Team/${teamId}/TeamMessage`);
      expect(told.map(({ event }) => event)).toEqual(['POST', 'DELETE']);
      expect(told[0]?.data.name).toBe('TeamMessage');
      expect(told[0]?.source).toMatch(/^\/finesse\/api\/TeamMessage\/[\da-f-]{36}$/);
    }
  });

  it('shows and deletes one by its id, for its author and the administrator', async () => {
    const { post, send } = await makeRestApi();
    await post('TeamMessages', LUNCH, { as: SUPERVISOR });
    const { body } = await send('TeamMessage', { as: ADMINISTRATOR });
    const path = /\/finesse\/api\/(TeamMessage\/[^<]+)/.exec(body)?.[1] ?? '';

    const seen = await send(path);
    const refused = await send(path, { method: 'DELETE' });
    const hidden = await send(path, { as: IKO });
    const deleted = await send(path, { method: 'DELETE', as: SUPERVISOR });

    expect(path).toMatch(/^TeamMessage\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect([seen.status, refused.status, hidden.status]).toEqual([200, 401, 404]);
    expect(deleted.status).toBe(202);
    expect((await send(path)).status).toBe(404);
  });

  for (const { given, as = SUPERVISOR, body, answer } of [
    { given: 'an agent', as: ID, body: LUNCH, answer: [401, 'Unauthorized', ID] },
    { given: 'another element', body: '<Team/>', answer: [400, 'Bad Request', ''] },
    {
      given: 'no content',
      body: message('<duration>60</duration>'),
      answer: [400, 'Parameter Missing', 'content'],
    },
    {
      given: 'no duration',
      body: message('<content>a</content>'),
      answer: [400, 'Parameter Missing', 'duration'],
    },
    {
      given: 'a duration that is none',
      body: message('<content>a</content><duration>0</duration>'),
      answer: [400, 'Invalid Input', 'duration'],
    },
    {
      given: 'too much to say',
      body: message(`<content>${'a'.repeat(256)}</content><duration>60</duration>`),
      answer: [400, 'Invalid Input', 'content'],
    },
    {
      given: 'no team',
      body: message('<content>a</content><duration>60</duration>', ''),
      answer: [400, 'Parameter Missing', 'teams'],
    },
    {
      given: 'a team that is not theirs',
      body: message('<content>a</content><duration>60</duration>', '<team>32</team>'),
      answer: [401, 'Unauthorized', SUPERVISOR],
    },
    {
      given: 'an unknown team',
      body: message('<content>a</content><duration>60</duration>', '<team>99</team>'),
      answer: [404, 'TeamId Not Found', '99'],
    },
  ]) {
    it(`refuses ${given}`, async () => {
      const { post } = await makeRestApi();

      const { status, errorType, errorData } = await post('TeamMessage', body, { as });

      expect([status, errorType, errorData]).toEqual(answer);
    });
  }

  it('takes fifteen at a time', async () => {
    const { post } = await makeRestApi();
    const statuses: number[] = [];
    for (let count = 0; count < 15; count++) {
      statuses.push((await post('TeamMessage', LUNCH, { as: SUPERVISOR })).status);
    }

    const { status, body } = await post('TeamMessage', LUNCH, { as: SUPERVISOR });

    expect(new Set(statuses)).toEqual(new Set([202]));
    expect(status).toBe(400);
    expect(body).toContain('MAX_ACTIVE_MESSAGE_LIMIT_EXCEEDED');
  });
});
