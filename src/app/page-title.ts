import { inject, Service } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

/** Names the page in the browser's tab, most telling word first. */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(state: RouterStateSnapshot): void {
    const page = this.buildTitle(state);
    const name = $localize`:@@shell.name:Finesse dashboard`;
    this.title.setTitle(page === undefined ? name : `${page} – ${name}`);
  }
}
