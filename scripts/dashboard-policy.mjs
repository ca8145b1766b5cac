// What the dashboard may load, run and reach, as a Content-Security-Policy: nothing but itself and the hosts of its config.

/** What `src/index.html` holds where a server puts the nonce of a response. */
export const NONCE_PLACEHOLDER = 'nonce-of-the-response';

/**
 * The policy of one response (CSP Level 3, Trusted Types).
 *
 * @param config - What `config.json` says: the hosts whose REST API and tunnel page are used.
 * @param nonce - Base64, new for each response; Angular gives it to the styles of its components.
 * @returns The value of the `Content-Security-Policy` header.
 */
export function dashboardPolicy(config, nonce) {
  const hosts = Array.isArray(config?.hosts) ? config.hosts : [];
  const rest = originsOf([...hosts.map((host) => host?.restUrl), config?.wallSession?.tokenUrl]);
  const tunnels = originsOf(hosts.map((host) => host?.tunnelUrl));
  return [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    ['connect-src', `'self'`, ...rest].join(' '),
    ['frame-src', ...(tunnels.length === 0 ? [`'none'`] : tunnels)].join(' '),
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types angular angular#components`,
  ].join('; ');
}

function originsOf(urls) {
  const valid = urls.filter((url) => typeof url === 'string' && URL.canParse(url));
  return [...new Set(valid.map((url) => new URL(url).origin))];
}
