import { parseXml } from './parse-xml';
import { textOf } from './text-of';

describe('textOf', () => {
  it('gives the text of an element and all within, in the order of the document', () => {
    const xml = '<r>1<a>2<b>3</b>4</a><!-- no -->5<c/><![CDATA[6]]><d>7</d></r>';

    expect(textOf(parseXml(xml))).toBe('1234567');
  });
});
