import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { Store } from '@ngrx/store';
import { selectConnectionStatus } from 'finesse-tunnel';
import { filter, map, pairwise } from 'rxjs';
import { AlertWatch } from './alerts/alert-watch';
import { ConnectionBadge } from './connection/connection-badge';
import { agentName } from './display/agent-name';
import { Clock } from './display/clock';
import { nextTheme, THEME_WORDS } from './display/color-theme';
import { ReplayBar } from './replay/replay-bar';
import { LANGUAGE_IN_USE } from './language/language-in-use';
import { IS_REPLAY } from './session/is-replay';
import { SandboxControl } from './sandbox/sandbox-control';
import { ShellActions } from './session/session-actions';
import { sessionFeature } from './session/session-feature';
import { selectSelf } from './session/watch-plan';
import { SettingsPageActions } from './settings/settings-actions';
import { settingsFeature } from './settings/settings-feature';

const PAGES = [
  { path: '/', title: $localize`:@@page.overview:Overview` },
  { path: '/team', title: $localize`:@@team.page:Team` },
  { path: '/queues', title: $localize`:@@page.queues:Queues` },
  { path: '/events', title: $localize`:@@page.events:Events` },
  { path: '/nodes', title: $localize`:@@page.nodes:Nodes` },
  { path: '/connection', title: $localize`:@@page.connection:Connection` },
  { path: '/alerts', title: $localize`:@@page.alerts:Alerts` },
  { path: '/wall', title: $localize`:@@page.wall:Wall` },
  { path: '/settings', title: $localize`:@@page.settings:Settings` },
];

/** Only in front of a server that has it. */
const SANDBOX_PAGE = { path: '/sandbox', title: $localize`:@@sandbox.title:Sandbox` };

/** The frame around every page. */
@Component({
  selector: 'app-root',
  imports: [
    ConnectionBadge,
    MatButton,
    MatIcon,
    MatIconButton,
    ReplayBar,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
  ],
  templateUrl: './app.html',
  styleUrl: './app.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  private readonly sandbox = inject(SandboxControl);
  protected readonly pages = computed(() =>
    ['here', 'locked'].includes(this.sandbox.presence()) ? [...PAGES, SANDBOX_PAGE] : PAGES,
  );
  protected readonly languageProblem = inject(LANGUAGE_IN_USE).problem;
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => path(urlAfterRedirects)),
    ),
    { initialValue: path(this.router.url) },
  );
  /** The wall has the whole screen. */
  protected readonly isWall = computed(() => this.url() === '/wall');
  private readonly settings = this.store.selectSignal(settingsFeature.selectSettings);
  protected readonly themeWord = computed(() => THEME_WORDS[this.settings().theme]);
  protected readonly themeLabel = computed(
    () => $localize`:@@shell.change-theme:Colour theme: ${this.themeWord()}:theme:. Change it`,
  );
  protected readonly isReplay = inject(IS_REPLAY);
  protected readonly openAlerts = inject(AlertWatch).open;
  protected readonly now = inject(Clock).now;
  protected readonly status = this.store.selectSignal(selectConnectionStatus);
  protected readonly isSignedIn = this.store.selectSignal(sessionFeature.selectIsOpen);
  private readonly self = this.store.selectSignal(selectSelf);
  protected readonly who = computed(() => {
    const self = this.self();
    return self === undefined ? this.status().agentId : agentName(self);
  });
  protected readonly isInterrupted = computed(
    () => this.isSignedIn() && this.status().phase !== 'connected' && !this.isReplay,
  );

  constructor() {
    effect(() => {
      if (this.isSignedIn() && this.sandbox.isNearby) {
        untracked(() => void this.sandbox.look());
      }
    });
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        pairwise(),
        filter(([before, now]) => path(before.urlAfterRedirects) !== path(now.urlAfterRedirects)),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.focusMain());
  }

  protected changeTheme(): void {
    const change = { theme: nextTheme(this.settings().theme) };
    this.store.dispatch(SettingsPageActions.changed({ change }));
  }

  protected signOut(): void {
    this.store.dispatch(ShellActions.signOutRequested());
  }

  protected signInAgain(): void {
    this.store.dispatch(ShellActions.signInAgainRequested());
  }

  /** A new page begins at its top, for the eye and for a screen reader alike. */
  protected focusMain(event?: Event): void {
    event?.preventDefault();
    this.main().nativeElement.focus();
  }
}

function path(url: string): string {
  return url.replace(/[?#].*$/, '');
}
