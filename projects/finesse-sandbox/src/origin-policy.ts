import { isIP } from 'node:net';

const LOOPBACK_HOSTNAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The word that stands for every origin of this machine. */
export const LOOPBACK = 'loopback';

/** Brings an origin into the form browsers send it in; `undefined` if it is none. */
export function readOrigin(value: string): string | undefined {
  if (value === LOOPBACK) {
    return LOOPBACK;
  }
  try {
    const url = new URL(value);
    const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
    const isBare = url.pathname === '/' && url.search === '' && url.hash === '' && !url.username;
    return isWeb && isBare ? url.origin : undefined;
  } catch {
    return undefined;
  }
}

/** Who may read answers, frame the tunnel page and drive it. */
export class OriginPolicy {
  constructor(
    /** Origins, or the word `loopback`; what the tunnel page is told too. */
    readonly allowed: readonly string[],
    /** Host names that are this server's own, besides addresses and localhost. */
    private readonly ownNames: readonly string[] = [],
  ) {}

  /**
   * Whether a `Host` header names this server in a way no stranger can: any name in DNS can be made
   * to point here (DNS rebinding), an address or a configured name cannot.
   */
  isOwnHost(host: string | undefined): boolean {
    const hostname = readUrl(`http://${host ?? ''}`)?.hostname ?? '';
    return (
      isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 ||
      hostname === 'localhost' ||
      hostname.endsWith('.localhost') ||
      this.ownNames.includes(hostname)
    );
  }

  /** @param host - The request's own `Host`: a page of this very server is always allowed. */
  allows(origin: string, host: string | undefined): boolean {
    const url = readUrl(origin);
    if (url === undefined) {
      return false;
    }
    return (
      (url.host === host && this.isOwnHost(host)) ||
      this.allowed.includes(url.origin) ||
      (this.allowed.includes(LOOPBACK) && LOOPBACK_HOSTNAMES.has(url.hostname))
    );
  }

  /** The value of CSP's `frame-ancestors`; it has no notation for the address `[::1]`. */
  frameAncestors(): string {
    const sources = this.allowed.flatMap((origin) =>
      origin === LOOPBACK
        ? ['http://localhost:*', 'https://localhost:*', 'http://127.0.0.1:*', 'https://127.0.0.1:*']
        : [origin],
    );
    return ["'self'", ...sources].join(' ');
  }
}

function readUrl(origin: string): URL | undefined {
  const normal = readOrigin(origin);
  return normal === undefined || normal === LOOPBACK ? undefined : new URL(normal);
}
