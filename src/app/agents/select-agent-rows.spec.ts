import { isForgotten } from './select-agent-rows';

describe('isForgotten', () => {
  const nodes = ['/finesse/api/Team/31/Users', '/finesse/api/User/1001001'];

  it('holds once no node that told of an agent stands any more', () => {
    expect(isForgotten({ nodes }, new Set(['/finesse/api/Team/32/Users']))).toBeTrue();
    expect(isForgotten({ nodes }, new Set())).toBeTrue();
  });

  it('does not hold as long as one of them stands', () => {
    expect(isForgotten({ nodes }, new Set(nodes.slice(1)))).toBeFalse();
  });
});
