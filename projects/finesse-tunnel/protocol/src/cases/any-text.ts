import fc from 'fast-check';

/** Strings of any UTF-16 units: control characters and halves of surrogate pairs among them. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x7f })))
  .map((units) => String.fromCharCode(...units));

/** Strings that XML can hold: whole characters, none of those that XML 1.0 §2.2 forbids. */
export const xmlText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0x20, max: 0x7e }),
      fc.constantFrom(0x9, 0xa, 0x26, 0x3c, 0x3e, 0x22, 0x27, 0x5d),
      fc.integer({ min: 0xa0, max: 0xd7ff }),
      fc.integer({ min: 0x1_0000, max: 0x10_ffff }),
    ),
  )
  .map((codes) => String.fromCodePoint(...codes));
