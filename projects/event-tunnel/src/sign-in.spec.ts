import { toBase64 } from './base64';
import { scramProof } from './scram';
import { type Exchange, signIn, type SignInFailure } from './sign-in';
import { settled } from './testing/settled';

const STREAM = "xmlns:stream='http://etherx.jabber.org/streams'";
const SASL = "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'";
const BIND = "xmlns='urn:ietf:params:xml:ns:xmpp-bind'";
const SUCCESS = `<success ${SASL}/>`;
const ACCOUNT = { user: '1001001', password: 'p\u00e4ss', resource: 'desk&', mayUsePlain: true };

function features(content: string): string {
  return `<stream:features ${STREAM}>${content}</stream:features>`;
}

function offer(...names: string[]): string {
  const list = names.map((name) => `<mechanism>${name}</mechanism>`).join('');
  return features(`<mechanisms ${SASL}>${list}</mechanisms>`);
}

const BOUND = `<iq type='result'><bind ${BIND}><jid> a@b/desk </jid></bind></iq>`;

function setup(account = ACCOUNT) {
  const sent: string[] = [];
  const queue: string[] = [];
  const waiting: ((element: Element) => void)[] = [];
  const flush = () => {
    while (waiting.length > 0 && queue.length > 0) {
      const text = queue.shift() ?? '';
      waiting.shift()?.(new DOMParser().parseFromString(text, 'text/xml').documentElement);
    }
  };
  const next = (): Promise<Element> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      flush();
    });
  const exchange: Exchange = {
    next,
    send: (stanza) => sent.push(stanza),
    restart: () => sent.push('RESTART'),
    ask: (content) => {
      sent.push(content);
      return next();
    },
    fail: (status, why) => {
      throw new Failure(status, why);
    },
  };
  const says = (...texts: string[]) => {
    queue.push(...texts);
    flush();
  };
  return { sent, says, done: signIn(exchange, account) };
}

class Failure extends Error {
  constructor(
    readonly status: SignInFailure,
    why: string,
  ) {
    super(why);
  }
}

async function failure(done: Promise<string>): Promise<Failure> {
  const error: unknown = await done.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Failure) {
    return error;
  }
  throw new Error(`no failure of ours: ${String(error)}`);
}

describe('signIn', () => {
  it('authenticates, restarts, binds, and gives the JID of the server', async () => {
    const { sent, says, done } = setup();

    says(offer('PLAIN'), SUCCESS, features(`<bind ${BIND}/>`), BOUND);

    expect(await done).toBe('a@b/desk');
    expect(sent[0]).toContain(`mechanism='PLAIN'>${toBase64('\0' + '1001001\0p\u00e4ss')}<`);
    expect(sent[1]).toBe('RESTART');
    expect(sent[2]).toContain('<resource>desk&#38;</resource>');
    expect(sent.length).toBe(3);
  });

  it('opens a session where the server insists', async () => {
    const { sent, says, done } = setup();
    const session = `<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/>`;

    says(offer('PLAIN'), SUCCESS, features(`<bind ${BIND}/>${session}`), BOUND);
    says("<iq type='result'/>");

    await done;
    expect(sent[3]).toContain('xmpp-session');
  });

  it('opens no session that is optional', async () => {
    const { sent, says, done } = setup();
    const session = `<session xmlns='urn:ietf:params:xml:ns:xmpp-session'><optional/></session>`;

    says(offer('PLAIN'), SUCCESS, features(`<bind ${BIND}/>${session}`), BOUND);

    await done;
    expect(sent.length).toBe(3);
  });

  for (const { offered, chosen } of [
    { offered: ['PLAIN', 'SCRAM-SHA-1', 'SCRAM-SHA-256'], chosen: 'SCRAM-SHA-256' },
    { offered: ['PLAIN', 'SCRAM-SHA-1'], chosen: 'SCRAM-SHA-1' },
    { offered: ['DIGEST-MD5', 'PLAIN'], chosen: 'PLAIN' },
  ]) {
    it(`chooses ${chosen} out of ${offered.join(', ')}`, async () => {
      const { sent, says } = setup();

      says(offer(...offered));

      await settled(() => sent.length > 0);
      expect(sent[0]).toContain(`mechanism='${chosen}'`);
    });
  }

  it('never sends a password over an open road', async () => {
    const { sent, says, done } = setup({ ...ACCOUNT, mayUsePlain: false });

    says(offer('PLAIN'));

    expect((await failure(done)).status).toBe('unauthorized');
    expect(sent).toEqual([]);
  });

  for (const { condition, status } of [
    { condition: 'not-authorized', status: 'unauthorized' },
    { condition: 'account-disabled', status: 'unauthorized' },
    { condition: 'temporary-auth-failure', status: 'disconnected' },
  ]) {
    it(`reports ${status} on the SASL failure ${condition}`, async () => {
      const { says, done } = setup();

      says(offer('PLAIN'), `<failure ${SASL}><${condition}/><text>words</text></failure>`);

      const error = await failure(done);
      expect(error.status as string).toBe(status);
      expect(error.message).toBe(condition);
    });
  }

  for (const { given, answers } of [
    { given: 'no features', answers: ['<iq/>'] },
    {
      given: 'a bind without JID',
      answers: [offer('PLAIN'), SUCCESS, features(''), "<iq type='result'/>"],
    },
    { given: 'no SASL', answers: [offer('PLAIN'), '<success/>'] },
  ]) {
    it(`reports disconnected on ${given}`, async () => {
      const { says, done } = setup();

      says(...answers);

      expect((await failure(done)).status).toBe('disconnected');
    });
  }
});

