import { type EventBody, splitDocuments } from 'finesse-tunnel/protocol';
import type { Diagnostic } from '../model/diagnostic';
import type { Notification } from '../model/notification';
import { readUpdate } from './read-update';
import { readXml } from './xml-reader';

/** What the body of one EVENT message held, in its order. */
export interface NotificationsReading {
  readonly notifications: readonly Notification[];
  /** One for each document that was refused, and one for each detail that made no sense. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the notifications of an EVENT message, one or several documents. A malformed one costs nobody but itself.
 *
 * @param body - What the page forwarded. Never throws, whatever it is.
 * @param receivedAt - When it came, in milliseconds since 1970.
 */
export function readNotifications(body: EventBody, receivedAt: number): NotificationsReading {
  const documents = splitDocuments(body.xml);
  if (documents.length === 0) {
    return { notifications: [], diagnostics: [withoutPayload(body.node)] };
  }
  const { notifications, diagnostics } = gather(documents, (xml) =>
    readDocument(xml, { node: body.node, receivedAt }),
  );
  return {
    notifications,
    diagnostics: diagnostics.map((found) => ({ ...found, node: body.node })),
  };
}

interface Arrival {
  readonly node: string;
  readonly receivedAt: number;
}

function readDocument(xml: string, arrival: Arrival): NotificationsReading {
  const document = readXml(xml);
  if (document.ok) {
    return readUpdate(document.root, { ...arrival, xml: xml.trim() });
  }
  const parts = hiddenDocuments(xml);
  if (parts.length < 2) {
    return { notifications: [], diagnostics: [document.diagnostic] };
  }
  return gather(parts, (part) => {
    const reading = readXml(part);
    return reading.ok
      ? readUpdate(reading.root, { ...arrival, xml: part.trim() })
      : { notifications: [], diagnostics: [reading.diagnostic] };
  });
}

function gather(
  documents: readonly string[],
  read: (xml: string) => NotificationsReading,
): NotificationsReading {
  const readings = documents.map(read);
  return {
    notifications: readings.flatMap(({ notifications }) => notifications),
    diagnostics: readings.flatMap(({ diagnostics }) => diagnostics),
  };
}

/**
 * A broken document may hide where the next one begins, as nobody can count its unclosed tags: cut at each root.
 * Where there is CDATA the same text may be a customer's and no document at all, so nothing is cut.
 */
function hiddenDocuments(xml: string): readonly string[] {
  return xml.includes('<![CDATA[')
    ? []
    : xml.split(/(?=<Update[\s>])/).filter((part) => part.trim() !== '');
}

function withoutPayload(node: string): Diagnostic {
  return {
    code: 'event-without-payload',
    message:
      'An event without any document: its item was empty or taken back. Nothing to do, unless it comes often.',
    node,
    excerpt: '',
  };
}
