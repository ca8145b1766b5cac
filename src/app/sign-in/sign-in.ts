import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Router } from '@angular/router';
import { Store } from '@ngrx/store';
import { EventTunnelService } from 'finesse-tunnel';
import { DASHBOARD_CONFIG } from '../config/dashboard-config';
import { LanguageChoice } from '../language/language-choice';
import { replayBase } from '../session/is-replay-address';
import { RemedyNotice } from '../remedy/remedy-notice';
import { SignInPageActions } from '../session/session-actions';
import { sessionFeature } from '../session/session-feature';
import { hasRemedy, signInProblem } from './sign-in-problem';

const UNDER_WAY: readonly string[] = ['loading', 'connecting', 'reconnecting'];

/** Asks who signs in. The password goes from its field to the library, and the field is emptied at once. */
@Component({
  selector: 'app-sign-in',
  imports: [LanguageChoice, MatButton, MatIcon, MatProgressBar, RemedyNotice],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignIn {
  /** The page to go to afterwards. */
  readonly returnTo = input<string>();

  private readonly tunnel = inject(EventTunnelService);
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private readonly isOpen = this.store.selectSignal(sessionFeature.selectIsOpen);
  private readonly agentIdField = viewChild.required<ElementRef<HTMLInputElement>>('agentId');
  private readonly passwordField = viewChild.required<ElementRef<HTMLInputElement>>('password');

  protected readonly moreLanguages = inject(DASHBOARD_CONFIG, { optional: true })?.languages ?? [];
  protected readonly replayAddress = replayBase(document.baseURI);
  protected readonly lastAgentId = this.store.selectSignal(sessionFeature.selectAgentId);
  protected readonly missing = signal<string | undefined>(undefined);
  protected readonly isUnderWay = computed(() => UNDER_WAY.includes(this.tunnel.status().phase));
  protected readonly problem = computed(
    () => this.missing() ?? signInProblem(this.tunnel.status()),
  );

  /** Where more than trying again helps. */
  protected readonly needsHelp = computed(
    () => this.missing() === undefined && hasRemedy(this.tunnel.status()),
  );

  constructor() {
    afterNextRender(() => {
      const field = this.lastAgentId() === undefined ? this.agentIdField() : this.passwordField();
      field.nativeElement.focus();
    });
    effect(() => {
      if (this.isOpen()) {
        void this.router.navigateByUrl(localPath(this.returnTo()));
      }
    });
  }

  protected signIn(event: Event): void {
    event.preventDefault();
    const idField = this.agentIdField().nativeElement;
    const passwordField = this.passwordField().nativeElement;
    const id = idField.value.trim();
    const password = passwordField.value;
    passwordField.value = '';
    if (id === '' || password === '') {
      this.missing.set(
        id === ''
          ? $localize`:@@sign-in.no-id:Enter your agent ID.`
          : $localize`:@@sign-in.no-password:Enter your password.`,
      );
      (id === '' ? idField : passwordField).focus();
      return;
    }
    this.missing.set(undefined);
    this.store.dispatch(SignInPageActions.submitted({ agentId: id }));
    this.tunnel.connect({ id, password });
  }

  protected reload(): void {
    location.reload();
  }

  protected cancel(): void {
    this.store.dispatch(SignInPageActions.abandoned());
  }
}

/** Only a path of this application: an address from a link must lead nowhere else. */
function localPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])/.test(path) && !path.startsWith('/sign-in')
    ? path
    : '/';
}
