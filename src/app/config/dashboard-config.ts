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
}

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
