import { expect, printed, sampleFolder, test } from './sample-fixtures';

const AGENT = '1001001';
const OTHER = '1001004';

for (const { name, how } of [
  { name: 'NonGadgetSampleWithStropheAndWebsocket', how: 'Strophe over WebSocket' },
  { name: 'NonGadgetSample', how: 'JabberWerx over BOSH' },
]) {
  test(`${name} (${how}) signs in, changes state, makes a call and signs out`, async ({
    page,
    startSandbox,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    const sandbox = await startSandbox('--static', sampleFolder(name));
    const says = async (text: string | RegExp): Promise<void> =>
      expect.poll(() => printed(page)).toMatch(text);
    await page.goto(`${sandbox.url}/`);

    await page.fill('#field-agentid', AGENT);
    await page.fill('#field-password', 'cisco');
    await page.fill('#field-extension', AGENT);
    await page.fill('#field-domain', 'localhost');
    await page.locator('#form-agent-signin input[type=submit]').click();
    await says('202');
    await expect(page.locator('#span-agent-info')).toContainText(AGENT);
    await expect.poll(() => sandbox.stateOf(AGENT)).toBe('NOT_READY');

    await page.locator('#button-get-agent-state').click();
    await says(/<loginId>1001001<\/loginId>/);
    await page.locator('#button-clear-console').click();
    await page.locator('#button-change-agent-state-ready').click();
    await expect.poll(() => sandbox.stateOf(AGENT)).toBe('READY');
    await says(/EVENT[^]*<state>READY<\/state>/);
    await page.locator('#button-change-agent-state-notready').click();
    await says(/EVENT[^]*<state>NOT_READY<\/state>/);

    await sandbox.setState(OTHER, 'READY');
    await page.locator('#button-clear-console').click();
    await page.fill('#field-call-control-make-dialnum', OTHER);
    await page.locator('#form-call-control-make input[type=submit]').click();
    await says(/EVENT[^]*<(D|d)ialog>/);
    const id = /<id>(\d+)<\/id>/.exec(await printed(page))?.[1] ?? '';
    await page.fill('#field-call-control-callid', id);
    await page.locator('#button-clear-console').click();
    await page.locator('#button-call-control-drop').click();
    await says(/EVENT[^]*<state>DROPPED<\/state>|<event>DELETE<\/event>/);

    await page.locator('#button-signout').click();
    await expect.poll(() => sandbox.stateOf(AGENT)).toBe('LOGOUT');
    await expect(page.locator('#div-signin')).toBeVisible();
    expect(errors).toEqual([]);
  });
}
