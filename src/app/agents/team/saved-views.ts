import { computed, inject, Service, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import { sessionFeature } from '../../session/session-feature';

/** A view of the team under a name; the parameters are those of its link. */
export interface SavedView {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
}

const MAX_NAME = 60;
const MAX_VIEWS = 30;

/** The views that whoever is signed in keeps in this browser. */
@Service()
export class SavedViews {
  private readonly agentId = inject(Store).selectSignal(sessionFeature.selectAgentId);
  /** Counts up with each change, as storage is no signal. */
  private readonly changes = signal(0);
  private readonly key = computed(() => `finesse-dashboard.team-views.${this.agentId() ?? ''}`);

  readonly all = computed(() => {
    this.changes();
    return readSavedViews(stored(this.key()));
  });

  /** Keeps a view; one of the same name gives way. */
  save(name: string, params: Readonly<Record<string, string | null>>): void {
    const view = { name: name.trim().slice(0, MAX_NAME), params: withoutNulls(params) };
    if (view.name !== '') {
      this.write([view, ...this.all().filter((other) => other.name !== view.name)]);
    }
  }

  /** Forgets the view of that name. */
  remove(name: string): void {
    this.write(this.all().filter((view) => view.name !== name));
  }

  private write(views: readonly SavedView[]): void {
    try {
      localStorage.setItem(this.key(), JSON.stringify(views.slice(0, MAX_VIEWS)));
    } catch {
      // Storage may be full or switched off; what is shown then is what is stored.
    }
    this.changes.update((count) => count + 1);
  }
}

/** Reads what was stored, perhaps by hand: whatever is no view is left out. */
export function readSavedViews(text: string | null): readonly SavedView[] {
  let found: unknown;
  try {
    found = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  return Array.isArray(found) ? found.filter(isSavedView) : [];
}

function isSavedView(value: unknown): value is SavedView {
  return (
    isObject(value) &&
    typeof value['name'] === 'string' &&
    isObject(value['params']) &&
    Object.values(value['params']).every((param) => typeof param === 'string')
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function withoutNulls(
  params: Readonly<Record<string, string | null>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
