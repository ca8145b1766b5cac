import { readSettings, writeSettings } from './read-settings';
import { DEFAULT_ALERTS } from './alert-rule';
import { DEFAULT_SETTINGS, type Settings } from './settings';

function problems(text: string): readonly string[] {
  const reading = readSettings(text);
  return reading.ok ? [] : reading.problems;
}

describe('readSettings', () => {
  it('reads what writeSettings wrote', () => {
    const settings: Settings = {
      theme: 'contrast',
      hours: '12',
      numbers: 'de-CH',
      density: 'compact',
      thresholds: { notReadyMinutes: 7.5, callsWaiting: 1 },
      alerts: DEFAULT_ALERTS.slice(0, 1),
    };

    expect(readSettings(writeSettings(settings))).toEqual({ ok: true, settings });
  });

  it('keeps the default of whatever is not given', () => {
    expect(readSettings('{"version":1,"theme":"dark"}')).toEqual({
      ok: true,
      settings: { ...DEFAULT_SETTINGS, theme: 'dark' },
    });
  });

  it('marks nothing where a threshold was taken away', () => {
    const reading = readSettings('{"version":1,"thresholds":{}}');

    expect(reading.ok && reading.settings.thresholds).toEqual({});
  });

  for (const { given, text, names } of [
    { given: 'a file cut short', text: '{"version":1,"the', names: ['cut short'] },
    { given: 'a list', text: '[]', names: ['no JSON object'] },
    { given: 'no version', text: '{"theme":"dark"}', names: ['version'] },
    { given: 'another version', text: '{"version":2}', names: ['version'] },
    { given: 'an unknown theme', text: '{"version":1,"theme":"pink"}', names: ['theme is "pink"'] },
    { given: 'a number for a word', text: '{"version":1,"hours":12}', names: ['hours is 12'] },
    {
      given: 'thresholds that make no sense',
      text: '{"version":1,"thresholds":{"waitSeconds":-1,"callsWaiting":"5","talkingMinutes":1e9}}',
      names: [
        'thresholds.talkingMinutes is 1000000000',
        'thresholds.waitSeconds is -1',
        'thresholds.callsWaiting is "5"',
      ],
    },
    {
      given: 'fields that do not exist',
      text: '{"version":1,"them":"dark","thresholds":{"wait":1}}',
      names: ['them is not known', 'thresholds.wait is not known'],
    },
  ]) {
    it(`names all that is wrong, given ${given}`, () => {
      const found = problems(text);

      expect(found.length).toBe(names.length);
      names.forEach((name, index) => expect(found[index]).toContain(name));
    });
  }
});
