import { toBase64 } from './base64';
import { NS_BIND, NS_SASL, NS_SESSION, NS_STREAMS } from './namespaces';
import { randomDigits } from './random-digits';
import { type ScramAccount, scramFirstMessage, scramProof } from './scram';
import { elementsOf, escapeText, writeElement } from './stanzas';

/** Why signing in failed, in the words of a STATUS message. */
export type SignInFailure = 'unauthorized' | 'conflict' | 'disconnected';

/** The stream as signing in sees it: one word after the other. */
export interface Exchange {
  send(stanza: string): void;
  restart(): void;
  /** The next element of the server that is no answer to an iq, whenever it comes. */
  next(): Promise<Element>;
  /** Sets something by an iq; gives the answer, fails where it is refused. */
  ask(content: string): Promise<Element>;
  /** Ends the attempt; `why` holds no secret. Throws, so that nothing follows. */
  fail(status: SignInFailure, why: string): never;
}

/** Who signs in, and how much the road is trusted. */
export interface SignInAccount extends ScramAccount {
  readonly resource: string;
  /** Whether the password may be sent as it is: over TLS, to this machine, or where the administrator says so. */
  readonly mayUsePlain: boolean;
}

/**
 * Signs in: authenticate, open the stream anew, bind a resource, open a session if the server insists.
 *
 * @returns The full JID the server gave us, which need not be the one we asked for.
 */
export async function signIn(exchange: Exchange, account: SignInAccount): Promise<string> {
  await authenticate(exchange, account);
  exchange.restart();
  const features = await expectElement(exchange, NS_STREAMS, 'features');
  const resource = writeElement('resource', {}, escapeText(account.resource));
  const answer = await exchange.ask(writeElement('bind', { xmlns: NS_BIND }, resource));
  // RFC 3921 §3; RFC 6121 made it optional.
  const [session] = elementsOf(features, 'session', NS_SESSION);
  if (session && !elementsOf(session, 'optional').length) {
    await exchange.ask(writeElement('session', { xmlns: NS_SESSION }));
  }
  const [jid] = elementsOf(answer, 'jid', NS_BIND);
  return jid ? textOf(jid) : exchange.fail('disconnected', 'not bound');
}

async function authenticate(exchange: Exchange, account: SignInAccount): Promise<void> {
  const features = await expectElement(exchange, NS_STREAMS, 'features');
  const offered = elementsOf(features, 'mechanism', NS_SASL).map(textOf);
  // Outside secure contexts the browser has no WebCrypto, so no SCRAM either.
  const canScram = (crypto.subtle as SubtleCrypto | undefined) !== undefined;
  const hash = ['SHA-256', 'SHA-1'].find((name) => offered.includes(`SCRAM-${name}`));
  if (canScram && hash) {
    await useScram(exchange, account, hash);
  } else if (offered.includes('PLAIN') && account.mayUsePlain) {
    // RFC 4616. The identity to act for stays empty, as every server takes it so; RFC 6120 §6.3.8 advises it.
    begin(exchange, 'PLAIN', `\0${account.user}\0${account.password}`);
    await expectElement(exchange, NS_SASL, 'success');
  } else {
    exchange.fail('unauthorized', `no safe mechanism in ${offered.join(' ')}`);
  }
}

async function useScram(exchange: Exchange, account: ScramAccount, hash: string): Promise<void> {
  const nonce = randomDigits(4);
  begin(exchange, `SCRAM-${hash}`, `n,,${scramFirstMessage(account.user, nonce)}`);
  const challenge = decodeText(await expectElement(exchange, NS_SASL, 'challenge'));
  const proof = await scramProof(hash, { ...account, nonce }, challenge).catch((error: unknown) =>
    exchange.fail('unauthorized', String(error)),
  );
  respond(exchange, proof.message);
  const last = await expectElement(exchange, NS_SASL, 'success', 'challenge');
  const verdict = decodeText(last);
  if (last.localName === 'challenge') {
    // RFC 6120 §6.3.10: a server may put its last word into a challenge of its own.
    respond(exchange, '');
    await expectElement(exchange, NS_SASL, 'success');
  }
  if (verdict.split(',')[0] !== `v=${proof.serverSignature}`) {
    exchange.fail('unauthorized', 'false server');
  }
}

/** RFC 6120 §6.4.2. */
function begin(exchange: Exchange, mechanism: string, text: string): void {
  exchange.send(writeElement('auth', { xmlns: NS_SASL, mechanism }, toBase64(text)));
}

/** RFC 6120 §6.4.4. */
function respond(exchange: Exchange, text: string): void {
  exchange.send(writeElement('response', { xmlns: NS_SASL }, toBase64(text)));
}

async function expectElement(
  exchange: Exchange,
  namespace: string,
  ...names: readonly string[]
): Promise<Element> {
  const answer = await exchange.next();
  const { localName } = answer;
  if (answer.namespaceURI === namespace && names.includes(localName)) {
    return answer;
  }
  const condition = localName === 'failure' ? answer.firstElementChild?.localName : undefined;
  // RFC 6120 §6.5.11: the only failure that says nothing about the password.
  const isWrong = condition && condition !== 'temporary-auth-failure';
  return exchange.fail(isWrong ? 'unauthorized' : 'disconnected', condition ?? localName);
}

function decodeText(element: Element): string {
  const text = textOf(element);
  return text === '=' ? '' : atob(text);
}

function textOf(element: Element): string {
  return element.textContent.trim();
}
