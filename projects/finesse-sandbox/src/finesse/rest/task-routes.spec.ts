import { dialogNode, userMediaDialogsNode, userMediaNode } from 'finesse-tunnel/protocol';
import { dialog, ID, IKO, makeRestApi, SUPERVISOR } from '../testing/make-rest-api';
import type { TestedUpdate } from '../testing/make-contact-center';
import { type BodyElement, childOf, textOf } from './xml-body';

const LETTERS = '5001';
const TASKS = userMediaDialogsNode(ID);

/** An agent signed in and ready for letters, three at a time. */
async function makeReady(options: { readonly logoutAction?: string; readonly also?: string } = {}) {
  const tested = await makeRestApi();
  const { put, settle } = tested;
  for (const as of [ID, ...(options.also === undefined ? [] : [options.also])]) {
    const path = `User/${as}/Media/${LETTERS}`;
    await put(
      path,
      '<Media><state>LOGIN</state><maxDialogLimit>3</maxDialogLimit>' +
        `<dialogLogoutAction>${options.logoutAction ?? 'CLOSE'}</dialogLogoutAction></Media>`,
      { as },
    );
    settle();
    await put(path, '<Media><state>READY</state></Media>', { as });
    settle();
  }
  tested.published.length = 0;
  const arrive = (agentId?: string) => {
    const result = tested.contactCenter.tasks.arrive({
      mediumId: LETTERS,
      variables: [{ name: 'callVariable1', value: 'Fish & chips' }],
      ...(agentId === undefined ? {} : { agentId }),
    });
    return result.ok ? result.value : '';
  };
  const act = async (id: string, requestedAction: string, more: Record<string, string> = {}) => {
    const body = dialog({ requestedAction, targetMediaAddress: ID, ...more });
    const answer = await put(`Dialog/${id}`, body);
    settle();
    return answer;
  };
  const mediaState = () => tested.contactCenter.media.get({ userId: ID, mediumId: LETTERS })?.state;
  return { ...tested, arrive, act, mediaState };
}

/** `dialog` itself, or the `Dialog` in `dialogs`. */
function dialogOf({ data }: TestedUpdate): BodyElement | undefined {
  return data.name === 'dialogs' ? data.children[0] : data;
}

function stories(updates: readonly TestedUpdate[]): readonly string[] {
  return updates.map((update) => {
    const told = dialogOf(update);
    return `${update.event} ${(told && textOf(told, 'state')) ?? ''}`;
  });
}

function actionsIn(body: string): readonly string[] {
  return [...body.matchAll(/<action>(\w+)<\/action>/g)].map(([, action]) => action ?? '');
}

