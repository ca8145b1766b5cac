/** A fault that can be started, in words. */
export interface FaultLook {
  readonly kind: string;
  readonly name: string;
  readonly what: string;
}

/** Every fault of the sandbox, those of the network first. */
export const FAULT_LOOKS: readonly FaultLook[] = [
  {
    kind: 'cut',
    name: $localize`:@@fault.cut:Cut`,
    what: $localize`:@@fault.cut.what:all connections end at once`,
  },
  {
    kind: 'stall',
    name: $localize`:@@fault.stall:Stall`,
    what: $localize`:@@fault.stall.what:requests are taken, never answered`,
  },
  {
    kind: 'refuse',
    name: $localize`:@@fault.refuse:Refuse`,
    what: $localize`:@@fault.refuse.what:no connection is taken`,
  },
  {
    kind: 'delay',
    name: $localize`:@@fault.delay:Delay`,
    what: $localize`:@@fault.delay.what:every answer comes a second later`,
  },
  {
    kind: 'lose',
    name: $localize`:@@fault.lose:Lose`,
    what: $localize`:@@fault.lose.what:notifications vanish`,
  },
  {
    kind: 'duplicate',
    name: $localize`:@@fault.duplicate:Duplicate`,
    what: $localize`:@@fault.duplicate.what:notifications come twice`,
  },
  {
    kind: 'reorder',
    name: $localize`:@@fault.reorder:Reorder`,
    what: $localize`:@@fault.reorder.what:notifications overtake each other`,
  },
  {
    kind: 'malformed',
    name: $localize`:@@fault.malformed:Malformed`,
    what: $localize`:@@fault.malformed.what:notifications cannot be read`,
  },
  {
    kind: 'conflict',
    name: $localize`:@@fault.conflict:Conflict`,
    what: $localize`:@@fault.conflict.what:the agent signs in elsewhere`,
  },
  {
    kind: 'unauthorized',
    name: $localize`:@@fault.unauthorized:Unauthorized`,
    what: $localize`:@@fault.unauthorized.what:every secret is refused`,
  },
  {
    kind: 'service-away',
    name: $localize`:@@fault.service-away:Service away`,
    what: $localize`:@@fault.service-away.what:the finesse user is gone`,
  },
  {
    kind: 'out-of-service',
    name: $localize`:@@fault.out-of-service:Out of service`,
    what: $localize`:@@fault.out-of-service.what:REST says 503, SystemInfo says so`,
  },
  {
    kind: 'slow-tunnel',
    name: $localize`:@@fault.slow-tunnel:Slow tunnel`,
    what: $localize`:@@fault.slow-tunnel.what:the tunnel page never reports`,
  },
];

/** The name of a fault; its own word where it is a new one. */
export function faultName(kind: string): string {
  return FAULT_LOOKS.find((look) => look.kind === kind)?.name ?? kind;
}
