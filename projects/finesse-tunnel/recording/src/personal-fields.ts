import { FINESSE_API } from 'finesse-tunnel/protocol';
import type { Pseudonyms } from './pseudonyms';

/**
 * What is known to be nobody's: states, times, counts, ids of teams, queues, dialogs, and what an administrator
 * configured. In lower case, by the names of elements and of the fields they are read into.
 *
 * All that is in neither list is replaced: what a newer server tells is personal until somebody has looked at it.
 */
const HARMLESS: ReadonlySet<string> = new Set(
  [
    'event category code label forAll systemCode reasonCodeId role roles state stateChangeTime pendingState',
    'teamId teamName skillTargetId mediaState mediaType wrapUpTimer wrapUpOnIncoming wrapUpOnOutgoing deviceSelection',
    'mode deviceType deviceTypeName mediaAddressType startTime stateCause action actions secondaryId mediaId callType',
    'queueNumber queueName outboundClassification callKeyCallId callKeySequenceNum callKeyPrefix wrapUpReason',
    'wrapUpItem wrapUpItems callbackTime callsInQueue startTimeOfLongestCallInQueue agentsReady agentsNotReady',
    'agentsBusyOther agentsLoggedOn agentsTalkingInbound agentsTalkingOutbound agentsTalkingInternal',
    'agentsWrapUpNotReady agentsWrapUpReady routable interruptible interruptAction maxDialogLimit',
    'dialogLogoutAction channel mediaClass finesseAssociated createdAt duration team teamIds status deploymentType',
    'systemAuthMode currentTimestamp timezoneOffset lastCTIHeartbeatStatus lastSuccessCTIHeartbeatTime ctiVersion',
    'ctiHeartbeatInterval license ctiMMode ctiTimeInMMode finesseMMode finesseTimeInMMode ctiMaintenanceMode',
    'finesseMaintenanceMode httpsPort xmppPort xmppSecurePort active errorType errorMedia peripheralErrorCode kind',
  ]
    .join(' ')
    .toLowerCase()
    .split(' '),
);

const NUMBERS: ReadonlySet<string> = new Set(
  'extension dialnumber fromaddress toaddress mediaaddress callbacknumber dialednumber dnis'.split(
    ' ',
  ),
);
const DEVICES: ReadonlySet<string> = new Set(['deviceid', 'activedeviceid']);
const HOSTS: ReadonlySet<string> = new Set(['host', 'xmppdomain', 'xmpppubsubdomain']);
const LOGINS: ReadonlySet<string> = new Set(['loginid', 'agentid', 'userid']);
const PATHS: ReadonlySet<string> = new Set(
  'uri dialogs dialogsuri associateddialoguri source node'.split(' '),
);
/** What has an `id` that is a login. */
const PEOPLE: ReadonlySet<string> = new Set('agent agents user users createdby'.split(' '));
/** What has a `name` that an administrator gave. */
const NAMED: ReadonlySet<string> = new Set(
  'team teams queue queues media callvariable callvariables'.split(' '),
);

/** Where a value stands. Names in lower case. */
export interface Place {
  readonly name: string;
  /** The element or object around it. */
  readonly parent: string;
  /** The login that is told beside it. */
  readonly login: string | undefined;
}

/** The value as a recording may hold it. */
export function withoutPerson(value: string, place: Place, pseudonyms: Pseudonyms): string {
  const { name, parent, login } = place;
  if (value === '' || HARMLESS.has(name)) {
    return value;
  }
  if (LOGINS.has(name) || (name === 'id' && PEOPLE.has(parent))) {
    return pseudonyms.of('login', value);
  }
  if (name === 'id' || (name === 'name' && NAMED.has(parent))) {
    return value;
  }
  if (PATHS.has(name)) {
    return pathWithoutPerson(value, pseudonyms);
  }
  if (login !== undefined && (name === 'firstname' || name === 'lastname')) {
    const { first, last } = pseudonyms.nameOf(login);
    return name === 'firstname' ? first : last;
  }
  return login !== undefined && name === 'loginname'
    ? pseudonyms.of('login', login)
    : pseudonyms.of(kindOf(name), value);
}

function kindOf(name: string): 'number' | 'device' | 'host' | 'text' {
  if (NUMBERS.has(name)) {
    return 'number';
  }
  return DEVICES.has(name) ? 'device' : HOSTS.has(name) ? 'host' : 'text';
}

const KNOWN_PATH = new RegExp(
  `^${FINESSE_API}/(?:Team|Queue|Dialog|SystemInfo|ReasonCode|WrapUpReason|TeamMessage|Media)\\b[^?#]*$`,
);
const USER_PATH = new RegExp(`^(${FINESSE_API}/User/)([^/?#]+)((?:/[A-Za-z]+(?:/\\d+)?)*/?)$`);

/** A node or a URI with the login in it replaced; one that nobody knows is replaced as a whole. */
export function pathWithoutPerson(path: string, pseudonyms: Pseudonyms): string {
  const [, head, login, tail] = USER_PATH.exec(path) ?? [];
  if (head !== undefined && login !== undefined) {
    return head + pseudonyms.of('login', decoded(login)) + (tail ?? '');
  }
  return KNOWN_PATH.test(path) ? path : pseudonyms.of('text', path);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
