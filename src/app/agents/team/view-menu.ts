import { CdkTrapFocus } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { SavedViews } from './saved-views';
import { TEAM_COLUMNS, type TeamColumn } from './team-columns';
import { type TeamView, writeTeamView } from './team-view';

/** How the team is shown: columns, height of the rows, and the views that are kept under a name. */
@Component({
  selector: 'app-view-menu',
  imports: [
    CdkConnectedOverlay,
    CdkOverlayOrigin,
    CdkTrapFocus,
    MatButton,
    MatIcon,
    MatIconButton,
    RouterLink,
  ],
  templateUrl: './view-menu.html',
  styleUrl: './view-menu.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ViewMenu {
  readonly view = input.required<TeamView>();
  /** What is shown, chosen or not. */
  readonly columns = input.required<readonly TeamColumn[]>();
  readonly viewChanged = output<Partial<TeamView>>();

  private readonly savedViews = inject(SavedViews);
  protected readonly path = inject(Router).url.replace(/[?#].*$/, '');
  protected readonly isOpen = signal(false);
  protected readonly all = TEAM_COLUMNS;
  protected readonly saved = this.savedViews.all;
  protected readonly shown = computed(() => new Set(this.columns()));

  protected toggle(column: TeamColumn): void {
    const shown = this.shown();
    const columns = TEAM_COLUMNS.map(({ id }) => id).filter((id) =>
      id === column ? !shown.has(id) : shown.has(id),
    );
    this.viewChanged.emit({ columns });
  }

  protected usualColumns(): void {
    this.viewChanged.emit({ columns: undefined });
  }

  protected save(event: Event, name: string): void {
    event.preventDefault();
    this.savedViews.save(name, writeTeamView(this.view()));
  }

  protected removeLabel(name: string): string {
    return $localize`:@@team.view.remove:Forget the view ${name}:name:`;
  }

  protected remove(name: string): void {
    this.savedViews.remove(name);
  }
}
