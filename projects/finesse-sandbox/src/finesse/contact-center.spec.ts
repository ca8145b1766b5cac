import { systemInfoNode, teamUsersNode, userNode } from 'finesse-tunnel/protocol';
import { textOf } from './rest/xml-body';
import { makeContactCenter } from './testing/make-contact-center';

const ID = '1001001';
const TEAM = '31';

function signedIn(options: Parameters<typeof makeContactCenter>[0] = {}) {
  const tested = makeContactCenter(options);
  tested.contactCenter.agents.signIn(ID, ID);
  tested.published.length = 0;
  const agent = () => tested.contactCenter.truth().agents.find(({ id }) => id === ID);
  return { ...tested, agent };
}

describe('ContactCenter', () => {
  it('numbers agents from 1001001 over the teams and gives each team a supervisor who is in it', () => {
    const { contactCenter } = makeContactCenter({ agents: 5, teams: 2 });

    const people = contactCenter.truth().agents.map(({ id, teamId }) => `${id} in ${teamId}`);
    expect(people).toEqual([
      '1000001 in 31',
      '1000002 in 32',
      '1001001 in 31',
      '1001002 in 32',
      '1001003 in 31',
      '1001004 in 32',
      '1001005 in 31',
    ]);
    expect(contactCenter.user('1000002')?.roles).toEqual(['Agent', 'Supervisor']);
    expect(contactCenter.user('1000002')?.supervisedTeamIds).toEqual(['32']);
    expect(contactCenter.user('ADMINISTRATOR')?.roles).toEqual(['Administrator']);
  });

  it('gives everybody a login name of their own, the same for the same seed', () => {
    const names = (seed: number) => {
      const { contactCenter } = makeContactCenter({ agents: 3000, seed });
      return [...contactCenter.world.users.values()].map(({ loginName }) => loginName);
    };

    expect(new Set(names(3)).size).toBe(3003);
    expect(names(3)).toEqual(names(3));
    expect(names(3)).not.toEqual(names(4));
  });

  it('has somebody for every queue when there are people enough', () => {
    const { contactCenter } = makeContactCenter({ agents: 24, teams: 3, queues: 6 });

    const served = [...contactCenter.world.queues.values()].map(({ agentIds }) => agentIds.length);
    expect(served.every((agents) => agents >= 4)).toBeTrue();
  });

  describe('when an agent signs in', () => {
    it('makes the agent not ready and tells the agent and the team', () => {
      const { contactCenter, on } = makeContactCenter();

      const result = contactCenter.agents.signIn(ID, '54101', 'in-1');

      expect(result.ok).toBeTrue();
      const [update] = on(userNode(ID));
      expect(update).toEqual(
        jasmine.objectContaining({ event: 'PUT', requestId: 'in-1', source: userNode(ID) }),
      );
      expect(update && textOf(update.data, 'state')).toBe('NOT_READY');
      expect(update && textOf(update.data, 'extension')).toBe('54101');
      expect(update && textOf(update.data, 'reasonCodeId')).toBe('-1');
      const [summary] = on(teamUsersNode(TEAM));
      expect(summary && textOf(summary.data, 'state')).toBe('NOT_READY');
      expect(summary?.source).toBe(userNode(ID));
    });

    for (const extension of ['123', '123456789012345', 'abcd', '+4930770011', '']) {
      it(`knows no device "${extension}"`, () => {
        const { contactCenter, published } = makeContactCenter();

        const result = contactCenter.agents.signIn(ID, extension);

        expect(result).toEqual({
          ok: false,
          error: jasmine.objectContaining({ errorType: 'Invalid Device', errorData: '260' }),
        });
        expect(published).toEqual([]);
      });
    }

    it('takes a number with a plus on Unified CCX', () => {
      const { contactCenter } = makeContactCenter({ deployment: 'uccx' });

      expect(contactCenter.agents.signIn(ID, '+4930770011').ok).toBeTrue();
    });

    it('refuses an extension that somebody else uses, until it is free', () => {
      const { contactCenter } = signedIn();

      const refused = contactCenter.agents.signIn('1001002', ID);
      contactCenter.agents.request(ID, { state: 'LOGOUT', by: 'self' });
      const accepted = contactCenter.agents.signIn('1001002', ID);

      expect(refused).toEqual({
        ok: false,
        error: jasmine.objectContaining({ errorType: 'Device Busy' }),
      });
      expect(accepted.ok).toBeTrue();
    });

    it('keeps the state of one who is signed in already, and frees the old extension', () => {
      const { contactCenter, agent, on } = signedIn();
      contactCenter.agents.request(ID, { state: 'READY', by: 'self' });

      contactCenter.agents.signIn(ID, '54999', 'again');

      expect(agent()).toEqual(jasmine.objectContaining({ state: 'READY', extension: '54999' }));
      expect(on(userNode(ID)).at(-1)?.requestId).toBe('again');
      expect(contactCenter.agents.signIn('1001002', ID).ok).toBeTrue();
    });
  });

  describe('when an agent asks for a state', () => {
    it('gives the reason with its label and moves the time', () => {
      const { contactCenter, clock, on, agent } = signedIn();
      clock.advance(5000);
      const lunch = 32;

      contactCenter.agents.request(ID, { state: 'NOT_READY', reasonCodeId: lunch, by: 'self' });

      const [update] = on(userNode(ID));
      const reason = update?.data.children.find(({ name }) => name === 'reasonCode');
      expect(reason && textOf(reason, 'label')).toBe('Lunch');
      expect(agent()).toEqual(
        jasmine.objectContaining({
          reasonCodeId: lunch,
          stateChangeTime: '2026-03-02T08:00:05.000Z',
        }),
      );
    });

    it('has no reason in READY', () => {
      const { contactCenter, agent, published } = signedIn();

      contactCenter.agents.request(ID, { state: 'READY', by: 'self' });

      expect(agent()?.reasonCodeId).toBeNull();
      expect(published.some(({ payload }) => payload.includes('reasonCode'))).toBeFalse();
    });

    it('writes the supervisor code, whoever the agent is', () => {
      const { contactCenter, published } = signedIn();

      contactCenter.agents.request(ID, { state: 'LOGOUT', by: 'supervisor' });

      expect(published[0]?.payload).toContain('<code>999</code>');
      expect(published[0]?.payload).toContain('<category>LOGOUT</category>');
    });

    it('answers a request that changes nothing on the agent alone, and publishes nothing unasked', () => {
      const { contactCenter, published } = signedIn();

      contactCenter.agents.request(ID, { state: 'NOT_READY', by: 'self', requestId: 'same' });
      contactCenter.setAgentState(ID, { state: 'NOT_READY' });

      expect(published.map(({ node }) => node)).toEqual([userNode(ID)]);
    });

    it('frees the extension at sign-out', () => {
      const { contactCenter, agent } = signedIn();

      contactCenter.agents.request(ID, { state: 'LOGOUT', by: 'self' });

      expect(agent()).toEqual(jasmine.objectContaining({ state: 'LOGOUT', extension: '' }));
    });
  });

  it('tells a failure after acceptance in lower case on the same node, with the request id', () => {
    const { contactCenter, on, settle, published } = makeContactCenter();

    contactCenter.requestSignIn(ID, { extension: '1' }, 'req-7');

    expect(published).toEqual([]);
    settle();
    const [update] = on(userNode(ID));
    expect(update).toEqual(jasmine.objectContaining({ event: 'put', requestId: 'req-7' }));
    expect(update?.data.name).toBe('apiErrors');
    expect(update?.data.children[0] && textOf(update.data.children[0], 'errorType')).toBe(
      'Invalid Device',
    );
  });

  it('does the requests on one agent in the order in which they came', () => {
    const { contactCenter, settle, on } = makeContactCenter();

    contactCenter.requestSignIn(ID, { extension: ID }, '1');
    contactCenter.requestState(ID, { state: 'READY', by: 'self', requestId: '2' });
    contactCenter.requestState(ID, { state: 'NOT_READY', by: 'self', requestId: '3' });
    settle();

    expect(on(userNode(ID)).map(({ requestId }) => requestId)).toEqual(['1', '2', '3']);
  });

  describe('setAgentState', () => {
    it('signs the agent in when need be, then enters any state', () => {
      const { contactCenter, on } = makeContactCenter();

      contactCenter.setAgentState(ID, { state: 'TALKING' });

      expect(on(userNode(ID)).map(({ data }) => textOf(data, 'state'))).toEqual([
        'NOT_READY',
        'TALKING',
      ]);
    });

    for (const { given, id, state, reasonCodeId } of [
      { given: 'an unknown agent', id: '7', state: 'READY', reasonCodeId: undefined },
      { given: 'the administrator', id: 'administrator', state: 'READY', reasonCodeId: undefined },
      { given: 'an unknown state', id: ID, state: 'DANCING', reasonCodeId: undefined },
      { given: 'an unknown reason', id: ID, state: 'NOT_READY', reasonCodeId: 9999 },
    ]) {
      it(`refuses ${given}`, () => {
        const { contactCenter, published } = makeContactCenter();
        const reason = reasonCodeId === undefined ? {} : { reasonCodeId };

        expect(contactCenter.setAgentState(id, { state, ...reason }).ok).toBeFalse();
        expect(published).toEqual([]);
      });
    }
  });

  it('publishes SystemInfo once for each change, with the domains of the node that asks', () => {
    const { contactCenter, published } = makeContactCenter();
    const host = 'finesse-b.example.test';
    const facts = {
      xmppDomain: host,
      xmppPubSubDomain: `pubsub.${host}`,
      primaryNode: { host: 'finesse-a.example.test' },
      secondaryNode: { host },
    };

    contactCenter.setInService(false);
    contactCenter.setInService(false);

    expect(published.map(({ node }) => node)).toEqual([systemInfoNode()]);
    expect(published[0]?.payload).toContain('<status>OUT_OF_SERVICE</status>');
    expect(published[0]?.payloadFor?.(facts)).toContain(`<xmppDomain>${host}</xmppDomain>`);
  });

  it('goes back to the start and tells everybody what that changes', () => {
    const { contactCenter, published, on } = signedIn();
    contactCenter.createDialog({ from: '+15550100', to: ID });
    contactCenter.setInService(false);

    contactCenter.reset();

    expect(contactCenter.truth().published).toEqual({});
    expect(contactCenter.truth().dialogs).toEqual([]);
    expect(new Set(contactCenter.truth().agents.map(({ state }) => state))).toEqual(
      new Set(['LOGOUT']),
    );
    expect(on(userNode(ID)).map(({ data }) => textOf(data, 'state'))).toEqual(['LOGOUT']);
    expect(published.at(-1)?.payload).toContain('IN_SERVICE');
  });

  it('forgets what was under way when it is reset', () => {
    const { contactCenter, settle, published } = makeContactCenter();
    contactCenter.requestSignIn(ID, { extension: ID }, '');

    contactCenter.reset();
    settle();

    expect(published).toEqual([]);
  });

  it('writes a notification only once somebody reads it, and then as it was', () => {
    const { contactCenter, published } = signedIn();

    contactCenter.agents.request(ID, { state: 'READY', by: 'self' });
    contactCenter.agents.request(ID, { state: 'NOT_READY', by: 'self' });

    expect(published[0]?.payload).toContain('<state>READY</state>');
  });
});
