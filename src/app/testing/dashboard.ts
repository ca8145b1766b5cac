import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { provideEventTunnelTesting, FakeTunnelTransport } from 'finesse-tunnel/testing';
import { App } from '../app';
import { dashboardProviders } from '../dashboard-providers';

const SUPERVISOR = '1000001';
const PATIENCE_MS = 20_000;

/** The whole application in front of a tunnel page that a test plays, driven by what the screen says. */
export class Dashboard {
  readonly page = TestBed.inject(FakeTunnelTransport);
  readonly router = TestBed.inject(Router);

  private constructor(private readonly fixture: ComponentFixture<App>) {}

  /** Opens a path as if by hand, so the sign-in page comes first. */
  static async open(path: string): Promise<Dashboard> {
    TestBed.configureTestingModule({
      providers: [...dashboardProviders(provideEventTunnelTesting())],
    });
    const dashboard = new Dashboard(TestBed.createComponent(App));
    await dashboard.router.navigateByUrl(path);
    await dashboard.until(() => dashboard.element('input[name=password]') !== null);
    return dashboard;
  }

  /** Opens a path and signs in as a supervisor of one team, whom the server then tells about. */
  static async signedIn(path = '/'): Promise<Dashboard> {
    const dashboard = await Dashboard.open(path);
    dashboard.signIn(SUPERVISOR, 'made-up');
    dashboard.page.reportLoaded();
    dashboard.page.reportConnected();
    dashboard.publishUser(
      SUPERVISOR,
      '<roles><role>Supervisor</role></roles><teams><Team><id>31</id><name>Harbour Desk</name></Team></teams>',
    );
    await dashboard.until(
      () =>
        dashboard.element('main input[name=password]') === null &&
        dashboard.element('main h1') !== null,
    );
    return dashboard;
  }

  /** Fills in the form and sends it. */
  signIn(id: string, password: string): void {
    this.fill('Agent ID', id);
    this.fill('Password', password);
    this.press('Sign in');
  }

  /** Publishes a change of an agent on their own node. */
  publishUser(id: string, fields: string): void {
    this.publish(`/finesse/api/User/${id}`, `<user><loginId>${id}</loginId>${fields}</user>`);
  }

  /** Publishes a change of an agent on the node of the team. */
  publishMate(id: string, fields: string): void {
    this.publish('/finesse/api/Team/31/Users', `<user><loginId>${id}</loginId>${fields}</user>`);
  }

  /** Publishes anything. */
  publish(node: string, data: string): void {
    this.page.publish(
      node,
      `<Update><data>${data}</data><event>PUT</event><requestId></requestId><source>${node}</source></Update>`,
    );
  }

  /** The first element that fits. */
  element(selector: string): HTMLElement | null {
    return this.root().querySelector<HTMLElement>(selector);
  }

  /** What an element says, blanks as one sees them. */
  text(selector: string): string {
    return (this.element(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  /** Types into the field of that label. */
  fill(label: string, value: string): void {
    const field = this.labelled(label);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Presses the button of that name, inside an element if one is given. */
  press(name: string, inside = '*'): void {
    const buttons = [...this.root().querySelectorAll<HTMLElement>('button')];
    const button = buttons.find(
      (b) =>
        (b.getAttribute('aria-label') ?? b.textContent).trim() === name &&
        b.closest(inside) !== null,
    );
    if (button === undefined) {
      throw new Error(`There is no button "${name}".`);
    }
    button.click();
  }

  /** Waits until something holds on the screen. */
  async until(holds: () => boolean): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (performance.now() < end) {
      await this.fixture.whenStable();
      if (holds()) {
        return;
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    throw new Error(`It never held: ${String(holds)}\n${this.root().innerText}`);
  }

  private labelled(label: string): HTMLInputElement {
    const id = [...this.root().querySelectorAll('label')].find(
      (l) => l.textContent.trim() === label,
    )?.htmlFor;
    const field = this.element(id === undefined ? `[aria-label="${label}"]` : `#${id}`);
    if (field instanceof HTMLInputElement) {
      return field;
    }
    throw new Error(`There is no field "${label}".`);
  }

  private root(): HTMLElement {
    const root: unknown = this.fixture.nativeElement;
    return root instanceof HTMLElement ? root : document.body;
  }
}
