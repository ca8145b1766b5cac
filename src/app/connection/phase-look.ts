import { type ConnectionPhase } from 'finesse-tunnel';

/** How a phase of the connection is shown. */
export interface PhaseLook {
  readonly word: string;
  readonly icon: string;
  readonly tone: 'ready' | 'wrap-up' | 'not-ready' | 'away';
}

const LOOKS: Readonly<Record<ConnectionPhase, PhaseLook>> = {
  disconnected: {
    word: $localize`:@@phase.disconnected:Disconnected`,
    icon: 'offline',
    tone: 'away',
  },
  loading: { word: $localize`:@@phase.loading:Loading`, icon: 'connecting', tone: 'wrap-up' },
  connecting: {
    word: $localize`:@@phase.connecting:Connecting`,
    icon: 'connecting',
    tone: 'wrap-up',
  },
  connected: { word: $localize`:@@phase.connected:Connected`, icon: 'connected', tone: 'ready' },
  disconnecting: {
    word: $localize`:@@phase.disconnecting:Signing out`,
    icon: 'connecting',
    tone: 'away',
  },
  reconnecting: {
    word: $localize`:@@phase.reconnecting:Reconnecting`,
    icon: 'connecting',
    tone: 'wrap-up',
  },
  unauthorized: {
    word: $localize`:@@phase.unauthorized:Refused`,
    icon: 'not-ready',
    tone: 'not-ready',
  },
  conflict: {
    word: $localize`:@@phase.conflict:Signed in elsewhere`,
    icon: 'warning',
    tone: 'not-ready',
  },
};

/** Looks a phase up. */
export function phaseLook(phase: ConnectionPhase): PhaseLook {
  return LOOKS[phase];
}
