import fc from 'fast-check';
import { ID, makeRestApi, SUPERVISOR } from '../testing/make-rest-api';

const PATHS = [
  `User/${ID}`,
  `User/${ID}/Dialogs`,
  `User/${ID}/Media/5000`,
  'Dialog/77001',
  'TeamMessage',
  `User/${ID}/ClientLog`,
];
const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

const name = fc.oneof(
  fc.constantFrom(
    'User',
    'Dialog',
    'Media',
    'TeamMessage',
    'state',
    'requestedAction',
    'extension',
  ),
  fc.constantFrom(
    'targetMediaAddress',
    'mediaProperties',
    'callvariables',
    'teams',
    'actionParams',
  ),
  fc.constantFrom(...PROTOTYPE_NAMES),
);
const word = fc.oneof(
  fc.constantFrom('LOGIN', 'READY', 'LOGOUT', 'MAKE_CALL', 'ANSWER', 'TRANSFER', ID, '-1', '31'),
  fc.constantFrom(...PROTOTYPE_NAMES),
  fc.string().map((text) => text.replaceAll(/[<&]|\]\]>/g, '')),
);
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(name, word).map(([tag, text]) => `<${tag}>${text}</${tag}>`),
    fc
      .tuple(name, fc.array(tie('tree'), { maxLength: 4 }))
      .map(([tag, children]) => `<${tag}>${children.join('')}</${tag}>`),
  ),
}));

describe('The REST API on bad input', () => {
  it('answers any body with an error in its own form, or accepts it', async () => {
    const { send, settle, contactCenter } = await makeRestApi();
    const body = fc.oneof(
      tree,
      fc.string(),
      tree.map((text) => text.slice(0, -3)),
    );
    const request = fc.record({
      path: fc.constantFrom(...PATHS),
      method: fc.constantFrom('PUT', 'POST', 'DELETE'),
      as: fc.constantFrom(ID, SUPERVISOR),
      body,
    });

    await fc.assert(
      fc.asyncProperty(request, async ({ path, ...call }) => {
        const answer = await send(path, call);
        settle();

        expect(answer.status).toBeLessThan(500);
        expect(answer.status === 202 || answer.body.startsWith('<ApiErrors>')).toBeTrue();
      }),
      { numRuns: 300 },
    );

    expect(contactCenter.truth().agents.length).toBe(6);
  });

  it('answers any path and login', async () => {
    const { send } = await makeRestApi();
    const part = fc.oneof(
      fc.constantFrom('User', 'Dialog', 'Team', 'Queue', 'Media', '..', '%2e%2e', '.', '%00', '%'),
      fc.constantFrom(...PROTOTYPE_NAMES),
      fc.webSegment(),
    );

    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 5 }), word, async (parts, as) => {
        const { status } = await send(parts.join('/'), { as });

        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  });

  for (const path of PROTOTYPE_NAMES.flatMap((one) => [
    `User/${one}`,
    `Team/${one}`,
    `Queue/${one}`,
    `Dialog/${one}`,
    `User/${ID}/Media/${one}`,
    `TeamMessage/${one}`,
    `PhoneBook/${one}/Contacts`,
  ])) {
    it(`does not find ${path}`, async () => {
      const { send } = await makeRestApi();

      expect((await send(path)).status).toBe(404);
    });
  }

  it('refuses ten megabytes unread, and answers the next request', async () => {
    const { put, send } = await makeRestApi();

    const { status, errorType } = await put(`User/${ID}`, Buffer.alloc(10_485_760, 0x61));

    expect([status, errorType]).toEqual([400, 'Bad Request']);
    expect((await send(`User/${ID}`)).status).toBe(200);
  });

  for (const contentType of ['application/json', 'text/plain', 'multipart/form-data', '']) {
    it(`refuses a body of type "${contentType}"`, async () => {
      const { put } = await makeRestApi();

      const { status, errorType } = await put(`User/${ID}`, '{}', {
        headers: { 'content-type': contentType },
      });

      expect([status, errorType]).toEqual([400, 'Bad Request']);
    });
  }

  for (const { given, body } of [
    { given: 'a document type', body: '<!DOCTYPE a [<!ENTITY b "c">]><User>&b;</User>' },
    { given: 'an unknown entity', body: '<User><state>&boom;</state></User>' },
    { given: 'half an element', body: '<User><state>READY' },
    { given: 'two roots', body: '<User/><User/>' },
    { given: 'broken UTF-8', body: Buffer.from([0x3c, 0x61, 0xff, 0x3e]) },
    { given: 'a deep tree', body: '<a>'.repeat(5000) },
  ]) {
    it(`refuses ${given}`, async () => {
      const { put } = await makeRestApi();

      const { status, errorType } = await put(`User/${ID}`, body);

      expect([status, errorType]).toEqual([400, 'Bad Request']);
    });
  }
});
