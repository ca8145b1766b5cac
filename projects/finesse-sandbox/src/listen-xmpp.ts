import type { TlsIdentity } from './http-server';
import { type Address, listenTcp } from './listen';
import type { NodePorts } from './sandbox-options';
import type { TcpEndpoint } from './xmpp/tcp-endpoint';

/** Where XMPP without HTTP is reached; both are absent unless asked for. */
export interface XmppAddresses {
  /** `xmpp://host:port`; with TLS listeners it offers STARTTLS. */
  readonly xmpp?: string;
  /** `xmpps://host:port`: TLS from the first byte. */
  readonly tlsXmpp?: string;
}

/** Opens what `--xmpp-port` asks for, if it does. @throws ListenError */
export async function listenXmpp(
  endpoint: TcpEndpoint,
  { xmpp, tlsXmpp }: NodePorts,
  wanted: {
    readonly host: string;
    readonly suffix: string;
    readonly tls: TlsIdentity | undefined;
  },
): Promise<XmppAddresses> {
  if (xmpp === undefined) {
    return {};
  }
  const { host, suffix, tls } = wanted;
  const plain: Address = { host, port: xmpp, option: `xmpp-port${suffix}`, scheme: 'xmpp' };
  const address = await listenTcp(endpoint.plain(tls), plain);
  if (tls === undefined || tlsXmpp === undefined) {
    return { xmpp: address };
  }
  const secure: Address = {
    host,
    port: tlsXmpp,
    option: `tls-xmpp-port${suffix}`,
    scheme: 'xmpps',
  };
  return { xmpp: address, tlsXmpp: await listenTcp(endpoint.secure(tls), secure) };
}
