import { DIALOG_CASES } from './cases/dialog-cases';
import { ENVELOPE_CASES } from './cases/envelope-cases';
import { QUEUE_CASES } from './cases/queue-cases';
import { SERVER_CASES } from './cases/server-cases';
import { TEAM_CASES } from './cases/team-cases';
import { USER_CASES } from './cases/user-cases';
import { readNotifications } from './read-notifications';

const CASES = [
  ...USER_CASES,
  ...TEAM_CASES,
  ...DIALOG_CASES,
  ...QUEUE_CASES,
  ...SERVER_CASES,
  ...ENVELOPE_CASES,
];

describe('readNotifications', () => {
  for (const { name, node, xml, expected, diagnostics = [] } of CASES) {
    it(`reads ${name}`, () => {
      const reading = readNotifications({ node, xml }, 1_000);

      const withoutXml = reading.notifications.map(({ xml: _xml, ...rest }) => rest);
      expect(plain(withoutXml)).toEqual(
        expected.map((one) => ({ ...one, node, receivedAt: 1_000 })),
      );
      expect(reading.diagnostics.map(({ code }) => code)).toEqual([...diagnostics]);
    });
  }

  it('keeps each document as it came', () => {
    const first =
      '<Update><data><user><loginId>1</loginId></user></data><event>PUT</event></Update>';
    const second = first.replace('PUT', ' DELETE ');

    const { notifications } = readNotifications({ node: '/n', xml: `\n${first}\n${second}` }, 0);

    expect(notifications.map(({ xml }) => xml)).toEqual([first, second]);
  });

  it('says of every diagnostic on which node it came, and where in the document', () => {
    const { diagnostics } = readNotifications({ node: '/n', xml: '<Update>\n <data>&x;' }, 0);

    expect(diagnostics).toEqual([
      {
        code: 'malformed-xml',
        message: jasmine.stringMatching(/2:7: /),
        node: '/n',
        excerpt: '<Update>\n <data>&x;',
      },
    ]);
  });

  it('does not let a document reach the prototype of anything', () => {
    const xml =
      '<Update><data><user><loginId>1</loginId><__proto__><polluted>yes</polluted></__proto__>' +
      '<constructor>2</constructor></user></data><event>PUT</event></Update>';

    const { notifications } = readNotifications({ node: '/n', xml }, 0);

    expect(JSON.stringify(notifications[0])).toContain('"__proto__":{"polluted":"yes"}');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('stays fast on a body made to be slow', () => {
    const xml = '<Update><data>'.repeat(20_000);

    const { notifications, diagnostics } = readNotifications({ node: '/n', xml }, 0);

    expect(notifications).toEqual([]);
    expect(diagnostics.length).toBe(20_000);
  });
});

/** Objects under `extra` have no prototype, which jasmine tells apart from an ordinary object. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
