import {
  ChangeDetectorRef,
  DestroyRef,
  DOCUMENT,
  inject,
  type Signal,
  signal,
} from '@angular/core';

/** Whether the page is being printed. Changes before the browser lays the paper out. Needs an injection context. */
export function isPrinted(): Signal<boolean> {
  const window = inject(DOCUMENT).defaultView;
  const changes = inject(ChangeDetectorRef);
  const printed = signal(false);
  const query = window?.matchMedia('print');
  const follow = (isNow: boolean): void => {
    printed.set(isNow);
    // The paper is laid out as soon as the listener returns.
    changes.detectChanges();
  };
  const before = (): void => follow(true);
  const after = (): void => follow(false);
  const change = ({ matches }: MediaQueryListEvent): void => follow(matches);
  window?.addEventListener('beforeprint', before);
  window?.addEventListener('afterprint', after);
  query?.addEventListener('change', change);
  inject(DestroyRef).onDestroy(() => {
    window?.removeEventListener('beforeprint', before);
    window?.removeEventListener('afterprint', after);
    query?.removeEventListener('change', change);
  });
  return printed.asReadonly();
}
