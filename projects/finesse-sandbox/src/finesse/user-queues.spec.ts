import { userQueuesNode } from 'finesse-tunnel/protocol';
import { childOf, textOf } from './rest/xml-body';
import { ID, makeRestApi, SUPERVISOR } from './testing/make-rest-api';
import type { TestedUpdate } from './testing/make-contact-center';

const story = ({ event, data }: TestedUpdate) =>
  [event, ...data.children.map((queue) => textOf(queue, 'uri')?.split('/').at(-1))].join(' ');

describe('The queues of a user', () => {
  it('are told on their own node, what came and what went, with an empty requestId', async () => {
    const { contactCenter, on } = await makeRestApi({ queues: 4 });
    contactCenter.assignQueues(ID, ['41', '42']);
    const since = on(userQueuesNode(ID)).length;

    contactCenter.assignQueues(ID, ['42', '43', '44']);

    const told = on(userQueuesNode(ID)).slice(since);
    const [added] = told;
    expect(told.map(story)).toEqual(['POST 43 44', 'DELETE 41']);
    expect(added).toEqual(jasmine.objectContaining({ requestId: '', source: userQueuesNode(ID) }));
    expect(added?.data.name).toBe('Queues');
    expect(added?.data.children[0] && childOf(added.data.children[0], 'statistics')).toBeDefined();
  });

  it('are those of the whole team for its supervisor, who hears only of what is new there', async () => {
    const { contactCenter, on, send } = await makeRestApi({ queues: 4, agents: 2 });
    contactCenter.assignQueues(ID, ['41']);
    const before = await send(`User/${SUPERVISOR}/Queues`, { as: SUPERVISOR });
    const since = on(userQueuesNode(SUPERVISOR)).length;

    contactCenter.assignQueues(ID, ['41', '43']);

    const after = await send(`User/${SUPERVISOR}/Queues`, { as: SUPERVISOR });
    expect(on(userQueuesNode(SUPERVISOR)).slice(since).map(story)).toEqual(['POST 43']);
    expect(before.body.match(/<Queue>/g)?.length).toBe(1);
    expect(after.body.match(/<Queue>/g)?.length).toBe(2);
  });

  it('decide whose calls an agent gets', async () => {
    const { contactCenter } = await makeRestApi({ queues: 4 });
    contactCenter.assignQueues(ID, ['44']);

    expect(contactCenter.world.queues.get('44')?.agentIds).toContain(ID);
    expect(contactCenter.world.queues.get('41')?.agentIds).not.toContain(ID);
  });

  it('are refused when there is no such agent or queue, and nothing changes', async () => {
    const { contactCenter } = await makeRestApi();
    const before = contactCenter.user(ID)?.queueIds;

    const results = [
      contactCenter.assignQueues('7', ['41']),
      contactCenter.assignQueues(ID, ['41', '99']),
    ];

    expect(results.map((result) => !result.ok && result.error.errorType)).toEqual([
      'User Not Found',
      'Not Found',
    ]);
    expect(contactCenter.user(ID)?.queueIds).toBe(before);
  });

  it('come without figures on Unified CCX, where Live Data has them', async () => {
    const { send } = await makeRestApi({ deployment: 'uccx' });

    const { status, body } = await send(`User/${ID}/Queues`);

    expect(status).toBe(200);
    expect(body).toContain('<name>');
    expect(body).not.toContain('<statistics>');
  });
});