describe('signIn by SCRAM', () => {
  async function challenged() {
    const { sent, says, done } = setup();
    says(offer('SCRAM-SHA-256'));
    await settled(() => sent.length === 1);
    const first = atob(/>([^<]+)</.exec(sent[0] ?? '')?.[1] ?? '');
    const nonce = /r=(.+)$/.exec(first)?.[1] ?? '';
    const challenge = `r=${nonce}server,s=${btoa('salt')},i=4096`;
    says(`<challenge ${SASL}>${btoa(challenge)}</challenge>`);
    await settled(() => sent.length === 2);
    const proof = await scramProof('SHA-256', { ...ACCOUNT, nonce }, challenge);
    return { sent, says, done, proof };
  }

  it('proves the password and takes the proof of the server', async () => {
    const { sent, says, done, proof } = await challenged();

    says(`<success ${SASL}>${btoa(`v=${proof.serverSignature}`)}</success>`);
    says(features(`<bind ${BIND}/>`), BOUND);

    expect(await done).toBe('a@b/desk');
    expect(sent[1]).toContain(toBase64(proof.message));
    expect(sent.join('')).not.toContain('p\u00e4ss');
  });

  it('takes the proof out of a challenge, too', async () => {
    const { sent, says, done, proof } = await challenged();

    says(`<challenge ${SASL}>${btoa(`v=${proof.serverSignature}`)}</challenge>`);
    says(SUCCESS, features(`<bind ${BIND}/>`), BOUND);

    expect(await done).toBe('a@b/desk');
    expect(sent[2]).toMatch(/<response [^>]+\/>/);
  });

  for (const verdict of ['', btoa('v=AAAA'), btoa('e=other-error'), '=']) {
    it(`refuses a server that proves nothing ("${verdict}")`, async () => {
      const { says, done } = await challenged();

      says(`<success ${SASL}>${verdict}</success>`);

      expect((await failure(done)).status).toBe('unauthorized');
    });
  }

  it('refuses a challenge that is not for us', async () => {
    const { sent, says, done } = setup();

    says(offer('SCRAM-SHA-1'), `<challenge ${SASL}>${btoa('r=x,s=QQ==,i=4096')}</challenge>`);

    expect((await failure(done)).status).toBe('unauthorized');
    expect(sent.length).toBe(1);
  });
});
