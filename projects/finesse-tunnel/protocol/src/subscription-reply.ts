/** The answer to a SUBSCRIBE or UNSUBSCRIBE request, correlated by node alone. */
export interface SubscriptionReply {
  readonly node: string;
  /**
   * The server's reason as XML, often just `<ApiErrors/>`; absent when the request was granted.
   * Cisco's page reports a refused subscription as granted, so its absence proves nothing there.
   */
  readonly error?: string;
}

/** What Cisco's page writes as the reason when there is no session to ask. */
export const EMPTY_API_ERRORS = '<ApiErrors/>';

/** Writes a reply: the node, and behind a `|` the error if there is one. */
export function encodeSubscriptionReply({ node, error }: SubscriptionReply): string {
  return error === undefined ? node : `${node}|${error}`;
}

/** Reads a reply in any of its forms; a node holds no `|`, an error may. */
export function decodeSubscriptionReply(body: string): SubscriptionReply {
  const bar = body.indexOf('|');
  if (bar < 0) {
    return { node: body };
  }
  return { node: body.slice(0, bar), error: body.slice(bar + 1) || EMPTY_API_ERRORS };
}
