import { fromBase64, toBase64 } from './base64';
import { NS_BIND, NS_SASL, NS_SESSION, NS_STREAMS } from './namespaces';
import { type ScramAccount, scramFirstMessage, scramProof } from './scram';
import { bindRequest, iq, type IqRequest, saslAuth, saslResponse, sessionRequest } from './stanzas';

/** Why signing in failed, in the words of a STATUS message. */
export type SignInFailure = 'unauthorized' | 'conflict' | 'disconnected';

/** A sign-in that failed; its message holds no secret. */
export class SignInError extends Error {
  constructor(
    readonly status: SignInFailure,
    why: string,
  ) {
    super(why);
  }
}

/** The stream as signing in sees it: one word after the other. */
export interface Exchange {
  send(stanza: string): void;
  restart(): void;
  /** The next element of the server, whenever it comes. */
  next(): Promise<Element>;
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
  const features = await readFeatures(exchange);
  const jid = await bind(exchange, account.resource);
  const session = features.getElementsByTagNameNS(NS_SESSION, 'session')[0];
  if (session?.getElementsByTagName('optional').length === 0) {
    await ask(exchange, 'session', sessionRequest());
  }
  return jid;
}

async function authenticate(exchange: Exchange, account: SignInAccount): Promise<void> {
  const features = await readFeatures(exchange);
  const offered = Array.from(features.getElementsByTagNameNS(NS_SASL, 'mechanism'), textOf);
  // Outside secure contexts the browser has no WebCrypto, so no SCRAM either.
  const canScram = (globalThis.crypto.subtle as SubtleCrypto | undefined) !== undefined;
  const scram = ['SCRAM-SHA-256', 'SCRAM-SHA-1'].find((name) => offered.includes(name));
  if (canScram && scram) {
    await useScram(exchange, account, scram);
  } else if (offered.includes('PLAIN') && account.mayUsePlain) {
    await usePlain(exchange, account);
  } else {
    throw new SignInError('unauthorized', `no safe mechanism in ${offered.join(' ')}`);
  }
}

/** RFC 4616. The identity to act for stays empty, as every server takes it so; RFC 6120 §6.3.8 advises it. */
async function usePlain(exchange: Exchange, { user, password }: ScramAccount): Promise<void> {
  exchange.send(saslAuth('PLAIN', toBase64(`\0${user}\0${password}`)));
  await readSasl(exchange, 'success');
}

async function useScram(
  exchange: Exchange,
  account: ScramAccount,
  mechanism: string,
): Promise<void> {
  const nonce = toBase64(crypto.getRandomValues(new Uint8Array(18)));
  exchange.send(saslAuth(mechanism, toBase64(scramFirstMessage(account.user, nonce))));
  const challenge = decodeText(await readSasl(exchange, 'challenge'));
  const hash = mechanism.slice('SCRAM-'.length);
  const proof = await scramProof(hash, { ...account, nonce }, challenge).catch((error: unknown) => {
    throw new SignInError('unauthorized', String(error));
  });
  exchange.send(saslResponse(toBase64(proof.message)));
  let last = await readSasl(exchange, 'success', 'challenge');
  const verdict = decodeText(last);
  if (last.localName === 'challenge') {
    // RFC 6120 §6.3.10: a server may put its last word into a challenge of its own.
    exchange.send(saslResponse(''));
    last = await readSasl(exchange, 'success');
  }
  if (verdict.split(',')[0] !== `v=${proof.serverSignature}`) {
    throw new SignInError('unauthorized', 'false server');
  }
}

async function readSasl(exchange: Exchange, ...names: string[]): Promise<Element> {
  const answer = await exchange.next();
  if (answer.namespaceURI === NS_SASL && names.includes(answer.localName)) {
    return answer;
  }
  const condition =
    answer.localName === 'failure' ? answer.firstElementChild?.localName : undefined;
  // RFC 6120 §6.5.11: the only failure that says nothing about the password.
  const isTemporary = condition === undefined || condition === 'temporary-auth-failure';
  const status = isTemporary ? 'disconnected' : 'unauthorized';
  throw new SignInError(status, condition ?? answer.localName);
}

async function readFeatures(exchange: Exchange): Promise<Element> {
  const features = await exchange.next();
  if (features.namespaceURI !== NS_STREAMS || features.localName !== 'features') {
    throw new SignInError('disconnected', 'no features');
  }
  return features;
}

async function bind(exchange: Exchange, resource: string): Promise<string> {
  const answer = await ask(exchange, 'bind', bindRequest(resource));
  const jid = answer.getElementsByTagNameNS(NS_BIND, 'jid')[0];
  if (!jid) {
    throw new SignInError('disconnected', 'not bound');
  }
  return textOf(jid);
}

async function ask(exchange: Exchange, id: string, request: IqRequest): Promise<Element> {
  exchange.send(iq(id, request));
  const answer = await exchange.next();
  if (answer.getAttribute('type') === 'result' && answer.getAttribute('id') === id) {
    return answer;
  }
  // RFC 6120 §7.7.2.2: a server may keep the session that has the resource, and refuse ours.
  const isConflict = answer.getElementsByTagName('conflict').length > 0;
  throw new SignInError(isConflict ? 'conflict' : 'disconnected', `${id} refused`);
}

function decodeText(element: Element): string {
  const text = textOf(element);
  return text === '=' ? '' : new TextDecoder().decode(fromBase64(text));
}

function textOf(element: Element): string {
  return element.textContent.trim();
}
