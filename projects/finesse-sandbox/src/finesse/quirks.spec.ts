import { queueNode, teamUsersNode, userDialogsNode, userNode } from 'finesse-tunnel/protocol';
import type { Quirk } from './quirk';
import { QUIRK_MEANINGS } from './quirk';
import { makeContactCenter } from './testing/make-contact-center';
import { ID, makeRestApi, SUPERVISOR, user } from './testing/make-rest-api';

/** What an agent's sign-in publishes, as text. */
function signedIn(...quirks: Quirk[]) {
  const tested = makeContactCenter({ quirks });
  tested.contactCenter.requestSignIn(ID, { extension: ID }, 'r1');
  tested.settle();
  const texts = (node: string) =>
    tested.published.filter((one) => one.node === node).map(({ payload }) => payload);
  return { ...tested, texts };
}

/** The names of the children of the root, in order. */
function order(payload = ''): readonly string[] {
  return [...payload.matchAll(/^ {2}<(\w+)/gm)].map(([, name = '']) => name);
}

describe('The ways of the real product', () => {
  it('are all off by default', () => {
    const [payload = ''] = signedIn().texts(userNode(ID));

    expect(order(payload)).toEqual(['data', 'event', 'requestId', 'source']);
    expect(payload).toContain('<event>PUT</event>');
    expect(payload).toContain('<requestId>r1</requestId>');
    expect(payload).toContain('<user>');
  });

  it('lower-case-events', () => {
    expect(signedIn('lower-case-events').texts(userNode(ID))[0]).toContain('<event>put</event>');
  });

  it('data-last', () => {
    expect(order(signedIn('data-last').texts(userNode(ID))[0])).toEqual([
      'event',
      'source',
      'requestId',
      'data',
    ]);
  });

  it('upper-case-objects', () => {
    const { texts, contactCenter } = signedIn('upper-case-objects');
    contactCenter.createDialog({ from: '+15550100', to: ID });

    expect(texts(userNode(ID))[0]).toContain('<User>');
    expect(texts(userDialogsNode(ID))[0]).toContain('<Dialogs>');
  });

  it('no-request-ids', () => {
    expect(signedIn('no-request-ids').texts(userNode(ID))[0]).toContain('<requestId></requestId>');
  });

  it('repeated-events', () => {
    const { texts, contactCenter } = signedIn('repeated-events');

    const [first, second, ...more] = texts(userNode(ID));

    expect(second).toBe(first ?? '');
    expect(more).toEqual([]);
    expect(contactCenter.truth().published[userNode(ID)]).toBe(2);
  });

  it('team-snapshots', () => {
    const [payload = ''] = signedIn('team-snapshots').texts(teamUsersNode('31'));

    expect(payload).toContain('<source>/finesse/api/Team/31</source>');
    expect(payload).toMatch(/<team>\s*<uri>\/finesse\/api\/Team\/31<\/uri>/);
    expect(payload.match(/<User>/g)?.length).toBe(3);
  });

  it('trailing-slashes', async () => {
    const [payload] = signedIn('trailing-slashes').texts(teamUsersNode('31'));
    const { send } = await makeRestApi({ quirks: ['trailing-slashes'] });

    const { body } = await send('Team/31', { as: SUPERVISOR });

    expect(payload).toContain(`<uri>/finesse/api/User/${ID}/</uri>`);
    expect(body).toContain(`<uri>/finesse/api/User/${ID}/</uri>`);
  });

  it('old-queue-figures', () => {
    const { texts, clock } = signedIn('old-queue-figures');
    clock.advance(10_000);

    const [payload] = texts(queueNode('41'));

    expect(payload).toContain('<agentsReady>');
    expect(payload).not.toMatch(/agentsBusyOther|agentsLoggedOn/);
  });

  it('several at once', () => {
    const [payload] = signedIn('data-last', 'lower-case-events').texts(userNode(ID));

    expect(order(payload)[0]).toBe('event');
    expect(payload).toContain('<event>put</event>');
  });

  it('state-change-200', async () => {
    const { put, settle } = await makeRestApi({ quirks: ['state-change-200'] });

    const signIn = await put(`User/${ID}`, user({ state: 'LOGIN', extension: ID }));
    settle();
    const ready = await put(`User/${ID}`, user({ state: 'READY' }));

    expect([signIn.status, ready.status]).toEqual([202, 200]);
  });

  it('http-redirect', async () => {
    const tlsOrigin = () => 'https://127.0.0.1:8445';
    const { send } = await makeRestApi({ tlsOrigin });

    const { status, headers } = await send(`User/${ID}?a=b`);

    expect(status).toBe(301);
    expect(headers.location).toBe(`https://127.0.0.1:8445/finesse/api/User/${ID}?a=b`);
  });

  it('each say what they do', () => {
    for (const [name, meaning] of Object.entries(QUIRK_MEANINGS)) {
      expect(name).toMatch(/^[a-z\d]+(-[a-z\d]+)*$/);
      expect(meaning.length).toBeGreaterThan(20);
    }
  });
});
