import { LinkFailure } from './publisher-link';
import type { ServiceUrl } from './service-url';

/** Makes what \@xmpp/client reported a line for whoever started the sandbox. The password is in none of it. */
export function explainLinkFailure(
  { shown, domain, user }: ServiceUrl,
  error: unknown,
): LinkFailure {
  const read = (name: string): string => String(Reflect.get(Object(error), name) ?? '');
  const failed = (what: string, isFinal: boolean): LinkFailure =>
    new LinkFailure(`${shown}: ${what}`, isFinal);
  const condition = read('condition');
  const message = error instanceof Error ? error.message : String(error);
  if (read('name') === 'SASLError' && condition === 'not-authorized') {
    return failed(`the server refuses ${user}@${domain}; check user and password.`, true);
  }
  if (/No compatible mechanism|Mechanism undefined/.test(message)) {
    return failed(
      'the server offers no mechanism that is safe on this connection; let it offer TLS or SCRAM-SHA-1.',
      true,
    );
  }
  if (condition === 'host-unknown') {
    return failed(`the server does not serve the domain ${domain}; correct the URL's path.`, true);
  }
  const code = read('code');
  if (/CERT|SELF_SIGNED|VERIFY/.test(code)) {
    return failed(
      `the server's certificate is not trusted (${code}); set NODE_EXTRA_CA_CERTS to its authority.`,
      true,
    );
  }
  const why = condition || code || message;
  return failed(`no connection (${why}); is the server running there?`, false);
}
