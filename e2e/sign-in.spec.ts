import { expect, test } from './fixtures';
import { type RunningSandbox } from './running-sandbox';

test('a wrong password is told, and the right one works afterwards', async ({
  dashboard,
}, info) => {
  await dashboard.signIn('1000001', 'wrong');

  await expect(dashboard.page.getByRole('alert')).toContainText(/password/i);
  await dashboard.page.screenshot({ path: info.outputPath('wrong-password.png') });
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');
});

test('a page opened by hand asks to sign in and then goes there', async ({ dashboard }) => {
  await dashboard.page.goto(new URL('/queues', dashboard.page.url()).href);

  await dashboard.signIn('1000001', 'cisco');

  await expect(dashboard.page).toHaveURL(/\/queues$/);
  await expect(dashboard.queues).toBeVisible();
});

test('signing out ends the session, and one can sign in again', async ({ dashboard, sandbox }) => {
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');

  await dashboard.page.getByRole('button', { name: 'Sign out' }).click();

  await expect(dashboard.page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect.poll(async () => webSocketSessions(sandbox)).toEqual([]);
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');
});

test('the password is nowhere but in memory', async ({ dashboard }) => {
  const said: string[] = [];
  dashboard.page.on('console', (message) => said.push(message.text()));
  dashboard.page.on('request', (request) => said.push(request.url()));
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');

  const stored = await dashboard.page.evaluate(() =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      location.href,
      document.cookie,
    ]),
  );

  expect([stored, ...said].filter((text) => /cisco(?!\.)/.test(text))).toEqual([]);
});

/** Sessions over BOSH outlive a page that other tests left behind. */
async function webSocketSessions(sandbox: RunningSandbox): Promise<readonly unknown[]> {
  return (await sandbox.sessions()).filter(({ transport }) => transport === 'websocket');
}
