import { userDialogsNode } from 'finesse-tunnel/protocol';
import { dialog, ID, makeRestApi, SUPERVISOR } from '../testing/make-rest-api';
import { textOf } from './xml-body';

describe('The REST API on calls', () => {
  const withCall = async (options: Parameters<typeof makeRestApi>[0] = {}) => {
    const tested = await makeRestApi(options);
    tested.contactCenter.setAgentState(ID, { state: 'READY' });
    const placed = tested.contactCenter.createDialog({
      from: '+15550100',
      to: ID,
      queueId: '41',
    });
    const dialogId = placed.ok ? placed.value : '';
    const act = async (requestedAction: string, more: Record<string, string> = {}) => {
      const fields = { requestedAction, targetMediaAddress: ID, ...more };
      const answer = await tested.put(`Dialog/${dialogId}`, dialog(fields));
      tested.settle();
      return answer;
    };
    return { ...tested, dialogId, act };
  };

  it('lets the agent answer, hold, retrieve and drop', async () => {
    const { act, state } = await withCall();
    const states: unknown[] = [];
    for (const action of ['ANSWER', 'HOLD', 'RETRIEVE', 'DROP']) {
      states.push((await act(action)).status, state());
    }

    expect(states).toEqual([202, 'TALKING', 202, 'HOLD', 202, 'TALKING', 202, 'WORK_READY']);
  });

  it('changes call data', async () => {
    const { act, dialogId, send } = await withCall();
    const variable =
      '<CallVariable><name>callVariable3</name><value>A &amp; B</value></CallVariable>';

    await act('UPDATE_CALL_DATA', {
      mediaProperties: `<wrapUpReason>Solved</wrapUpReason><callvariables>${variable}</callvariables>`,
    });

    const { body } = await send(`Dialog/${dialogId}`);
    expect(body).toContain('<wrapUpReason>Solved</wrapUpReason>');
    expect(body).toContain('<value>A &amp; B</value>');
  });

  it('tells by notification what the call does not allow', async () => {
    const { act, on } = await withCall();

    const { status } = await act('RETRIEVE');

    const error = on(userDialogsNode(ID)).at(-1)?.data.children[0];
    expect(status).toBe(202);
    expect(error && textOf(error, 'errorType')).toBe('Generic Error');
    expect(error && textOf(error, 'errorData')).toBe('4047');
  });

  for (const action of ['CONSULT_CALL', 'TRANSFER', 'TRANSFER_SST', 'CONFERENCE', 'SEND_DTMF']) {
    it(`says that ${action} is not implemented`, async () => {
      const { act } = await withCall();

      const { status, errorType } = await act(action);

      expect([status, errorType]).toEqual([501, 'Not Implemented']);
    });
  }

  for (const { given, fields, answer } of [
    { given: 'no action', fields: {}, answer: [400, 'Parameter Missing', 'requestedAction'] },
    {
      given: 'no address',
      fields: { requestedAction: 'ANSWER' },
      answer: [400, 'Parameter Missing', 'targetMediaAddress'],
    },
    {
      given: "another's address",
      fields: { requestedAction: 'ANSWER', targetMediaAddress: '1001002' },
      answer: [400, 'Invalid Input', 'targetMediaAddress'],
    },
    {
      given: 'an unknown action',
      fields: { requestedAction: 'toString', targetMediaAddress: ID },
      answer: [400, 'Invalid Input', 'requestedAction'],
    },
    {
      given: 'call data without data',
      fields: { requestedAction: 'UPDATE_CALL_DATA' },
      answer: [400, 'Parameter Missing', 'mediaProperties'],
    },
  ]) {
    it(`refuses ${given}`, async () => {
      const { put, dialogId } = await withCall();

      const { status, errorType, errorData } = await put(`Dialog/${dialogId}`, dialog(fields));

      expect([status, errorType, errorData]).toEqual(answer);
    });
  }

  it('shows a call to those in it and their supervisor, and lets only those in it act', async () => {
    const { send, put, dialogId } = await withCall();
    const answer = dialog({ requestedAction: 'ANSWER', targetMediaAddress: ID });

    const seen = [ID, SUPERVISOR, '1001003'].map(async (as) => {
      return (await send(`Dialog/${dialogId}`, { as })).status;
    });

    expect(await Promise.all(seen)).toEqual([200, 200, 401]);
    expect((await put(`Dialog/${dialogId}`, answer, { as: SUPERVISOR })).status).toBe(401);
    expect((await send('Dialog/1')).errorType).toBe('Dialog Not Found');
    expect((await put('Dialog/1', answer)).errorType).toBe('Dialog Not Found');
    expect((await put(`Dialog/${dialogId}`, '<Call/>')).errorType).toBe('Bad Request');
  });

  it('lists the calls of an agent, and none', async () => {
    const { send } = await withCall();

    expect((await send(`User/${ID}/Dialogs`)).body).toMatch(/^<Dialogs>\n {2}<Dialog>/);
    expect((await send('User/1001002/Dialogs', { as: '1001002' })).body).toBe('<Dialogs/>');
  });

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
      given: 'silent monitoring',
      fields: { requestedAction: 'SILENT_MONITOR' },
      answer: [501, 'Not Implemented', 'SILENT_MONITOR'],
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
