// In the browser: every reader on every kind of notification, after a check that all of them read the same.
import { XMLParser } from 'fast-xml-parser';
import { readNotifications } from '../../projects/finesse-tunnel/src/lib/notification/read-notifications';
import { perSecond } from '../harness/stopwatch.mjs';
import { agentId, dialogUpdate, queueUpdate, userUpdate } from '../payloads/notifications.mjs';
import { readWithDom } from '../rivals/dom-reader.mjs';
import { readWithSaxes } from '../rivals/sax-reader.mjs';

const DOCUMENTS = 64;
const fast = new XMLParser({ ignoreAttributes: true, parseTagValue: false });

const KINDS = {
  user: { write: userUpdate, node: (n) => `/finesse/api/User/${agentId(n)}` },
  dialog: { write: dialogUpdate, node: (n) => `/finesse/api/User/${agentId(n)}/Dialogs` },
  queue: { write: queueUpdate, node: (n) => `/finesse/api/Queue/${41 + n}` },
};

const READERS = {
  'finesse-tunnel': ({ body }) => readNotifications(body, 0),
  'DOMParser + walk': ({ body }) => readWithDom(body.xml),
  'saxes, plain object': ({ body }) => readWithSaxes(body.xml),
  'fast-xml-parser': ({ body }) => fast.parse(body.xml),
  'JSON.parse of the same': ({ json }) => JSON.parse(json),
};

const documents = Object.fromEntries(
  Object.entries(KINDS).map(([kind, { write, node }]) => [
    kind,
    Array.from({ length: DOCUMENTS }, (_, n) => {
      const xml = write(n, n);
      return { body: { node: node(n), xml }, json: JSON.stringify(readWithSaxes(xml)) };
    }),
  ]),
);

check();
globalThis.bench = { run };
globalThis.ready = true;

/** Documents a second. */
function run(reader, kind, ms) {
  const read = READERS[reader];
  const list = documents[kind];
  return perSecond((i) => read(list[i % DOCUMENTS]), ms);
}

/** The rivals' objects are equal; the library's typed one says the same where it can be compared. */
function check() {
  for (const [kind, list] of Object.entries(documents)) {
    for (const document of list) {
      const wanted = withoutBlanks(JSON.parse(document.json));
      for (const rival of ['DOMParser + walk', 'fast-xml-parser']) {
        same(withoutBlanks(READERS[rival](document)), wanted, `${rival} on a ${kind}`);
      }
      const { notifications, diagnostics } = READERS['finesse-tunnel'](document);
      same(diagnostics, [], `diagnostics on a ${kind}`);
      same(notifications.map(essence), [essenceOf(kind, wanted.Update)], `finesse-tunnel, ${kind}`);
    }
  }
}

function essence(notification) {
  switch (notification.kind) {
    case 'user':
      return [notification.agent.id, notification.agent.state, notification.agent.lastName];
    case 'dialog':
      return [
        notification.dialog.id,
        notification.dialog.participants.length,
        notification.dialog.mediaProperties.callVariables.map(({ value }) => value),
      ];
    default:
      return [
        notification.queue.id,
        notification.queue.name,
        notification.queue.statistics.callsInQueue,
      ];
  }
}

function essenceOf(kind, { data, source }) {
  switch (kind) {
    case 'user':
      return [data.user.loginId, data.user.state, data.user.lastName];
    case 'dialog':
      return [
        data.dialog.id,
        data.dialog.participants.Participant.length,
        data.dialog.mediaProperties.callvariables.CallVariable.map(({ value }) => value),
      ];
    default:
      return [
        source.split('/').at(-1),
        data.Queue.name,
        Number(data.Queue.statistics.callsInQueue),
      ];
  }
}

/** White space between elements is no content; readers differ in whether they keep it. */
function withoutBlanks(value) {
  if (typeof value === 'string') {
    return value.trim();
  }
  if (Array.isArray(value)) {
    return value.map(withoutBlanks);
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== '#text' && name !== '?xml')
      .map(([name, child]) => [name, withoutBlanks(child)]),
  );
}

function same(actual, expected, what) {
  if (sorted(actual) !== sorted(expected)) {
    throw new Error(`${what}: ${sorted(actual)} instead of ${sorted(expected)}`);
  }
}

function sorted(value) {
  return JSON.stringify(value, (_, child) =>
    child !== null && typeof child === 'object' && !Array.isArray(child)
      ? Object.fromEntries(Object.entries(child).sort(([a], [b]) => a.localeCompare(b)))
      : child,
  );
}
