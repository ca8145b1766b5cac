import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';

/** What an address leads to that this version has no page for. */
@Component({
  selector: 'app-not-here-page',
  imports: [RouterLink],
  template: `
    <div class="panel panel-empty">
      <h1>{{ title }}</h1>
      <p i18n="@@not-here.text">
        There is nothing at this address. Everything this version shows can be reached from the top.
      </p>
      <a routerLink="/" i18n="@@not-here.home">To the overview</a>
    </div>
  `,
  styles: `
    h1 {
      font: var(--mat-sys-title-large);
      color: var(--mat-sys-on-surface);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotHerePage {
  protected readonly title =
    inject(ActivatedRoute).snapshot.title ?? $localize`:@@page.none:No such page`;
}
