import { parseNode } from 'finesse-tunnel/protocol';
import type { XmlElement } from 'finesse-tunnel/xml';
import type { Diagnostic } from '../model/diagnostic';
import type { FinesseResource } from '../model/finesse-resource';
import type { Notification, NotificationEnvelope, NotificationEvent } from '../model/notification';
import { withoutSlash } from './field-kinds';
import type { Reading } from './field-table';
import { notificationOf } from './notification-of';
import { readElement } from './read-element';

type Arrival = Pick<NotificationEnvelope, 'node' | 'receivedAt' | 'xml'>;

/** Reads a document whose root should be an `Update`; what it cannot place becomes an `unknown` notification. */
export function readUpdate(
  root: XmlElement,
  arrival: Arrival,
): {
  readonly notifications: readonly Notification[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const envelope = readEnvelope(root, arrival);
  const reading: Reading = { source: envelope.source || envelope.node, diagnostics: [] };
  const say = (code: Diagnostic['code'], message: string): void => {
    reading.diagnostics.push({ code, message, excerpt: arrival.xml.slice(0, 120) });
  };
  if (root.name.toLowerCase() !== 'update') {
    say(
      'not-a-notification',
      `A notification is an "Update"; this is a "${root.name}". It is kept as unknown.`,
    );
    return { notifications: [unknown(root.name, envelope)], diagnostics: reading.diagnostics };
  }
  if (envelope.event === 'UNKNOWN') {
    say(
      'unknown-event',
      'The event of a notification is POST, PUT or DELETE; this one says something else.',
    );
  }
  const payloads = root.children.find(({ name }) => name.toLowerCase() === 'data')?.children ?? [];
  const notifications =
    payloads.length === 0
      ? [withoutData(envelope, say)]
      : payloads.map((payload) => readPayload(payload, envelope, reading));
  return { notifications, diagnostics: reading.diagnostics };
}

function readEnvelope({ children }: XmlElement, arrival: Arrival): NotificationEnvelope {
  const told = { event: '', requestid: '', source: '' };
  for (const { name, text } of children) {
    const key = name.toLowerCase();
    if (key === 'event' || key === 'requestid' || key === 'source') {
      told[key] = text.trim();
    }
  }
  return {
    ...arrival,
    event: readEvent(told.event),
    requestId: told.requestid,
    source: withoutSlash(told.source),
  };
}

function readEvent(word: string): NotificationEvent {
  switch (word.toUpperCase()) {
    case 'POST':
      return 'POST';
    case 'PUT':
      return 'PUT';
    case 'DELETE':
      return 'DELETE';
    default:
      return 'UNKNOWN';
  }
}

function readPayload(
  payload: XmlElement,
  envelope: NotificationEnvelope,
  reading: Reading,
): Notification {
  const complaints = reading.diagnostics.length;
  const resource = readElement(payload, reading);
  const notification = resource && notificationOf(resource, envelope);
  if (notification === undefined && reading.diagnostics.length === complaints) {
    reading.diagnostics.push({
      code: 'unknown-resource',
      message: `Nothing here knows a "${payload.name}". It is kept as unknown, with its XML.`,
      excerpt: envelope.xml.slice(0, 120),
    });
  }
  return notification ?? unknown(payload.name, envelope);
}

/** A deleted resource is told without data; its source says which one it was. */
function withoutData(
  envelope: NotificationEnvelope,
  say: (code: Diagnostic['code'], message: string) => void,
): Notification {
  const gone = envelope.event === 'DELETE' ? named(envelope.source || envelope.node) : undefined;
  const notification = gone && notificationOf(gone, envelope);
  if (notification === undefined) {
    say(
      'event-without-payload',
      'This notification has no data and names nothing that was deleted.',
    );
  }
  return notification ?? unknown('Update', envelope);
}

/** What can be gone; collections and the server itself cannot. */
function named(uri: string): FinesseResource | undefined {
  const node = parseNode(uri);
  if (!node.ok || !('id' in node.value)) {
    return undefined;
  }
  const { kind, id } = node.value;
  if (kind === 'user') {
    return { kind, agent: { id, uri } };
  }
  if (kind === 'dialog') {
    return { kind, dialog: { id, uri } };
  }
  return kind === 'queue' ? { kind, queue: { id, uri } } : undefined;
}

function unknown(resource: string, envelope: NotificationEnvelope): Notification {
  return { ...envelope, kind: 'unknown', resource };
}
