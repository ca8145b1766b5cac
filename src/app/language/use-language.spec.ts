import { clearTranslations } from '@angular/localize';
import { useLanguage } from './use-language';

const answering = (body: string, status = 200) => {
  const asked: unknown[] = [];
  const load: typeof fetch = (url) => {
    asked.push(url);
    return Promise.resolve(new Response(body, { status }));
  };
  return { load, asked };
};

describe('useLanguage', () => {
  beforeEach(() => (document.documentElement.lang = 'en'));
  afterEach(() => {
    clearTranslations();
    document.documentElement.lang = 'en';
  });

  it('asks for no file when the language is that of the source', async () => {
    const { load, asked } = answering('');

    expect(await useLanguage('en', load)).toEqual({ tag: 'en' });
    expect(asked).toEqual([]);
  });

  it('takes texts from the file of the language, and names it on the page', async () => {
    const { load, asked } = answering(
      '{"locale":"de","translations":{"spec.hello":"Hallo {$who}!"}}',
    );

    const inUse = await useLanguage('de', load);

    expect(inUse).toEqual({ tag: 'de' });
    expect(asked).toEqual([new URL('languages/de.json', document.baseURI).href]);
    expect($localize`:@@spec.hello:Hello ${'Mara'}:who:!`).toBe('Hallo Mara!');
    expect(document.documentElement.lang).toBe('de');
  });

  for (const { given, body, status, says } of [
    { given: 'a file that is missing', body: '', status: 404, says: 'HTTP status 404' },
    { given: 'a file cut short', body: '{"locale":"de","tra', status: 200, says: 'JSON' },
    { given: 'another JSON file', body: '{"hosts":[]}', status: 200, says: '"translations"' },
    {
      given: 'the file of another language',
      body: '{"locale":"fr","translations":{}}',
      status: 200,
      says: '"fr", not "de"',
    },
    {
      given: 'a translation that is no text',
      body: '{"locale":"de","translations":{"a":1}}',
      status: 200,
      says: '"a" is no text',
    },
  ]) {
    it(`stays in English and says why, given ${given}`, async () => {
      const { load } = answering(body, status);

      const inUse = await useLanguage('de', load);

      expect(inUse.tag).toBe('en');
      expect(inUse.problem).toContain('languages/de.json cannot be used.');
      expect(inUse.problem).toContain(says);
      expect(document.documentElement.lang).toBe('en');
    });
  }
});
