import { expect, type Locator, type Page } from '@playwright/test';

/** What a supervisor does and sees, in the words of the screen. */
export class DashboardPage {
  readonly connection: Locator;
  readonly agents: Locator;
  readonly nodes: Locator;
  readonly events: Locator;
  readonly queues: Locator;

  constructor(readonly page: Page) {
    this.connection = page.locator('[role="status"][data-connection]');
    this.agents = page.getByRole('table', { name: 'Agents' });
    this.nodes = page.getByRole('table', { name: 'Subscribed nodes' });
    this.events = page.getByRole('list', { name: 'Events' });
    this.queues = page.getByRole('table', { name: 'Queues' });
  }

  async signIn(id: string, password: string): Promise<void> {
    await this.page.getByLabel('Agent ID').fill(id);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  async expectConnection(phase: string): Promise<void> {
    await expect(this.connection).toHaveAttribute('data-connection', phase);
  }

  agent(id: string): Locator {
    return this.agents.locator(`[data-agent-id="${id}"]`);
  }

  /** A button of the actions for the selected agents. */
  action(name: string): Locator {
    return this.page
      .getByRole('group', { name: 'Actions for the selected agents' })
      .getByRole('button', { name: new RegExp(`^${name}( \\(\\d+\\))?$`) });
  }

  node(node: string): Locator {
    return this.nodes.locator(`[data-node="${node}"]`);
  }

  /** The state of every agent on the screen, by id. */
  async agentStates(): Promise<Readonly<Record<string, string>>> {
    const rows = await this.agents
      .locator('[data-agent-id]')
      .evaluateAll((elements) =>
        elements.map((e) => [
          e.getAttribute('data-agent-id') ?? '',
          e.getAttribute('data-state') ?? '',
        ]),
      );
    return Object.fromEntries(rows) as Record<string, string>;
  }

  async subscribe(node: string): Promise<void> {
    await this.page.getByLabel('Node', { exact: true }).fill(node);
    await this.page.getByRole('button', { name: 'Subscribe', exact: true }).click();
  }

  async unsubscribe(node: string): Promise<void> {
    await this.node(node)
      .getByRole('button', { name: /^Unsubscribe/ })
      .click();
  }
}
