import { inject, type Signal, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { filter } from 'rxjs';
import { readTeamView, type TeamView, writeTeamView } from './team-view';

const OWN = 'team view';

/** A view that is kept in the address, so that it can be sent, bookmarked and gone back to. */
export interface LinkedView {
  readonly view: Signal<TeamView>;
  readonly change: (part: Partial<TeamView>) => void;
}

/**
 * Reads the view from the address, and writes it there with each change. Needs an injection context.
 *
 * What is typed is in force at once; the address follows, and what it says because of that is not read again, or
 * it would take back the letters that were typed meanwhile.
 */
export function linkedView(): LinkedView {
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const view = signal(readTeamView(route.snapshot.queryParams));
  route.queryParams
    .pipe(
      filter(() => router.currentNavigation()?.extras.info !== OWN),
      takeUntilDestroyed(),
    )
    .subscribe((params) => view.set(readTeamView(params)));
  return {
    view: view.asReadonly(),
    change: (part) => {
      view.update((before) => ({ ...before, ...part }));
      void router.navigate([], {
        relativeTo: route,
        queryParams: writeTeamView(view()),
        replaceUrl: true,
        info: OWN,
      });
    },
  };
}
