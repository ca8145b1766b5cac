import { namespaceOf } from './namespace-of';
import { parseXml } from './parse-xml';

describe('namespaceOf', () => {
  const cases = [
    { given: 'its own declaration', xml: '<r xmlns="a"><v xmlns="b"/></r>', namespace: 'b' },
    { given: "an ancestor's declaration", xml: '<r xmlns="a"><v/></r>', namespace: 'a' },
    { given: 'a prefix', xml: '<r xmlns="a" xmlns:p="b"><p:v/></r>', namespace: 'b' },
    { given: 'no declaration', xml: '<r><v/></r>', namespace: undefined },
    { given: 'a prefix nobody declared', xml: '<r xmlns="a"><p:v/></r>', namespace: undefined },
    { given: 'a declaration taken back', xml: '<r xmlns="a"><v xmlns=""/></r>', namespace: '' },
  ];
  for (const { given, xml, namespace } of cases) {
    it(`follows ${given}`, () => {
      const [element] = parseXml(xml).children;

      expect(element && namespaceOf(element)).toBe(namespace);
    });
  }
});
