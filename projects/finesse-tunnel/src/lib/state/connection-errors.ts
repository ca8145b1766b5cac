import type { ConnectionErrorCode } from '../model/connection-status';

/** What each failure means to a person, and what to do about it. */
export const CONNECTION_ERRORS: Readonly<Record<ConnectionErrorCode, string>> = {
  'tunnel-not-loaded':
    'The EventTunnel page did not report in time. Open its address in a tab of its own: the certificate may not be accepted, or the server forbids this page to frame it.',
  'not-connected-in-time':
    'The EventTunnel page loaded but reported no connection in time. The notification port may be blocked, or the Finesse application is down.',
  'connection-refused':
    'The Notification Service ended the connection before it stood and gives no reason. It may be restarting.',
  'connection-lost': 'The connection to the Notification Service was lost.',
  unauthorized:
    'The Notification Service refused the agent id or the secret. No further try is made: five wrong ones lock the account for five minutes.',
  conflict:
    'The same agent signed in with the same resource elsewhere, in another tab perhaps. No further try is made, as it would end the other session.',
  'system-info-unavailable':
    'SystemInfo could not be read. Check the address of the REST API, its certificate, and whether it allows this origin (CORS).',
  'out-of-service': 'Finesse says it is out of service. It is asked again until it is back.',
  'token-unavailable': 'There is no secret to sign in with: the token provider failed.',
  'bad-config': 'The configuration of finesse-tunnel cannot be used.',
};
