import { dialogNode, userDialogsNode } from 'finesse-tunnel/protocol';
import { dialog, ID, IKO, makeRestApi, SUPERVISOR } from '../testing/make-rest-api';
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

  it('consults, comes back, consults again and makes a conference', async () => {
    const { act, put, contactCenter, settle } = await withCall();
    contactCenter.setAgentState(IKO, { state: 'READY' });
    await act('ANSWER');
    const statuses = [(await act('CONSULT_CALL', { toAddress: IKO })).status];
    const consultId = contactCenter.user(IKO)?.dialogIds[0] ?? '';
    const answer = dialog({ requestedAction: 'ANSWER', targetMediaAddress: IKO });
    statuses.push((await put(`Dialog/${consultId}`, answer, { as: IKO })).status);
    settle();

    statuses.push((await act('CONFERENCE')).status);

    expect(statuses).toEqual([202, 202, 202]);
    expect(contactCenter.user(IKO)?.dialogIds.length).toBe(1);
    expect(contactCenter.user(IKO)?.dialogIds).toEqual(contactCenter.user(ID)?.dialogIds ?? []);
  });

  it('transfers, with or without asking first', async () => {
    const { act, contactCenter, state } = await withCall();
    contactCenter.setAgentState(IKO, { state: 'READY' });
    await act('ANSWER');

    const { status } = await act('TRANSFER_SST', { toAddress: IKO });
    const refused = await act('TRANSFER');

    expect([status, refused.status]).toEqual([202, 202]);
    expect(state()).toBe('WORK_READY');
    expect(contactCenter.user(IKO)?.state).toBe('RESERVED');
  });

  it('sends tones and tells so with the id of the request', async () => {
    const { act, put, on, dialogId, settle } = await withCall();
    await act('ANSWER');
    const tone = (value: string) =>
      dialog({
        requestedAction: 'SEND_DTMF',
        targetMediaAddress: ID,
        actionParams: `<ActionParam><name>dtmfString</name><value>${value}</value></ActionParam>`,
      });

    const { status } = await put(`Dialog/${dialogId}`, tone('12*#'), {
      headers: { requestid: 'tones' },
    });
    settle();

    expect(status).toBe(202);
    expect(on(userDialogsNode(ID)).at(-1)).toEqual(
      jasmine.objectContaining({ event: 'PUT', requestId: 'tones' }),
    );
    expect((await put(`Dialog/${dialogId}`, tone('one'))).errorData).toBe('dtmfString');
    expect((await act('SEND_DTMF')).errorType).toBe('Parameter Missing');
  });

  it('tells every change on the node of the call itself', async () => {
    const { act, on, dialogId } = await withCall();

    await act('ANSWER');
    await act('DROP');

    const told = on(dialogNode(dialogId)).map(({ event, source, data }) => [
      event,
      source,
      data.name,
      textOf(data, 'state'),
    ]);
    const source = dialogNode(dialogId);
    expect(told).toEqual([
      ['PUT', source, 'dialog', 'ALERTING'],
      ['PUT', source, 'dialog', 'ACTIVE'],
      ['PUT', source, 'dialog', 'ACTIVE'],
      ['PUT', source, 'dialog', 'DROPPED'],
      ['PUT', source, 'dialog', 'DROPPED'],
    ]);
  });

  it('records on Unified CCX alone', async () => {
    const ccx = await withCall({ deployment: 'uccx' });
    await ccx.act('ANSWER');
    const cce = await withCall();

    expect((await ccx.act('START_RECORDING')).status).toBe(202);
    expect((await cce.act('START_RECORDING')).errorType).toBe('Not Implemented');
  });

  it('tells by notification that a voice call knows no nonvoice action', async () => {
    const { act, on } = await withCall();

    const { status } = await act('ACCEPT');

    const error = on(userDialogsNode(ID)).at(-1)?.data.children[0];
    expect(status).toBe(202);
    expect(error && textOf(error, 'errorMessage')).toBe(`INVALID_ACTION ACCEPT on extension ${ID}`);
  });

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
      given: 'a consultation with nobody',
      fields: { requestedAction: 'CONSULT_CALL', targetMediaAddress: ID },
      answer: [400, 'Parameter Missing', 'toAddress'],
    },
    {
      given: 'a transfer to oneself',
      fields: { requestedAction: 'TRANSFER_SST', targetMediaAddress: ID, toAddress: ID },
      answer: [400, 'Invalid Destination', ID],
    },
    {
      given: 'dropping a party by an agent',
      fields: { requestedAction: 'PARTICIPANT_DROP', targetMediaAddress: '+15550100' },
      answer: [401, 'Unauthorized', ID],
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
});
