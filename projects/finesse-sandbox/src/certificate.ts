import { readFile } from 'node:fs/promises';

import type { TlsIdentity } from './http-server';
import type { SandboxOptions } from './sandbox-options';

const VALID_DAYS = 30;

/**
 * The identity of the TLS listeners: the files that were given, or one made now for loopback and
 * the nodes' domains. The maker is loaded only then, so that a start without TLS does not wait for it.
 */
export async function loadIdentity(options: SandboxOptions): Promise<TlsIdentity> {
  const { certFile, keyFile } = options;
  if (certFile !== undefined && keyFile !== undefined) {
    return { cert: await readFile(certFile, 'utf8'), key: await readFile(keyFile, 'utf8') };
  }
  const { generate } = await import('selfsigned');
  const names = ['localhost', options.xmppDomainA, options.xmppDomainB];
  const made = await generate([{ name: 'commonName', value: 'finesse-sandbox' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + VALID_DAYS * 24 * 3_600_000),
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          ...names.map((value) => ({ type: 2 as const, value })),
          { type: 7 as const, ip: '127.0.0.1' },
          { type: 7 as const, ip: '::1' },
        ],
      },
    ],
  });
  return { cert: made.cert, key: made.private };
}
