import fc from 'fast-check';
import { parseStanza } from './parse-stanza';
import { type EventFrame, readEventFrame } from './read-event-frame';

const EVENT_NS = 'http://jabber.org/protocol/pubsub#event';
const item = (payload: string, id = `id='1'`) =>
  `<item ${id}><notification xmlns='http://jabber.org/protocol/pubsub'>${payload}</notification></item>`;
const frame = (
  items: string,
  attributes = ` xmlns='jabber:client' from='pubsub.fin' to="a@fin/b"`,
) =>
  `<message${attributes}><event xmlns='${EVENT_NS}'><items node='/finesse/api/User/1'>${items}</items></event></message>`;

/** What the browser's own parser makes of a frame; the way of everything that is not read here. */
function readWithDom(text: string): EventFrame | undefined {
  const message = parseStanza(text);
  const items = message?.getElementsByTagNameNS(EVENT_NS, 'event')[0]?.firstElementChild;
  return message && items
    ? {
        from: message.getAttribute('from') ?? '',
        node: items.getAttribute('node') ?? '',
        xml: message.textContent,
      }
    : undefined;
}

describe('readEventFrame', () => {
  const read = [
    {
      given: 'an escaped document',
      text: frame(item('&lt;Update&gt;&amp;amp; &quot;&apos;&lt;/Update&gt;')),
    },
    { given: 'several items', text: frame(item('a') + item('b')) },
    { given: 'no item', text: frame('') },
    { given: 'white space between elements', text: frame(`\n ${item('a')}\n `) },
    {
      given: 'attributes in double quotes and another order',
      text: frame(item('a', `publisher="p" id="1"`), ` to='x'\n from="f"`),
    },
    { given: 'no sender', text: frame(item('a'), '') },
    { given: 'people from everywhere', text: frame(item('Zoë 中 \u{1F600} \u202E')) },
    { given: 'an escape that was escaped', text: frame(item('&amp;lt;')) },
    { given: 'a headline', text: frame(item('a'), ` type='headline' from='f'`) },
  ];
  for (const { given, text } of read) {
    it(`reads ${given}, as the DOM does`, () => {
      const event = readEventFrame(text);

      expect(event).toBeDefined();
      expect(event).toEqual(readWithDom(text));
    });
  }

  const left = [
    { given: 'a numeric reference', text: frame(item('&#65;')) },
    { given: 'a carriage return', text: frame(item('a\r\nb')) },
    { given: 'CDATA', text: frame(item('<![CDATA[a]]>')) },
    { given: 'a payload with children', text: frame(item('<Update/>')) },
    { given: 'a reference in an attribute', text: frame(item('a', `id='&amp;'`)) },
    { given: 'an error', text: frame(item('a'), ` type="error" from='f'`) },
    { given: 'a prefix nobody declared', text: frame(item('a', `p:id='1'`)) },
    {
      given: 'something beside the event',
      text: frame(item('a')).replace('</event>', '</event><delay/>'),
    },
    { given: 'another namespace', text: frame(item('a')).replace('#event', '#other') },
    { given: 'a stray "&"', text: frame(item('a & b')) },
    { given: 'a control character', text: frame(item('\u0001')) },
    { given: '"]]>"', text: frame(item(']]>')) },
    { given: 'an attribute twice', text: frame(item('a'), ` from='f' from='g'`) },
    {
      given: 'an end tag of another element',
      text: frame(item('a')).replace('</notification>', '</notify>'),
    },
    { given: 'two stanzas', text: frame(item('a')) + frame(item('a')) },
    { given: 'text behind', text: `${frame(item('a'))}a` },
    { given: 'a frame cut off', text: frame(item('a')).slice(0, -1) },
    { given: 'a document type', text: `<!DOCTYPE message>${frame(item('a'))}` },
    { given: 'presence', text: `<presence from='finesse@fin'/>` },
    { given: 'no text', text: new ArrayBuffer(1) },
  ];
  for (const { given, text } of left) {
    it(`leaves ${given} to the parser`, () => {
      expect(readEventFrame(text)).toBeUndefined();
    });
  }

  it('reads nothing that the DOM would refuse or read otherwise', () => {
    const whole = frame(item('&lt;a&gt; &amp;amp; b') + item('c'));
    const scraps = [
      '<',
      '>',
      '/',
      '&',
      '&amp;',
      '&lt',
      "'",
      '"',
      '=',
      ' ',
      '\n',
      '\r',
      '\0',
      '<!---->',
      ']]>',
      'x',
      ' a="1"',
      ' from=""',
      '<b/>',
      ':',
      '\u{1F600}',
    ];
    const edits = fc.array(
      fc.record({
        at: fc.nat({ max: whole.length }),
        cut: fc.nat({ max: 3 }),
        by: fc.constantFrom(...scraps),
      }),
      { minLength: 1, maxLength: 3 },
    );

    fc.assert(
      fc.property(edits, (list) => {
        const text = list.reduce(
          (done, { at, cut, by }) => done.slice(0, at) + by + done.slice(at + cut),
          whole,
        );
        const event = readEventFrame(text);

        // A frame is UTF-8, which has no half of a surrogate pair.
        const isFrame = !/[\uD800-\uDFFF]/u.test(text);
        return (
          !isFrame ||
          event === undefined ||
          JSON.stringify(event) === JSON.stringify(readWithDom(text))
        );
      }),
      { numRuns: 5_000 },
    );
  });

  const slow = {
    'a long text': frame(item('&lt;a&gt; '.repeat(12_000))),
    'many blanks': frame(item('a')).slice(0, -1) + ' '.repeat(90_000),
    'many attributes': `<message${Array.from({ length: 9_000 }, (_, i) => ` a${i}="b"`).join('')}>`,
    'many items': frame(item('a').repeat(900)).slice(0, -2),
    'many tags that nothing ends': '< '.repeat(49_000),
    'ten million characters': frame(item('&lt;a&gt; '.repeat(1_250_000))),
  };
  for (const [what, text] of Object.entries(slow)) {
    it(`stays quick on ${what}`, () => {
      const start = performance.now();

      readEventFrame(text);

      // Far from any measurement: what is not linear takes minutes here.
      expect(performance.now() - start).toBeLessThan(2_000);
    });
  }
});
