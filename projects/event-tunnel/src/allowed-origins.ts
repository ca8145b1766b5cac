/** What the page's server decided about those who may frame and drive the page. */
export interface TunnelAccess {
  /** Exact origins, and the words `loopback` and `same-host`. */
  readonly origins: readonly string[];
  /** Whether the password may leave unencrypted to another machine. Default: no. */
  readonly allowPlainOverHttp: boolean;
}

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a host name means this very machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK_HOSTS.has(hostname);
}

/**
 * Whether an origin may drive the page.
 *
 * `loopback` is any http or https origin of this machine, `same-host` any of the page's own host, whatever the port.
 * There are no wildcards; `null`, the origin of sandboxed frames, is never allowed.
 *
 * @param ownHost - The host name of the page itself, without port.
 */
export function isAllowedOrigin(
  origin: string,
  allowed: readonly string[],
  ownHost: string,
): boolean {
  const url = parseHttpUrl(origin);
  return (
    url !== undefined &&
    allowed.some((entry) => {
      switch (entry) {
        case 'loopback':
          return isLoopback(url.hostname);
        case 'same-host':
          return url.hostname === ownHost;
        default:
          return parseHttpUrl(entry)?.origin === url.origin;
      }
    })
  );
}

/** The entries that are origins and no words: those that can be posted to without knowing who is there. */
export function exactOrigins(allowed: readonly string[]): string[] {
  return allowed.flatMap((entry) => parseHttpUrl(entry)?.origin ?? []);
}

/** Reads `allowed-origins.json`; `undefined` when it is not what it should be. */
export function readTunnelAccess(json: unknown): TunnelAccess | undefined {
  if (typeof json !== 'object' || json === null) {
    return undefined;
  }
  const origins: unknown = Reflect.get(json, 'origins');
  const isList = Array.isArray(origins) && origins.every((entry) => typeof entry === 'string');
  const allowPlainOverHttp = Reflect.get(json, 'allowPlainOverHttp') === true;
  return isList ? { origins, allowPlainOverHttp } : undefined;
}

function parseHttpUrl(text: string): URL | undefined {
  return /^https?:\/\/[^/]/i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}
