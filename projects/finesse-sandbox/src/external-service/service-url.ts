const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'xmpp:': '5222', 'xmpps:': '5223' };

/** An XMPP server that somebody else runs, and the account that publishes there. */
export interface ServiceUrl {
  /** Without user and password, so that it may be logged: `xmpp://127.0.0.1:5222/finesse.example.test`. */
  readonly shown: string;
  /** `xmpp://host:port`, or `xmpps://` where TLS comes first. */
  readonly service: string;
  /** In lower case. */
  readonly domain: string;
  readonly user: string;
  readonly password: string;
}

/** What reading gave; `reason` repeats nothing of the text, which may hold a password. */
export type ReadServiceUrl =
  { readonly ok: true; readonly url: ServiceUrl } | { readonly ok: false; readonly reason: string };

/**
 * Reads `xmpp://user:password@host:port/domain`. Characters that mean something in a URL are written
 * percent-encoded in user and password.
 *
 * @param fallbackPassword - Taken where the URL has none, so that it need not be on a command line.
 */
export function readServiceUrl(text: string, fallbackPassword?: string): ReadServiceUrl {
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  const usual = DEFAULT_PORTS[parsed?.protocol ?? ''];
  if (parsed === undefined || usual === undefined || parsed.hostname === '') {
    return refused(
      'give xmpp://user:password@host:port/domain, or xmpps:// for TLS from the start',
    );
  }
  const domain = parsed.pathname.slice(1).toLowerCase();
  if (!/^[a-z\d]([a-z\d.-]{0,250}[a-z\d])?$/.test(domain)) {
    return refused(
      'the XMPP domain is missing, as in xmpp://user:password@host:5222/finesse.example.test',
    );
  }
  const user = decode(parsed.username);
  const password = parsed.password === '' ? fallbackPassword : decode(parsed.password);
  if (!user || !password) {
    return refused('user and password of the publisher are missing, or not percent-encoded');
  }
  const service = `${parsed.protocol}//${parsed.hostname}:${parsed.port || usual}`;
  return { ok: true, url: { shown: `${service}/${domain}`, service, domain, user, password } };
}

function refused(reason: string): ReadServiceUrl {
  return { ok: false, reason };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
