import { fromBase64, toBase64 } from './base64';

/** RFC 5802 §5.1 asks for 4096 at least; above the other limit a server could keep the browser busy for minutes. */
const MIN_ITERATIONS = 4_096;
const MAX_ITERATIONS = 1_000_000;
/** `n,,` says: no channel binding, no other identity to act for; `biws` is its base64. */
const GS2_HEADER = 'n,,';

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

/** Writes the client's first message, RFC 5802 §7. */
export function scramFirstMessage(user: string, nonce: string): string {
  return `${GS2_HEADER}${firstMessageBare(user, nonce)}`;
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
  const { serverNonce, salt, iterations } = readChallenge(challenge, nonce);
  const salted = await saltPassword(hash, password, { salt, iterations });
  const clientKey = await hmac(hash, salted, 'Client Key');
  const storedKey = new Uint8Array(await crypto.subtle.digest(hash, clientKey));
  const withoutProof = `c=${toBase64(GS2_HEADER)},r=${serverNonce}`;
  const authMessage = `${firstMessageBare(user, nonce)},${challenge},${withoutProof}`;
  const clientSignature = await hmac(hash, storedKey, authMessage);
  const proof = clientKey.map((byte, index) => byte ^ (clientSignature[index] ?? 0));
  const serverKey = await hmac(hash, salted, 'Server Key');
  return {
    message: `${withoutProof},p=${toBase64(proof)}`,
    serverSignature: toBase64(await hmac(hash, serverKey, authMessage)),
  };
}

function firstMessageBare(user: string, nonce: string): string {
  return `n=${user.replaceAll('=', '=3D').replaceAll(',', '=2C')},r=${nonce}`;
}

function readChallenge(
  challenge: string,
  nonce: string,
): { serverNonce: string; salt: Uint8Array<ArrayBuffer>; iterations: number } {
  // A mandatory extension (m=) would stand first, and so is refused, as RFC 5802 §5.1 demands.
  const fields = /^r=([^,]+),s=([^,]+),i=(\d{1,9})(?:,|$)/.exec(challenge);
  const serverNonce = fields?.[1] ?? '';
  const iterations = Number(fields?.[3]);
  if (!serverNonce.startsWith(nonce) || serverNonce.length === nonce.length) {
    throw new Error('SCRAM nonce');
  }
  if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
    throw new Error(`SCRAM with ${iterations} iterations`);
  }
  return { serverNonce, salt: fromBase64(fields?.[2] ?? ''), iterations };
}

async function saltPassword(
  hash: string,
  password: string,
  { salt, iterations }: { readonly salt: Uint8Array<ArrayBuffer>; readonly iterations: number },
): Promise<Uint8Array<ArrayBuffer>> {
  // NFKC is what SASLprep (RFC 4013) does to a password, but for characters nobody can type.
  const secret = new TextEncoder().encode(password.normalize('NFKC'));
  const key = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  const bits = hash === 'SHA-1' ? 160 : 256;
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash, salt, iterations }, key, bits),
  );
}

async function hmac(
  hash: string,
  key: Uint8Array<ArrayBuffer>,
  text: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = { name: 'HMAC', hash };
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text)));
}
