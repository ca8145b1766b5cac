import { Pseudonyms } from './pseudonyms';
import { valueWithoutPersons } from './value-without-persons';
import { xmlWithoutPersons } from './xml-without-persons';
import { pathWithoutPerson } from './personal-fields';

/** Counts up, so that a test knows what comes. */
function counted(): Pseudonyms {
  let next = 0;
  return new Pseudonyms(() => ++next);
}

const USER =
  '<Update><data><user><loginId>1001001</loginId><loginName>mara.l</loginName><firstName>Mara</firstName>' +
  '<lastName>Lindqvist</lastName><extension>1001001</extension><state>READY</state><novelty>Mara at home</novelty>' +
  '<dialogs>/finesse/api/User/1001001/Dialogs</dialogs></user></data><event>PUT</event>' +
  '<source>/finesse/api/User/1001001</source></Update>';

const DIALOG =
  '<Update><data><dialog><id>7001</id><fromAddress>+15550100</fromAddress><toAddress>1001001</toAddress>' +
  '<mediaProperties><queueName>Biscuit Billing</queueName><callvariables><CallVariable><name>user.customer</name>' +
  '<value>Otto &amp; Daughters</value></CallVariable><CallVariable><name>callVariable2</name><value></value>' +
  '</CallVariable></callvariables></mediaProperties></dialog></data><event>PUT</event></Update>';

describe('a recorded document', () => {
  it('has no person in it, and all that is nobody’s', () => {
    const xml = xmlWithoutPersons(USER, counted()) ?? '';

    expect(xml).not.toMatch(/Mara|mara|Lindqvist|1001001|home/);
    expect(xml).toContain('<state>READY</state>');
    expect(xml).toContain('<loginId>agent1</loginId>');
    expect(xml).toContain('<lastName>1</lastName>');
    expect(xml).toContain('<loginName>agent1</loginName>');
    expect(xml).toContain('<dialogs>/finesse/api/User/agent1/Dialogs</dialogs>');
  });

  it('calls the same person and the same number the same everywhere', () => {
    const pseudonyms = counted();
    const user = xmlWithoutPersons(USER, pseudonyms) ?? '';
    const dialog = xmlWithoutPersons(DIALOG, pseudonyms) ?? '';
    const [, extension] = /<extension>(.+)<\/extension>/.exec(user) ?? [];

    expect(dialog).toContain(`<toAddress>${extension ?? '?'}</toAddress>`);
    expect(xmlWithoutPersons(USER, pseudonyms)).toBe(user);
  });

  it('keeps names of variables and queues, and no value', () => {
    const xml = xmlWithoutPersons(DIALOG, counted()) ?? '';

    expect(xml).not.toMatch(/Otto|15550100/);
    expect(xml).toContain('<queueName>Biscuit Billing</queueName>');
    expect(xml).toContain('<name>user.customer</name>');
    expect(xml).toContain('<value></value>');
  });

  it('is none where it is malformed', () => {
    expect(xmlWithoutPersons('<Update><firstName>Mara</Update>', counted())).toBeUndefined();
  });
});

describe('a recorded snapshot', () => {
  it('has no person in it, and fits the documents', () => {
    const pseudonyms = counted();
    xmlWithoutPersons(USER, pseudonyms);
    const copy = valueWithoutPersons(
      {
        kind: 'team-users',
        team: { id: '31', name: 'Harbour Desk' },
        agents: [
          {
            id: '1001001',
            firstName: 'Mara',
            state: 'READY',
            stateChangeTime: 5,
            teams: [{ id: '31', name: 'Harbour Desk' }],
            extra: { novelty: 'Mara at home' },
          },
        ],
      },
      'snapshot',
      pseudonyms,
    );

    expect(JSON.stringify(copy)).not.toMatch(/Mara|1001001/);
    expect(copy).toEqual(
      jasmine.objectContaining({
        team: { id: '31', name: 'Harbour Desk' },
        agents: [
          jasmine.objectContaining({
            id: 'agent1',
            firstName: 'Agent',
            state: 'READY',
            stateChangeTime: 5,
            teams: [{ id: '31', name: 'Harbour Desk' }],
          }),
        ],
      }),
    );
  });
});

describe('a recorded node', () => {
  const cases: readonly [node: string, kept: string][] = [
    ['/finesse/api/Team/31/Users', '/finesse/api/Team/31/Users'],
    ['/finesse/api/User/1001001/Dialogs', '/finesse/api/User/agent1/Dialogs'],
    ['/finesse/api/User/mara%40example.test/Media/5000', '/finesse/api/User/agent1/Media/5000'],
    ['/finesse/api/User/1001001/Dialogs?q=mara', 'text-1'],
    ['/somebody/mara', 'text-1'],
    ['', ''],
  ];
  for (const [node, kept] of cases) {
    it(`is ${kept} for ${node}`, () => {
      expect(pathWithoutPerson(node, counted())).toBe(kept);
    });
  }
});

describe('pseudonyms', () => {
  it('are never the same for two values, however often chance repeats itself', () => {
    const pseudonyms = new Pseudonyms(() => 7);
    const given = new Set(
      Array.from({ length: 50 }, (_, i) => pseudonyms.of('text', `v${String(i)}`)),
    );

    expect(given.size).toBe(50);
  });

  it('tell nothing of the order, nor are they the same twice', () => {
    const values = Array.from({ length: 20 }, (_, index) => `agent ${String(index)}`);
    const once = new Pseudonyms();
    const again = new Pseudonyms();

    expect(values.map((v) => once.of('login', v))).not.toEqual(
      values.map((v) => again.of('login', v)),
    );
  });
});
