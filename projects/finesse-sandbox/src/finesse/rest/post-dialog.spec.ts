import { userDialogsNode } from 'finesse-tunnel/protocol';
import { dialog, ID, IKO, makeRestApi, SUPERVISOR } from '../testing/make-rest-api';
import { textOf } from './xml-body';

describe('The REST API on new calls', () => {
  it('places a call', async () => {
    const { post, contactCenter, settle, on } = await makeRestApi();
    contactCenter.setAgentState(ID, { state: 'NOT_READY' });
    const body = dialog({
      requestedAction: 'MAKE_CALL',
      fromAddress: ID,
      toAddress: '+15550199',
    });

    const answer = await post(`User/${ID}/Dialogs`, body, { headers: { requestid: 'r2' } });
    settle();

    expect(answer.status).toBe(202);
    expect(on(userDialogsNode(ID))[0]).toEqual(
      jasmine.objectContaining({ event: 'POST', requestId: 'r2' }),
    );
  });

  for (const { given, fields, path = ID, as = ID, answer } of [
    { given: 'no action', fields: {}, answer: [400, 'Parameter Missing', 'requestedAction'] },
    {
      given: 'no number',
      fields: { requestedAction: 'MAKE_CALL', fromAddress: ID },
      answer: [400, 'Parameter Missing', 'toAddress'],
    },
    {
      given: "another's extension",
      fields: { requestedAction: 'MAKE_CALL', fromAddress: '1', toAddress: '2' },
      answer: [400, 'Invalid Input', 'fromAddress'],
    },
    {
      given: 'the own number',
      fields: { requestedAction: 'MAKE_CALL', fromAddress: ID, toAddress: ID },
      answer: [400, 'Invalid Destination', ID],
    },
    {
      given: 'an unknown action',
      fields: { requestedAction: 'BARGE_IN' },
      answer: [400, 'Invalid Input', 'requestedAction'],
    },
    {
      given: 'silent monitoring by an agent',
      fields: { requestedAction: 'SILENT_MONITOR', fromAddress: ID, toAddress: IKO },
      answer: [401, 'Unauthorized', ID],
    },
    {
      given: 'breaking in by an agent',
      fields: { requestedAction: 'BARGE_CALL', fromAddress: ID, toAddress: IKO },
      answer: [401, 'Unauthorized', ID],
    },
    {
      given: 'somebody unknown',
      fields: { requestedAction: 'MAKE_CALL' },
      path: '4711',
      answer: [404, 'User Not Found', '4023'],
    },
    {
      given: 'a call in the name of an agent',
      fields: { requestedAction: 'MAKE_CALL' },
      as: SUPERVISOR,
      answer: [401, 'Invalid Authorization User Specified', SUPERVISOR],
    },
    {
      given: 'a call while signed out',
      fields: { requestedAction: 'MAKE_CALL', fromAddress: '1001003', toAddress: '2' },
      path: '1001003',
      as: '1001003',
      answer: [400, 'Invalid State', '1001003'],
    },
  ]) {
    it(`places none with ${given}`, async () => {
      const { post, contactCenter } = await makeRestApi();
      contactCenter.setAgentState(ID, { state: 'NOT_READY' });

      const { status, errorType, errorData } = await post(`User/${path}/Dialogs`, dialog(fields), {
        as,
      });

      expect([status, errorType, errorData]).toEqual(answer);
    });
  }
});

describe('The REST API on supervising calls', () => {
  /** The agent talks, the supervisor is not ready and asks for something. */
  const supervising = async () => {
    const tested = await makeRestApi();
    const { contactCenter, post, settle } = tested;
    contactCenter.setAgentState(SUPERVISOR, { state: 'NOT_READY' });
    contactCenter.setAgentState(ID, { state: 'READY' });
    const placed = contactCenter.createDialog({ from: '+15550100', to: ID, queueId: '41' });
    const dialogId = placed.ok ? placed.value : '';
    contactCenter.switchboard.control.answer({ dialogId, agentId: ID });
    const ask = async (fields: Record<string, string>) => {
      const body = dialog({ fromAddress: SUPERVISOR, toAddress: ID, ...fields });
      const answer = await post(`User/${SUPERVISOR}/Dialogs`, body, { as: SUPERVISOR });
      settle();
      return answer;
    };
    const monitorId = () => contactCenter.user(SUPERVISOR)?.dialogIds[0] ?? '';
    return { ...tested, ask, dialogId, monitorId };
  };

  it('listens, breaks in and drops the agent', async () => {
    const { ask, put, contactCenter, dialogId, monitorId, settle } = await supervising();

    const statuses = [(await ask({ requestedAction: 'SILENT_MONITOR' })).status];
    const associatedDialogUri = `/finesse/api/Dialog/${monitorId()}`;
    statuses.push((await ask({ requestedAction: 'BARGE_CALL', associatedDialogUri })).status);
    const body = dialog({ requestedAction: 'PARTICIPANT_DROP', targetMediaAddress: ID });
    statuses.push((await put(`Dialog/${dialogId}`, body, { as: SUPERVISOR })).status);
    settle();

    expect(statuses).toEqual([202, 202, 202]);
    expect(contactCenter.user(SUPERVISOR)?.dialogIds).toEqual([dialogId]);
    expect(contactCenter.user(ID)?.state).toBe('WORK_READY');
  });

  it('tells the supervisor that the agent is not talking', async () => {
    const { ask, contactCenter, dialogId, on } = await supervising();
    contactCenter.endDialog(dialogId);

    const { status } = await ask({ requestedAction: 'SILENT_MONITOR' });

    const error = on(userDialogsNode(SUPERVISOR)).at(-1)?.data.children[0];
    expect(status).toBe(202);
    expect(error && textOf(error, 'errorType')).toBe('13145');
  });

  for (const { given, fields, answer } of [
    {
      given: 'of another team',
      fields: { requestedAction: 'SILENT_MONITOR', toAddress: IKO },
      answer: [401, 'Invalid Supervisor', IKO],
    },
    {
      given: 'whom nobody knows',
      fields: { requestedAction: 'SILENT_MONITOR', toAddress: '4711' },
      answer: [400, 'Invalid Destination', '4711'],
    },
    {
      given: 'without the monitor',
      fields: { requestedAction: 'BARGE_CALL' },
      answer: [400, 'Parameter Missing', 'associatedDialogUri'],
    },
    {
      given: 'with something that is no dialog',
      fields: { requestedAction: 'BARGE_CALL', associatedDialogUri: '/finesse/api/User/1' },
      answer: [400, 'Invalid Input', 'associatedDialogUri'],
    },
    {
      given: 'with the dialog of another',
      fields: { requestedAction: 'BARGE_CALL', associatedDialogUri: '/finesse/api/Dialog/77001' },
      answer: [404, 'Dialog Not Found', '77001'],
    },
  ]) {
    it(`refuses an agent ${given}: ${fields.requestedAction}`, async () => {
      const { ask } = await supervising();

      const { status, errorType, errorData } = await ask(fields);

      expect([status, errorType, errorData]).toEqual(answer);
    });
  }
});
