import { Dashboard } from '../testing/dashboard';

const KEYS = ['finesse-dashboard.settings', 'finesse-dashboard.settings.1000001'];

function select(dashboard: Dashboard, id: string, value: string): void {
  const field = dashboard.element(`#${id}`);
  if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) {
    field.value = value;
    field.dispatchEvent(new Event('change'));
  }
}

function putFile(dashboard: Dashboard, text: string): void {
  const field = dashboard.element('input[type=file]');
  if (field instanceof HTMLInputElement) {
    const files = new DataTransfer();
    files.items.add(new File([text], 'settings.json'));
    field.files = files.files;
    field.dispatchEvent(new Event('change'));
  }
}

describe('the settings page', () => {
  const usualTimeoutMs = jasmine.DEFAULT_TIMEOUT_INTERVAL;
  beforeAll(() => (jasmine.DEFAULT_TIMEOUT_INTERVAL = 30_000));
  afterAll(() => (jasmine.DEFAULT_TIMEOUT_INTERVAL = usualTimeoutMs));
  beforeEach(() => KEYS.forEach((key) => localStorage.removeItem(key)));
  afterEach(() => {
    KEYS.forEach((key) => localStorage.removeItem(key));
    delete document.documentElement.dataset['theme'];
    delete document.documentElement.dataset['density'];
  });

  it('puts a choice into effect at once, and keeps it for the agent', async () => {
    const dashboard = await Dashboard.signedIn('/settings');

    select(dashboard, 'settings-theme', 'contrast');
    select(dashboard, 'threshold-waitSeconds', '42');
    await dashboard.until(() => document.documentElement.dataset['theme'] === 'contrast');

    const kept: unknown = JSON.parse(localStorage.getItem(KEYS[1] ?? '') ?? '{}');
    expect(kept).toEqual(
      jasmine.objectContaining({
        theme: 'contrast',
        thresholds: jasmine.objectContaining({ waitSeconds: 42 }),
      }),
    );
  });

  it("takes up the agent's own settings after signing in", async () => {
    localStorage.setItem('finesse-dashboard.settings', '{"version":1,"theme":"light"}');
    localStorage.setItem('finesse-dashboard.settings.1000001', '{"version":1,"theme":"dark"}');

    const dashboard = await Dashboard.signedIn('/settings');

    await dashboard.until(() => document.documentElement.dataset['theme'] === 'dark');
  });

  it('says what is wrong with stored settings, and leaves them where they are', async () => {
    localStorage.setItem('finesse-dashboard.settings.1000001', '{"version":1,"theme":"pink"}');

    const dashboard = await Dashboard.signedIn('/settings');

    await dashboard.until(() => dashboard.text('main [role=alert]').includes('theme is "pink"'));
    expect(localStorage.getItem('finesse-dashboard.settings.1000001')).toContain('pink');
  });

  it('refuses a number that is none, and keeps the last good one', async () => {
    const dashboard = await Dashboard.signedIn('/settings');

    select(dashboard, 'threshold-waitSeconds', '-3');
    await dashboard.until(() => dashboard.text('#threshold-problem') !== '');

    expect(localStorage.getItem(KEYS[1] ?? '')).toBeNull();
  });

  it('takes a file over as a whole, or not at all', async () => {
    const dashboard = await Dashboard.signedIn('/settings');

    putFile(dashboard, '{"version":1,"theme":"dark","hours":"99"}');
    await dashboard.until(() => dashboard.text('main').includes('hours is "99"'));
    expect(document.documentElement.dataset['theme']).toBeUndefined();

    putFile(dashboard, '{"version":1,"theme":"dark","hours":"12"}');
    await dashboard.until(() => document.documentElement.dataset['theme'] === 'dark');
    expect(dashboard.text('main')).toContain('The settings of the file are in use.');
  });
});
