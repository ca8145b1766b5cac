import { userMediaNode } from 'finesse-tunnel/protocol';
import { ID, IKO, makeRestApi, SUPERVISOR } from '../testing/make-rest-api';
import { textOf } from './xml-body';

const CHAT = `User/${ID}/Media/5000`;
const media = (fields: string) => `<Media>${fields}</Media>`;
const SIGN_IN = media(
  '<state>LOGIN</state><maxDialogLimit>4</maxDialogLimit><interruptAction>IGNORE</interruptAction>' +
    '<dialogLogoutAction>TRANSFER</dialogLogoutAction>',
);

describe('The REST API on media that are no voice', () => {
  it('lists them, each with the agent signed out at first', async () => {
    const { send } = await makeRestApi();

    const list = await send(`User/${ID}/Media`);
    const chat = await send(CHAT, { as: SUPERVISOR });

    expect(list.body).toMatch(/^<MediaList>\n {2}<Media>/);
    expect(list.body.match(/<state>LOGOUT<\/state>/g)?.length).toBe(2);
    expect(chat.body).toContain('<name>Web_Chat</name>');
    expect(chat.body).toContain('<description>Chat &amp;amp; messaging</description>');
    expect((await send(`User/${ID}/Dialogs/Media`)).body).toBe('<Dialogs/>');
  });

  it('signs in with what the agent chose, and tells it on the node of the media', async () => {
    const { put, settle, on } = await makeRestApi();

    const { status } = await put(CHAT, SIGN_IN, { headers: { requestid: 'm1' } });
    settle();

    const [update] = on(userMediaNode(ID));
    expect(status).toBe(202);
    expect(update).toEqual(
      jasmine.objectContaining({
        event: 'PUT',
        // Not implemented for task routing, says the guide.
        requestId: '',
        source: userMediaNode(ID, '5000'),
      }),
    );
    const told = ['state', 'maxDialogLimit', 'interruptAction', 'dialogLogoutAction'].map(
      (name) => update && textOf(update.data, name),
    );
    expect(update?.data.name).toBe('Media');
    expect(told).toEqual(['NOT_READY', '4', 'IGNORE', 'TRANSFER']);
  });

  it('changes states with their reason, and who may be routed to', async () => {
    const { put, send, settle, contactCenter } = await makeRestApi();
    await put(CHAT, SIGN_IN);
    await put(CHAT, media('<state>READY</state>'));
    settle();
    const place = { userId: ID, mediumId: '5000' };
    const since = contactCenter.media.get(place)?.stateChangeTime;
    await put(CHAT, media('<routable>false</routable>'));
    settle();
    const ready = await send(CHAT);
    expect(contactCenter.media.get(place)?.stateChangeTime).toBe(since);
    await put(CHAT, media('<state>NOT_READY</state><reasonCodeId>31</reasonCodeId>'));
    settle();

    const after = await send(CHAT);
    expect(ready.body).toContain('<state>READY</state>');
    expect(ready.body).toContain('<routable>false</routable>');
    expect(after.body).toContain('<reasonCodeId>31</reasonCodeId>');
    expect(after.body).toContain('<label>');
  });

  for (const { given, before, body, error } of [
    {
      given: 'a second sign-in',
      before: SIGN_IN,
      body: SIGN_IN,
      error: ['Agent already logged into MRD', '1', 'E_ARM_STAT_AGENT_ALREADY_LOGGED_IN', '5000'],
    },
    {
      given: 'a state while signed out',
      before: undefined,
      body: media('<state>READY</state>'),
      error: ['Invalid State', '22', 'CF_INVALID_OBJECT_STATE', '5000'],
    },
  ]) {
    it(`accepts, and refuses by notification: ${given}`, async () => {
      const { put, settle, on } = await makeRestApi();
      if (before !== undefined) {
        await put(CHAT, before);
      }

      const { status } = await put(CHAT, body);
      settle();

      const told = on(userMediaNode(ID)).at(-1)?.data.children[0];
      const names = ['errorType', 'errorData', 'errorMessage', 'errorMedia'];
      expect(status).toBe(202);
      expect(names.map((name) => told && textOf(told, name))).toEqual(error);
    });
  }

  for (const { given, path = CHAT, as = ID, body, answer } of [
    {
      given: 'another user',
      as: IKO,
      body: SIGN_IN,
      answer: [401, 'Invalid Authorization User Specified'],
    },
    {
      given: 'an unknown medium',
      path: `User/${ID}/Media/1`,
      body: SIGN_IN,
      answer: [404, 'Not Found'],
    },
    { given: 'another element', body: '<User/>', answer: [400, 'Bad Request'] },
    { given: 'nothing to do', body: media(''), answer: [400, 'Parameter Missing'] },
    {
      given: 'an unknown state',
      body: media('<state>ACTIVE</state>'),
      answer: [400, 'Invalid Input'],
    },
    {
      given: 'neither true nor false',
      body: media('<routable>yes</routable>'),
      answer: [400, 'Invalid Input'],
    },
    {
      given: 'eleven tasks at a time',
      body: media('<state>LOGIN</state><maxDialogLimit>11</maxDialogLimit>'),
      answer: [400, 'Invalid Input'],
    },
    {
      given: 'an unknown way to be interrupted',
      body: media('<state>LOGIN</state><interruptAction>SHOUT</interruptAction>'),
      answer: [400, 'Invalid Input'],
    },
    {
      given: 'an unknown way to leave',
      body: media('<state>LOGIN</state><dialogLogoutAction>RUN</dialogLogoutAction>'),
      answer: [400, 'Invalid Input'],
    },
  ]) {
    it(`refuses ${given}`, async () => {
      const { put } = await makeRestApi();

      const { status, errorType } = await put(path, body, { as });

      expect([status, errorType]).toEqual(answer);
    });
  }

  it('exists on Unified CCE alone', async () => {
    const { send, put } = await makeRestApi({ deployment: 'uccx' });

    expect((await send(`User/${ID}/Media`)).status).toBe(501);
    expect((await send(CHAT)).status).toBe(501);
    expect((await put(CHAT, SIGN_IN)).status).toBe(501);
  });
});
