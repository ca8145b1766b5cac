import type { NodeAddress } from '../../src/public-api';

/** How a sign-in ended. */
export type SignIn = 'connected' | 'refused';

/** Somebody else's XMPP client, in the words the specs need. */
export interface XmppClient {
  signIn(user: string, password: string, resource: string): Promise<SignIn>;
  /** @returns The condition of the error, or `undefined` when it went well. */
  subscribe(node: string): Promise<string | undefined>;
  unsubscribe(node: string): Promise<string | undefined>;
  /** The nodes the server lists. */
  subscriptions(): Promise<string[]>;
  ping(): Promise<void>;
  disconnect(): Promise<void>;
  /** Senders of presence, in the order they came. */
  readonly presences: readonly string[];
  /** Texts of notifications, in the order they came. */
  readonly events: readonly string[];
  /** Conditions that ended the stream. */
  readonly streamErrors: readonly string[];
}

/** Makes a client for a node. */
export type MakeClient = (node: NodeAddress) => XmppClient;

/** `ws://…/ws/` of a node. */
export function webSocketUrl({ notification }: NodeAddress): string {
  return `${notification.replace('http', 'ws')}/ws/`;
}

/** `http://…/http-bind/` of a node. */
export function boshUrl({ notification }: NodeAddress): string {
  return `${notification}/http-bind/`;
}
