import type { StreamError } from './stream-error';

/** How a session reaches its client. WebSocket, BOSH and plain TCP are the adapters. */
export interface ClientLink {
  readonly transport: 'websocket' | 'bosh' | 'tcp';
  /** Sends one top-level element that declares its own namespaces. */
  send(xml: string): void;
  /** Ends the stream with a goodbye, after the error if there is one. */
  close(error?: StreamError): void;
  /** Ends without a goodbye, as a broken network does. */
  cut(): void;
}
