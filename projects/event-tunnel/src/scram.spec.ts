import { scramFirstMessage, scramProof } from './scram';

/** RFC 5802 §5 and RFC 7677 §3. */
const VECTORS = [
  {
    hash: 'SHA-1',
    nonce: 'fyko+d2lbbFgONRv9qkxdawL',
    challenge: 'r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096',
    message: 'c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=',
    serverSignature: 'rmF9pqV8S7suAoZWja4dJRkFsKQ=',
  },
  {
    hash: 'SHA-256',
    nonce: 'rOprNGfwEbeRWgbNEkqO',
    challenge:
      'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
    message:
      'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
    serverSignature: '6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
  },
];

const ACCOUNT = { user: 'user', password: 'pencil', nonce: 'fyko+d2lbbFgONRv9qkxdawL' };

describe('scramProof', () => {
  for (const { hash, nonce, challenge, message, serverSignature } of VECTORS) {
    it(`gives what the RFC gives for SCRAM-${hash}`, async () => {
      const proof = await scramProof(hash, { ...ACCOUNT, nonce }, challenge);

      expect(proof).toEqual({ message, serverSignature });
    });
  }

  for (const { given, challenge } of [
    { given: "another's nonce", challenge: 'r=other123,s=QSXCR+Q6sek8bf92,i=4096' },
    { given: 'our nonce alone', challenge: `r=${ACCOUNT.nonce},s=QSXCR+Q6sek8bf92,i=4096` },
    { given: 'too few iterations', challenge: `r=${ACCOUNT.nonce}x,s=QSXCR+Q6sek8bf92,i=4095` },
    { given: 'far too many', challenge: `r=${ACCOUNT.nonce}x,s=QSXCR+Q6sek8bf92,i=1000001` },
    { given: 'an extension', challenge: `m=1,r=${ACCOUNT.nonce}x,s=QSXCR+Q6sek8bf92,i=4096` },
    { given: 'nothing', challenge: '' },
  ]) {
    it(`refuses a challenge with ${given}`, async () => {
      await expectAsync(scramProof('SHA-1', ACCOUNT, challenge)).toBeRejected();
    });
  }

  it('takes passwords that look alike for alike', async () => {
    const challenge = VECTORS[0]?.challenge ?? '';
    const composed = await scramProof('SHA-1', { ...ACCOUNT, password: '\u00e9' }, challenge);
    const apart = await scramProof('SHA-1', { ...ACCOUNT, password: 'e\u0301' }, challenge);

    expect(composed).toEqual(apart);
  });
});

describe('scramFirstMessage', () => {
  it('escapes what has a meaning of its own', () => {
    expect(scramFirstMessage('a=b,c', 'nonce')).toBe('n=a=3Db=2Cc,r=nonce');
  });
});