describe('The REST API on nonvoice tasks', () => {
  it('offers a task to who is ready, in the form of a dialog without the fields of calls', async () => {
    const { arrive, on, send, mediaState } = await makeReady();

    const id = arrive();

    const [offered] = on(TASKS);
    const list = await send(`User/${ID}/Dialogs/Media`);
    expect(id).toMatch(/^\d+_\d+_\d+$/);
    expect(offered).toEqual(jasmine.objectContaining({ event: 'POST', source: TASKS }));
    expect(offered?.data.name).toBe('dialogs');
    expect(list.body).toContain(`<id>${id}</id>`);
    expect(list.body).toContain('<mediaType>Email</mediaType>');
    expect(list.body).toContain('<value>Fish &amp; chips</value>');
    expect(list.body).not.toMatch(/callType|mediaAddressType/);
    expect(actionsIn(list.body)).toEqual(['ACCEPT']);
    expect(mediaState()).toBe('RESERVED');
  });

  it('lets its agent work on it, each step told with what may follow', async () => {
    const { arrive, act, on, send, mediaState } = await makeReady();
    const id = arrive();
    const states = [];
    const actions = [];

    for (const action of ['ACCEPT', 'START', 'PAUSE', 'RESUME', 'WRAP_UP']) {
      const { status } = await act(id, action);
      states.push(`${status.toString()} ${mediaState() ?? ''}`);
      actions.push(actionsIn((await send(`Dialog/${id}`)).body).join(' '));
    }
    await act(id, 'CLOSE');

    expect(states).toEqual(['202 ACTIVE', '202 ACTIVE', '202 PAUSED', '202 ACTIVE', '202 WORK']);
    expect(actions).toEqual([
      'START CLOSE TRANSFER',
      'PAUSE WRAP_UP CLOSE TRANSFER',
      'RESUME WRAP_UP CLOSE TRANSFER',
      'PAUSE WRAP_UP CLOSE TRANSFER',
      'CLOSE',
    ]);
    expect(stories(on(TASKS))).toEqual([
      'POST OFFERED',
      'PUT ACCEPTED',
      'PUT ACTIVE',
      'PUT PAUSED',
      'PUT ACTIVE',
      'PUT WRAPPING_UP',
      'DELETE CLOSED',
    ]);
    expect(on(TASKS)[1]?.source).toBe(dialogNode(id));
    expect(on(dialogNode(id)).length).toBe(5);
    expect(mediaState()).toBe('READY');
    expect((await send(`Dialog/${id}`)).status).toBe(404);
  });

  it('passes a task on to somebody else, blind', async () => {
    const { arrive, act, on } = await makeReady({ also: IKO });
    const id = arrive(ID);
    await act(id, 'ACCEPT');

    await act(id, 'TRANSFER', { toAddress: 'letters' });

    expect(stories(on(TASKS)).at(-1)).toBe('DELETE ACCEPTED');
    expect(stories(on(userMediaDialogsNode(IKO)))).toEqual(['POST OFFERED']);
  });

  it('takes a task back that nobody accepts, and makes the agent not ready', async () => {
    const { arrive, clock, on, mediaState, contactCenter } = await makeReady();
    const id = arrive();

    clock.advance(30_000);

    expect(stories(on(TASKS))).toEqual(['POST OFFERED', 'DELETE OFFERED']);
    expect(mediaState()).toBe('NOT_READY');
    expect(contactCenter.truth().tasks).toEqual([
      { id, mediaId: LETTERS, state: 'OFFERED', agentId: null },
    ]);
  });

  for (const { logoutAction, left } of [
    { logoutAction: 'CLOSE', left: [] },
    { logoutAction: 'TRANSFER', left: ['OFFERED'] },
  ]) {
    it(`ends what is open at sign-out as the agent chose: ${logoutAction}`, async () => {
      const { arrive, act, put, settle, contactCenter, mediaState } = await makeReady({
        logoutAction,
      });
      await act(arrive(), 'ACCEPT');

      await put(`User/${ID}/Media/${LETTERS}`, '<Media><state>LOGOUT</state></Media>');
      settle();

      expect(contactCenter.truth().tasks.map(({ state }): string => state)).toEqual(left);
      expect(mediaState()).toBe('LOGOUT');
    });
  }

  it('gives no more than the agent takes, and the rest as soon as one is done', async () => {
    const { arrive, act, contactCenter } = await makeReady();
    const [first] = [arrive(), arrive(), arrive(), arrive()];
    const before = contactCenter.tasks.of(ID).length;
    await act(first, 'ACCEPT');

    await act(first, 'CLOSE');

    expect(before).toBe(3);
    expect(contactCenter.tasks.of(ID).length).toBe(3);
    expect(contactCenter.truth().tasks.length).toBe(3);
  });

  it('tells an interruption by a call on the node of the media alone, and allows nothing meanwhile', async () => {
    const { arrive, act, on, published, contactCenter, mediaState } = await makeReady();
    const id = arrive();
    await act(id, 'ACCEPT');
    await act(id, 'START');
    published.length = 0;

    contactCenter.setAgentState(ID, { state: 'TALKING' });
    const during = mediaState();
    const silent = on(TASKS).length;
    await act(id, 'PAUSE');
    contactCenter.setAgentState(ID, { state: 'READY' });

    const refusal = on(TASKS)[0]?.data.children[0];
    const told = on(userMediaNode(ID)).map(({ data }) => textOf(data, 'state'));
    expect([during, silent]).toEqual(['INTERRUPTED', 0]);
    expect(refusal && textOf(refusal, 'errorData')).toBe('4047');
    expect(refusal && textOf(refusal, 'errorMedia')).toBe(LETTERS);
    expect(told).toEqual(['INTERRUPTED', 'ACTIVE']);
  });

  it('sets the options anew when an agent signs in again, and refuses it all the same', async () => {
    const { put, settle, on, contactCenter } = await makeReady();

    await put(
      `User/${ID}/Media/${LETTERS}`,
      '<Media><state>LOGIN</state><maxDialogLimit>7</maxDialogLimit></Media>',
    );
    settle();

    const place = { userId: ID, mediumId: LETTERS };
    expect(on(userMediaNode(ID))[0]?.data.name).toBe('apiErrors');
    expect(contactCenter.media.get(place)).toEqual(
      jasmine.objectContaining({ state: 'READY', maxDialogLimit: 7 }),
    );
  });

  it('signs out of the media who lost the desktop', async () => {
    const { contactCenter, clock, mediaState } = await makeReady();
    contactCenter.presenceChanged(ID, true);

    contactCenter.presenceChanged(ID, false, 'lost');
    clock.advance(179_900);
    const before = mediaState();
    clock.advance(200);

    expect([before, mediaState()]).toEqual(['READY', 'LOGOUT']);
  });

  it('forgets tasks at a reset, and tells it', async () => {
    const { arrive, on, contactCenter } = await makeReady();
    arrive();

    contactCenter.reset();

    expect(stories(on(TASKS))).toEqual(['POST OFFERED', 'DELETE CLOSED']);
    expect(contactCenter.truth().tasks).toEqual([]);
  });

  for (const { given, body, as = ID, answer } of [
    { given: 'another agent', as: IKO, body: {}, answer: [401, 'Unauthorized'] },
    { given: 'a supervisor', as: SUPERVISOR, body: {}, answer: [401, 'Unauthorized'] },
    {
      given: 'an action of calls',
      body: { requestedAction: 'HOLD' },
      answer: [400, 'Invalid Input'],
    },
    {
      given: 'somebody else’s address',
      body: { targetMediaAddress: IKO },
      answer: [400, 'Invalid Input'],
    },
    {
      given: 'a transfer to nowhere',
      body: { requestedAction: 'TRANSFER' },
      answer: [400, 'Parameter Missing'],
    },
  ]) {
    it(`refuses ${given}`, async () => {
      const { arrive, put } = await makeReady();
      const fields = { requestedAction: 'ACCEPT', targetMediaAddress: ID, ...body };

      const { status, errorType } = await put(`Dialog/${arrive()}`, dialog(fields), { as });

      expect([status, errorType]).toEqual(answer);
    });
  }

  it('refuses by notification what the state of the task does not allow', async () => {
    const { arrive, act, on } = await makeReady();

    const { status } = await act(arrive(), 'START');

    const refusal = on(TASKS).at(-1)?.data;
    expect(status).toBe(202);
    expect(refusal?.name).toBe('apiErrors');
    expect(refusal && childOf(refusal, 'apiError')).toBeDefined();
  });
});
