import { InjectionToken } from '@angular/core';
import { type Language } from '../language/language';

/** One Finesse node the dashboard may connect to. */
export interface DashboardHost {
  readonly tunnelUrl: string;
  readonly restUrl: string;
}

/** What `config.json` says. */
export interface DashboardConfig {
  /** At least one; the first is used. */
  readonly hosts: readonly [DashboardHost, ...DashboardHost[]];
  readonly connectionType: 'websocket' | 'bosh' | 'auto';
  /** The tag of the language for those who chose none; `en` by default. */
  readonly language: string;
  /** Languages by file, beside those that are built in. */
  readonly languages: readonly Language[];
  /** Whether all tabs of this origin share one connection; off by default. */
  readonly sharedTunnel: boolean;
  /** Where the wall asks who it is to sign in as; absent: a person signs in. */
  readonly wallSession?: { readonly tokenUrl: string };
}

/** What `config.json` said. */
export const DASHBOARD_CONFIG = new InjectionToken<DashboardConfig>('DASHBOARD_CONFIG');

/** One thing that is wrong with `config.json`. */
export interface ConfigProblem {
  /** Where: `hosts[0].tunnelUrl`; empty for the file itself. */
  readonly field: string;
  readonly problem: string;
  readonly remedy: string;
}

/** The configuration, or everything that is wrong with it. */
export type ConfigReading =
  | { readonly ok: true; readonly config: DashboardConfig }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };
