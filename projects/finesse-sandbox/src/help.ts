import { QUIRK_MEANINGS } from './finesse/quirk';

/** What `--help` prints. */
export const HELP = `finesse-sandbox [options]: a Cisco Finesse server to develop and test against.

Listeners (every one serves every route)
  --host ADDR                 bind address (127.0.0.1)
  --expose                    allows a bind address that others can reach
  --api-port N                node A, REST (8082); 0 picks a free port, here and below
  --notification-port N       node A, notification service (7071)
  --xmpp-port N               XMPP over plain TCP, for Smack and its kind (off; usually 5222);
                              with --tls it offers STARTTLS, and --tls-xmpp-port is TLS (5223)
  --two-nodes                 adds node B: same contact centre, XMPP domain of its own
  --api-port-b N              node B, REST (8083)
  --notification-port-b N     node B, notification service (7072)
  --tls                       adds TLS listeners with a certificate made at start
  --tls-api-port N            8445; node B: --tls-api-port-b, 8446
  --tls-notification-port N   7443; node B: --tls-notification-port-b, 7444
  --cert F --key F            PEM files in place of the made certificate
  --xmpp-domain D             finesse-a.example.test; pubsub is at pubsub.D
  --xmpp-domain-b D           finesse-b.example.test

Notification service (embedded unless one is named; node B: --notification-service-b and so on)
  --notification-service URL  publishes into ejabberd or Prosody: xmpp://user:password@host:port/domain;
                              xmpps:// for TLS; repeatable, each server gets every notification.
                              Without a password in it: from FINESSE_NOTIFICATION_PASSWORD
  --notification-http URL     where that server has /ws/ and /http-bind/, for the tunnel page here
  --notification-queue N      how many notifications wait while it is away (10000)
  --notification-accounts URL makes the accounts by ejabberd's HTTP API: http://127.0.0.1:5281/api;
                              repeatable, one for each server
  --print-accounts            prints user, domain and password of each account, and ends

Contact centre
  --teams N --agents N --queues N   3, 24, 6
  --password P                the password of every account (cisco)
  --deployment ucce|uccx      uccx publishes no queue statistics (ucce)
  --rate N                    simulated state changes a second (5)
  --seed N --speed X          same seed and speed, same event sequence (1, 1)
  --no-simulation             a contact centre at rest
  --scenario FILE             a timed scenario in place of the random simulation

Pages and clients
  --tunnel-dir DIR            serves another tunnel page at /tunnel/
  --static DIR                serves DIR at /
  --allow-origin O            who may read, frame and drive; repeatable (loopback)
  --strict | --quirks LIST    by the documents, or with ways of the real product, see below

Quirks
${quirkLines()}

Control and logs
  --control                   the control API at /sandbox/
  --control-token T           what it asks for; needed with --expose
  --json                      logs as JSON lines on stderr
  --help, --version
`;

function quirkLines(): string {
  return Object.entries(QUIRK_MEANINGS)
    .map(([name, meaning]) => `  ${name.padEnd(20)} ${meaning}`)
    .join('\n');
}
