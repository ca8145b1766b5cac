import { csvText } from './csv-text';

const cell = (text: string): string =>
  csvText([[text]])
    .replace('\uFEFF', '')
    .replace('\r\n', '');

describe('csvText', () => {
  it('begins with the byte order mark and ends each line as RFC 4180 has it', () => {
    expect(csvText([['a', 'b'], [1]])).toBe('\uFEFFa,b\r\n1\r\n');
  });

  for (const { text, written } of [
    { text: 'Mara', written: 'Mara' },
    { text: 'Lindqvist, Mara', written: '"Lindqvist, Mara"' },
    { text: 'the "Harbour" Desk', written: '"the ""Harbour"" Desk"' },
    { text: 'two\nlines', written: '"two\nlines"' },
    { text: '', written: '' },
  ]) {
    it(`writes ${JSON.stringify(text)} so that it is read back`, () => {
      expect(cell(text)).toBe(written);
    });
  }

  for (const text of ['=1+1', '+15550100', '-2', '@SUM(A1)', '\t=1', '  =1', '＝1+1']) {
    it(`keeps ${JSON.stringify(text)} from being a formula`, () => {
      expect(cell(text)).toBe(`'${text}`);
    });
  }

  it('guards a formula and quotes it as well', () => {
    expect(cell('=HYPERLINK("http://x.test","y")')).toBe('"\'=HYPERLINK(""http://x.test"",""y"")"');
  });

  it('leaves numbers numbers, even negative ones', () => {
    expect(csvText([[-1, 2.5]])).toBe('\uFEFF-1,2.5\r\n');
  });
});
