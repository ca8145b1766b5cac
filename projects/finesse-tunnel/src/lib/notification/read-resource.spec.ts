import { readResource } from './read-resource';

describe('readResource', () => {
  const readings = [
    {
      given: 'an agent',
      xml: '<User><loginId>1001</loginId></User>',
      resource: { kind: 'user', agent: { id: '1001' } },
    },
    {
      given: 'agents',
      xml: '<Users><User><loginId>1001</loginId></User></Users>',
      resource: { kind: 'users', agents: [{ id: '1001' }] },
    },
    {
      given: 'a team',
      xml: '<Team><id>31</id><users><User><loginId>1001</loginId></User></users></Team>',
      resource: { kind: 'team', team: { id: '31', agents: [{ id: '1001' }] } },
    },
    {
      given: 'reasons, of which one has no id and one is empty',
      xml: '<ReasonCodes category="NOT_READY"><ReasonCode><code>1</code></ReasonCode><ReasonCode/></ReasonCodes>',
      resource: { kind: 'reason-codes', reasonCodes: [{ code: 1 }] },
    },
    {
      given: 'errors',
      xml: '<?xml version="1.0" encoding="UTF-8"?>\n<ApiErrors>\n<ApiError><ErrorType>Not Found</ErrorType></ApiError></ApiErrors>\n',
      resource: { kind: 'api-errors', errors: [{ errorType: 'Not Found' }] },
    },
    { given: 'no dialogs', xml: '<Dialogs/>', resource: { kind: 'dialogs', dialogs: [] } },
  ];
  for (const { given, xml, resource } of readings) {
    it(`reads ${given}`, () => {
      const reading: unknown = readResource(xml);

      expect(reading).toEqual({ resource, diagnostics: [] });
    });
  }

  it('takes the id of what does not name itself from the address that was asked', () => {
    const { resource } = readResource(
      '<Queue><name>Billing</name></Queue>',
      '/finesse/api/Queue/41',
    );

    expect(resource).toEqual({ kind: 'queue', queue: { id: '41', name: 'Billing' } });
  });

  const refusals = [
    { given: 'a web page', xml: '<html><body/></html>', codes: ['unknown-resource'] },
    { given: 'text', xml: 'OK', codes: ['malformed-xml'] },
    { given: 'an agent nobody names', xml: '<User/>', codes: ['missing-id', 'unknown-resource'] },
    { given: 'a list that is text', xml: '<Dialogs>none</Dialogs>', codes: ['unknown-resource'] },
  ];
  for (const { given, xml, codes } of refusals) {
    it(`refuses ${given}`, () => {
      const { resource, diagnostics } = readResource(xml);

      expect(resource).toBeUndefined();
      expect(diagnostics.map(({ code }) => code as string)).toEqual(codes);
    });
  }
});
