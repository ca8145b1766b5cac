import fc from 'fast-check';
import { escapeXml } from 'finesse-tunnel/protocol';
import type { Agent } from '../model/agent';
import { readNotifications } from './read-notifications';
import { readResource } from './read-resource';
import { readXml } from './xml-reader';

describe('the readers, whatever they are given', () => {
  it('never throw', () => {
    fc.assert(
      fc.property(scraps, (text) => {
        readXml(text);
        readResource(text, text);
        const { notifications, diagnostics } = readNotifications({ node: text, xml: text }, 0);

        return notifications.length + diagnostics.length > 0;
      }),
      { numRuns: 500 },
    );
  });

  it('read an agent as it was written, in any order of its elements', () => {
    fc.assert(
      fc.property(agents, fc.infiniteStream(fc.nat()), (agent, order) => {
        const xml = updateOf(agent, (elements) => shuffled(elements, order));

        const { notifications, diagnostics } = readNotifications({ node: '/n', xml }, 0);

        expect(diagnostics).toEqual([]);
        expect(notifications).toEqual([
          {
            kind: 'user',
            node: '/n',
            event: 'PUT',
            requestId: 'r',
            source: '/s',
            receivedAt: 0,
            xml,
            agent,
          },
        ]);
      }),
    );
  });

  it('read each document of a body, however many are sound and however many are cut off', () => {
    const whole =
      '<Update><data><user><loginId>1</loginId></user></data><event>PUT</event></Update>';
    const cut = fc
      .integer({ min: '<Update>'.length, max: whole.length - '</Update>'.length })
      .map((length) => whole.slice(0, length));

    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(whole), cut), { minLength: 1 }), (documents) => {
        const reading = readNotifications({ node: '/n', xml: documents.join('') }, 0);

        const sound = documents.filter((document) => document === whole).length;
        expect(reading.notifications.length).toBe(sound);
        expect(reading.diagnostics.length).toBe(documents.length - sound);
      }),
    );
  });

  it('give plain data that survives JSON', () => {
    fc.assert(
      fc.property(scraps, (text) => {
        const reading = readNotifications({ node: '/n', xml: text }, 0);

        const json = JSON.stringify(reading);
        return JSON.stringify(JSON.parse(json)) === json;
      }),
    );
  });
});

const scraps = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<Update>',
        '</Update>',
        '<data>',
        '</data>',
        '<user>',
        '</user>',
        '<dialogs/>',
        '<Queue><id>1</id></Queue>',
        '<statistics>x</statistics>',
        '<loginId>1</loginId>',
        '<__proto__>',
        '</__proto__>',
        '<event>PUT</event>',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '<!DOCTYPE a>',
        '<?xml version="1.0"?>',
        '&',
        '&#0;',
        '\uD800',
        '\u0000',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** Text that XML gives back as it was: line ends are normalised (XML 1.0 §2.11), so no carriage return. */
const text = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0x20, max: 0x7e }),
      fc.constantFrom(0x9, 0xa, 0x26, 0x3c, 0x3e, 0x5d),
      fc.integer({ min: 0xa0, max: 0xd7ff }),
      fc.integer({ min: 0x1_0000, max: 0x10_ffff }),
    ),
    { maxLength: 12 },
  )
  .map((codes) => String.fromCodePoint(...codes));
const word = text.map((written) => written.trim());
const filled = word.filter((written) => written !== '');
const moment = fc
  .date({
    min: new Date(0),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  })
  .map((date) => date.getTime());

const agents: fc.Arbitrary<Agent> = fc.record(
  {
    id: filled,
    firstName: text,
    lastName: text,
    state: word,
    stateChangeTime: moment,
    pendingState: word,
    reasonCodeId: fc.integer(),
    reasonCode: fc.oneof(
      fc.constant(null),
      fc.record(
        { code: fc.integer(), label: text, forAll: fc.boolean() },
        { noNullPrototype: true },
      ),
    ),
    extension: word,
    roles: fc.array(word),
    teams: fc.array(fc.record({ id: filled, name: text }, { noNullPrototype: true })),
    wrapUpTimerSeconds: fc.integer(),
  },
  { requiredKeys: ['id'], noNullPrototype: true },
);

type Order = (elements: readonly string[]) => readonly string[];

function updateOf(agent: Agent, order: Order): string {
  const user = element('user', order(agentElements(agent, order)).join(''));
  const children = [
    element('data', user),
    element('event', 'PUT'),
    element('requestId', 'r'),
    element('source', '/s'),
  ];
  return element('Update', order(children).join('\n'));
}

function agentElements(agent: Agent, order: Order): readonly string[] {
  const { reasonCode, roles, teams, stateChangeTime } = agent;
  return [
    leaf('loginId', agent.id),
    leaf('firstName', agent.firstName),
    leaf('lastName', agent.lastName),
    leaf('state', agent.state),
    leaf('stateChangeTime', stateChangeTime && new Date(stateChangeTime).toISOString()),
    leaf('pendingState', agent.pendingState),
    leaf('reasonCodeId', agent.reasonCodeId),
    leaf('extension', agent.extension),
    leaf('wrapUpTimer', agent.wrapUpTimerSeconds),
    reasonCode === undefined
      ? ''
      : element(
          'reasonCode',
          order([
            leaf('code', reasonCode?.code),
            leaf('label', reasonCode?.label),
            leaf('forAll', reasonCode?.forAll),
          ]).join(''),
        ),
    roles ? element('roles', roles.map((role) => leaf('role', role)).join('')) : '',
    teams
      ? element(
          'teams',
          teams
            .map(({ id, name }) =>
              element('Team', order([leaf('id', id), leaf('name', name)]).join('')),
            )
            .join(''),
        )
      : '',
  ];
}

function leaf(name: string, value: string | number | boolean | undefined): string {
  return value === undefined ? '' : element(name, escapeXml(String(value)));
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

function shuffled(elements: readonly string[], order: Iterator<number>): readonly string[] {
  return elements
    .map((element) => ({ element, rank: Number(order.next().value) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ element }) => element);
}
