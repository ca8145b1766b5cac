import { Injectable } from '@angular/core';
import { decodeEventBody, type TunnelMessage, TunnelMessageType } from 'finesse-tunnel/protocol';

/** A message between this page and the tunnel page, without what is nobody else's business. */
export interface TunnelLogEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `in`: the tunnel page said it. */
  readonly direction: 'in' | 'out';
  readonly type: TunnelMessageType;
  /** What stood behind the `|`; secrets and payloads are replaced by how long they were. */
  readonly text: string;
}

/** What may be read by whoever helps: words, names of nodes and domains, ids. */
const SHOWN: ReadonlySet<TunnelMessageType> = new Set([
  TunnelMessageType.Id,
  TunnelMessageType.ResourceId,
  TunnelMessageType.Status,
  TunnelMessageType.XmppDomain,
  TunnelMessageType.PubsubDomain,
  TunnelMessageType.ConnectionType,
  TunnelMessageType.DisconnectProperties,
]);

/** Behind the node an answer of the server may follow. */
const WITH_NODE: ReadonlySet<TunnelMessageType> = new Set([
  TunnelMessageType.Subscribe,
  TunnelMessageType.Unsubscribe,
]);

/**
 * The latest messages to and from the tunnel page; there only with `withDiagnostics()`.
 *
 * Not in the store, and no signal: a thousand come in a second. Whoever shows them asks now and then.
 */
@Injectable()
export class TunnelLog {
  readonly #entries: TunnelLogEntry[] = [];
  #limit = 500;

  /** Keeps that many from now on. */
  keep(limit: number): void {
    this.#limit = limit;
    this.#forgetOld();
  }

  record(direction: TunnelLogEntry['direction'], message: TunnelMessage, at: number): void {
    this.#entries.push({ at, direction, type: message.type, text: redacted(message) });
    this.#forgetOld();
  }

  /** The oldest first. */
  latest(): readonly TunnelLogEntry[] {
    return this.#entries.slice(-this.#limit);
  }

  clear(): void {
    this.#entries.length = 0;
  }

  /** Now and then, not for every message. */
  #forgetOld(): void {
    if (this.#entries.length > this.#limit * 2) {
      this.#entries.splice(0, this.#entries.length - this.#limit);
    }
  }
}

function redacted({ type, body }: TunnelMessage): string {
  if (SHOWN.has(type)) {
    return body;
  }
  if (type === TunnelMessageType.Event) {
    const event = decodeEventBody(body);
    return event.ok ? `${event.value.node} ${size(event.value.xml)}` : size(body);
  }
  if (WITH_NODE.has(type)) {
    const [node = ''] = body.split(/[<|]/, 1);
    return node === body ? node : `${node} ${size(body.slice(node.length))}`;
  }
  return size(body);
}

function size(text: string): string {
  return text === '' ? '' : `(${text.length} characters)`;
}
