import type { Extra } from './extra';

/** A telephone an agent may sign in with. */
export interface Device {
  readonly deviceId?: string;
  readonly deviceType?: string;
  readonly deviceTypeName?: string;
  readonly extra?: Extra;
}
