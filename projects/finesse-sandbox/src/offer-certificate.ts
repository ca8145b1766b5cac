import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate in a file, and the words that tell how to trust it. */
export interface OfferedCertificate {
  readonly file: string;
  /** Lines for the log. */
  readonly advice: readonly string[];
  /** Removes the file. */
  withdraw(): Promise<void>;
}

/**
 * Puts a certificate that was made at this start where programs can read it.
 *
 * @param origins - The TLS listeners: a browser asks about each host and port for itself.
 */
export async function offerCertificate(
  cert: string,
  origins: readonly string[],
): Promise<OfferedCertificate> {
  // A folder of its own, which nobody else can have put there before.
  const folder = await mkdtemp(join(tmpdir(), 'finesse-sandbox-'));
  const file = join(folder, 'certificate.pem');
  await writeFile(file, cert);
  const { fingerprint256 } = new X509Certificate(cert);
  return {
    file,
    advice: [
      `The certificate was made at this start, SHA-256 ${fingerprint256}`,
      `  programs: curl --cacert ${file} …, NODE_EXTRA_CA_CERTS=${file} node …`,
      `  browsers: open ${origins.map((origin) => `${origin}/healthz`).join(' and ')} in a tab and accept it; a frame cannot ask`,
    ],
    withdraw: async () => rm(folder, { recursive: true, force: true }),
  };
}
