import { DEFAULT_ALERTS } from './alert-rule';
import { readAlertRules } from './read-alert-rules';
import { readSettings, writeSettings } from './read-settings';
import { DEFAULT_SETTINGS } from './settings';

const RULE = {
  id: 'r',
  name: 'Many calls',
  metric: 'calls-waiting',
  comparison: 'above',
  threshold: 5,
};

describe('the rules of a settings file', () => {
  it('are the usual ones where the file has none, and none where its list is empty', () => {
    expect(readAlertRules(undefined, [])).toBe(DEFAULT_ALERTS);
    expect(readAlertRules([], [])).toEqual([]);
  });

  it('come back as they were written', () => {
    const quiet = { from: '22:00', to: '06:00' };
    const alerts = DEFAULT_ALERTS.map((rule) => ({ ...rule, quiet }));
    const reading = readSettings(writeSettings({ ...DEFAULT_SETTINGS, alerts }));

    expect(reading.ok ? reading.settings.alerts : reading.problems).toEqual(alerts);
  });

  it('take the usual value for what is not told', () => {
    expect(readAlertRules([RULE], [])).toEqual([
      jasmine.objectContaining({ ...RULE, isOn: true, forSeconds: 0, margin: 0, scope: '' }),
    ]);
  });

  const wrong: readonly [value: unknown, problem: string][] = [
    [{}, 'alerts must be a list'],
    [Array.from({ length: 51 }, () => RULE), 'alerts must be a list'],
    [['x'], 'alerts[0].metric'],
    [[{ ...RULE, metric: 'constructor' }], 'alerts[0].metric'],
    [[{ ...RULE, name: ' ' }], 'alerts[0].name'],
    [[{ ...RULE, threshold: '5' }], 'alerts[0].threshold'],
    [[{ ...RULE, threshold: null }], 'alerts[0].threshold'],
    [[{ ...RULE, forSeconds: -1 }], 'alerts[0].forSeconds'],
    [[{ ...RULE, isOn: 'yes' }], 'alerts[0].isOn'],
    [[{ ...RULE, quiet: { from: '25:00', to: '06:00' } }], 'alerts[0].quiet'],
    [[{ ...RULE, quiet: { from: '22:00' } }], 'alerts[0].quiet'],
    [[{ ...RULE, metric: 'time-in-state' }], 'alerts[0].state'],
    [[{ ...RULE, colour: 'red' }], 'alerts[0].colour is not known'],
    [[RULE, RULE], 'two rules have the same id'],
  ];
  for (const [value, problem] of wrong) {
    it(`are refused with "${problem}" for ${JSON.stringify(value).slice(-40)}`, () => {
      const problems: string[] = [];
      readAlertRules(value, problems);

      expect(problems.join('\n')).toContain(problem);
    });
  }
});
