import { type ConnectionPhase } from 'finesse-tunnel';

/** What leads from one phase of the connection to another, in the words of docs/recovery.md. */
export type MoveCause = keyof typeof WORDS;

/** One arrow of the state diagram. */
export interface ConnectionMove {
  readonly from: ConnectionPhase;
  readonly to: ConnectionPhase;
  readonly causes: readonly MoveCause[];
}

const WORDS = {
  'connect()': $localize`:@@cause.connect:somebody signs in`,
  'disconnect()': $localize`:@@cause.disconnect:somebody signs out`,
  'domains known': $localize`:@@cause.domains:SystemInfo was read`,
  'SystemInfo fails': $localize`:@@cause.no-system-info:SystemInfo cannot be read, or says out of service`,
  'bad config': $localize`:@@cause.bad-config:the configuration cannot be used`,
  'no secret': $localize`:@@cause.no-secret:nobody gives a secret to sign in with`,
  'not loaded in time': $localize`:@@cause.loaded-overdue:the tunnel page does not report in time`,
  'not connected in time': $localize`:@@cause.connected-overdue:the tunnel page does not connect in time`,
  'not gone in time': $localize`:@@cause.gone-overdue:the tunnel page does not leave in time`,
  'retry due': $localize`:@@cause.retry:the wait is over`,
  'other host usable': $localize`:@@cause.other-host:this host is out of service and another one serves`,
  woken: $localize`:@@cause.woken:the network is back, or the tab is seen again`,
  'page loaded': $localize`:@@cause.loaded:the tunnel page has loaded`,
  'page connecting': $localize`:@@cause.page-connecting:the tunnel page connects anew`,
  'page connected': $localize`:@@cause.connected:the session stands`,
  'page disconnecting': $localize`:@@cause.page-disconnecting:the tunnel page is leaving`,
  'page disconnected': $localize`:@@cause.disconnected:the session has ended`,
  'page reconnecting': $localize`:@@cause.page-reconnecting:the tunnel page tries again by itself`,
  'page unloading': $localize`:@@cause.unloading:the tunnel page is closed`,
  'page conflict': $localize`:@@cause.conflict:the agent signs in elsewhere`,
  'page unauthorized': $localize`:@@cause.unauthorized:the server refuses the secret`,
} as const;

/** Says a cause to a person. */
export function causeWord(cause: MoveCause): string {
  return WORDS[cause];
}
