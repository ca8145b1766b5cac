import fc from 'fast-check';
import { decodePresenceBody, encodePresenceBody } from './presence-body';

describe('the body of a presence', () => {
  const from = 'finesse@fin-a.example.test/desktop';
  const readings = [
    {
      given: 'an empty type',
      body: `<presence><from>${from}</from><type/></presence>`,
      type: 'available',
    },
    {
      given: 'a type of nothing',
      body: `<presence><type></type><from>${from}</from></presence>`,
      type: 'available',
    },
    { given: 'no type', body: `<presence><from>${from}</from></presence>`, type: 'available' },
    {
      given: 'the text null',
      body: `<presence><from>${from}</from><type>null</type></presence>`,
      type: 'available',
    },
    {
      given: 'unavailable',
      body: `<presence>\n<from>\n${from}</from>\n<type> unavailable </type></presence>`,
      type: 'unavailable',
    },
    {
      given: 'text that is not escaped',
      body: `<presence><from>${from}</from><type>a & b</type></presence>`,
      type: 'a & b',
    },
  ];
  for (const { given, body, type } of readings) {
    it(`is read from ${given}`, () => {
      expect(decodePresenceBody(body)).toEqual({ ok: true, value: { from, type } });
    });
  }

  for (const body of [
    '',
    '<presence/>',
    '<presence><from/></presence>',
    '<presence><from>null</from></presence>',
    '<presence><from> </from></presence>',
    '<presence><from>a',
    'null',
  ]) {
    it(`is refused without a sender: ${body}`, () => {
      const presence = decodePresenceBody(body);

      expect(presence.ok ? 'accepted' : presence.diagnostic.code).toBe('bad-presence');
    });
  }

  it('is written as the page of Cisco does', () => {
    expect(encodePresenceBody({ from: 'a@b', type: 'available' })).toBe(
      '<presence><from>a@b</from><type/></presence>',
    );
    expect(encodePresenceBody({ from: 'a@b', type: 'unavailable' })).toBe(
      '<presence><from>a@b</from><type>unavailable</type></presence>',
    );
  });

  it('reads as it was written', () => {
    const word = fc
      .string({ unit: 'grapheme-ascii' })
      .map((text) => text.trim())
      .filter((text) => text !== '' && text !== 'null');

    fc.assert(
      fc.property(word, word, (from, type) => {
        expect(decodePresenceBody(encodePresenceBody({ from, type }))).toEqual({
          ok: true,
          value: { from, type },
        });
      }),
    );
  });

  it('never throws', () => {
    const scraps = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom('<from>', '</from>', '<type>', '</type>', '&#x110000;', '&'),
      ),
    );

    fc.assert(
      fc.property(scraps, (parts) => {
        expect(typeof decodePresenceBody(parts.join('')).ok).toBe('boolean');
      }),
    );
  });
});
