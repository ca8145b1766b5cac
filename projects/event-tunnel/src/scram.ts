import { fromBase64, toBase64, utf8 } from './base64';

/** RFC 5802 §5.1 asks for 4096 at least; above the other limit a server could keep the browser busy for minutes. */
const MIN_ITERATIONS = 4_096;
const MAX_ITERATIONS = 1_000_000;
// A mandatory extension (m=) would stand first, and so is refused, as RFC 5802 §5.1 demands.
const CHALLENGE = /^r=([^,]+),s=([^,]+),i=(\d{1,9})(?:,|$)/;

/** Who signs in. */
export interface ScramAccount {
  readonly user: string;
  readonly password: string;
}

/** The answer to the server's challenge, and what the server has to prove in return. */
export interface ScramProof {
  readonly message: string;
  /** Base64, as it has to stand behind `v=` in the server's last message. */
  readonly serverSignature: string;
}

/** Writes the client's first message, RFC 5802 §7, without its header `n,,`: no channel binding, nobody else to act for. */
export function scramFirstMessage(user: string, nonce: string): string {
  return `n=${user.replaceAll('=', '=3D').replaceAll(',', '=2C')},r=${nonce}`;
}

/**
 * Proves to know the password without sending it, RFC 5802 §3 and RFC 7677.
 *
 * @param hash - `SHA-1` or `SHA-256`.
 * @param nonce - The one sent in the first message.
 * @param challenge - The server's first message, decoded.
 * @throws Error when the challenge breaks the protocol; its text holds no secret.
 */
export async function scramProof(
  hash: string,
  { user, password, nonce }: ScramAccount & { readonly nonce: string },
  challenge: string,
): Promise<ScramProof> {
  const [, serverNonce = '', salt = '', iterations = 0] = CHALLENGE.exec(challenge) ?? [];
  if (
    !serverNonce.startsWith(nonce) ||
    serverNonce === nonce ||
    +iterations < MIN_ITERATIONS ||
    +iterations > MAX_ITERATIONS
  ) {
    throw new Error('SCRAM challenge');
  }
  const key = await saltPassword(hash, password, {
    salt: fromBase64(salt),
    iterations: +iterations,
  });
  const clientKey = await hmac(hash, key, 'Client Key');
  // `biws` is the base64 of `n,,`.
  const withoutProof = `c=biws,r=${serverNonce}`;
  const authMessage = `${scramFirstMessage(user, nonce)},${challenge},${withoutProof}`;
  const storedKey = await crypto.subtle.digest(hash, clientKey);
  const clientSignature = await hmac(hash, storedKey, authMessage);
  const proof = clientKey.map((byte, index) => byte ^ (clientSignature[index] ?? 0));
  const serverSignature = await hmac(hash, await hmac(hash, key, 'Server Key'), authMessage);
  return {
    message: `${withoutProof},p=${toBase64(proof)}`,
    serverSignature: toBase64(serverSignature),
  };
}

async function saltPassword(
  hash: string,
  password: string,
  { salt, iterations }: { readonly salt: Uint8Array<ArrayBuffer>; readonly iterations: number },
): Promise<ArrayBuffer> {
  // NFKC is what SASLprep (RFC 4013) does to a password, but for characters nobody can type.
  const key = await importKey(utf8(password.normalize('NFKC')), 'PBKDF2', 'deriveBits');
  const bits = hash === 'SHA-1' ? 160 : 256;
  return crypto.subtle.deriveBits({ name: 'PBKDF2', hash, salt, iterations }, key, bits);
}

async function hmac(
  hash: string,
  key: ArrayBuffer | Uint8Array<ArrayBuffer>,
  text: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const imported = await importKey(key, { name: 'HMAC', hash }, 'sign');
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, utf8(text)));
}

function importKey(
  key: BufferSource,
  algorithm: string | HmacImportParams,
  usage: KeyUsage,
): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, algorithm, false, [usage]);
}
