import { chain, type Rule } from '@angular-devkit/schematics';
import { addDependency, ExistingBehavior } from '@schematics/angular/utility';

const PACKAGES = ['@ngrx/store', '@ngrx/effects', '@ngrx/entity'];

/** Names NgRx of Angular's major in package.json, so that no newer one comes in; what is named already stays. */
export function addNgrx(major: number): Rule {
  return chain(
    PACKAGES.map((name) =>
      addDependency(name, `^${major}.0.0`, { existing: ExistingBehavior.Skip }),
    ),
  );
}
