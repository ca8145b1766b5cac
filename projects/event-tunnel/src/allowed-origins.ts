/** What the page's server decided about those who may frame and drive the page. */
export interface TunnelAccess {
  /** Exact origins, and the words `loopback` and `same-host`. */
  readonly origins: readonly string[];
  /** Whether the password may leave unencrypted to another machine. Default: no. */
  readonly allowPlainOverHttp: boolean;
}

/** Whether a host name means this very machine. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1])$/.test(hostname);
}

/**
 * Whether an origin, as the browser writes it, may drive the page.
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
  const hostname = parseHttpUrl(origin)?.hostname;
  return (
    hostname !== undefined &&
    (allowed.includes(origin) ||
      (allowed.includes('loopback') && isLoopback(hostname)) ||
      (allowed.includes('same-host') && hostname === ownHost))
  );
}

/** The entries that are origins and no words: those that can be posted to without knowing who is there. */
export function exactOrigins(allowed: readonly string[]): readonly string[] {
  return allowed.filter(parseHttpUrl);
}

/** Reads `allowed-origins.json`; `undefined` when it is not what it should be. Origins come out as browsers write them. */
export function readTunnelAccess(json: unknown): TunnelAccess | undefined {
  const fields = new Map<string, unknown>(Object.entries(new Object(json)));
  const origins = fields.get('origins');
  return Array.isArray(origins)
    ? {
        origins: origins.map((entry) => parseHttpUrl(String(entry))?.origin ?? String(entry)),
        allowPlainOverHttp: fields.get('allowPlainOverHttp') === true,
      }
    : undefined;
}

/** Reads an absolute http or https URL. */
export function parseHttpUrl(text: string): URL | undefined {
  return /^https?:/i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}
