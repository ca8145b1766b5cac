import { type ConnectionPhase } from 'finesse-tunnel';

/** How a phase of the connection is shown. */
export interface PhaseLook {
  readonly word: string;
  readonly icon: string;
  readonly tone: 'ready' | 'wrap-up' | 'not-ready' | 'away';
}

const LOOKS: Readonly<Record<ConnectionPhase, PhaseLook>> = {
  disconnected: { word: 'Disconnected', icon: 'offline', tone: 'away' },
  loading: { word: 'Loading', icon: 'connecting', tone: 'wrap-up' },
  connecting: { word: 'Connecting', icon: 'connecting', tone: 'wrap-up' },
  connected: { word: 'Connected', icon: 'connected', tone: 'ready' },
  disconnecting: { word: 'Signing out', icon: 'connecting', tone: 'away' },
  reconnecting: { word: 'Reconnecting', icon: 'connecting', tone: 'wrap-up' },
  unauthorized: { word: 'Refused', icon: 'not-ready', tone: 'not-ready' },
  conflict: { word: 'Signed in elsewhere', icon: 'warning', tone: 'not-ready' },
};

/** Looks a phase up. */
export function phaseLook(phase: ConnectionPhase): PhaseLook {
  return LOOKS[phase];
}
