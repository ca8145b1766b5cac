import type { Deployment } from './deployment';
import type { ReasonCategory, ReasonCode } from './reason-code';

/** Why the system itself made an agent not ready or signed one out. */
export type SystemReason =
  | 'supervisor'
  | 'presence-lost'
  | 'off-hook'
  | 'non-acd-call'
  | 'no-answer'
  | 'signed-in'
  | 'wrap-up-over';

const OFFERED: readonly (readonly [ReasonCategory, number, string])[] = [
  ['NOT_READY', 201, 'Coffee break'],
  ['NOT_READY', 204, 'Lunch'],
  ['NOT_READY', 207, 'Team meeting'],
  ['NOT_READY', 211, 'Training'],
  ['NOT_READY', 214, 'Paperwork'],
  ['LOGOUT', 301, 'End of shift'],
  ['LOGOUT', 304, 'Appointment'],
  ['LOGOUT', 307, 'Technical trouble'],
];
const FIRST_TEAM_ONLY = ['NOT_READY', 231, 'Lighthouse drill'] as const;

const SYSTEM: Readonly<
  Record<Deployment, readonly (readonly [SystemReason, ReasonCategory, number, string])[]>
> = {
  ucce: [
    ['supervisor', 'NOT_READY', 999, 'Supervisor Initiated'],
    ['supervisor', 'LOGOUT', 999, 'Supervisor Initiated'],
    ['presence-lost', 'LOGOUT', 255, 'Connection Failure'],
    ['off-hook', 'NOT_READY', 50006, 'Off Hook'],
    ['presence-lost', 'NOT_READY', 255, 'Connection Failure'],
  ],
  uccx: [
    ['supervisor', 'NOT_READY', 33, 'Supervisor Initiated'],
    ['supervisor', 'LOGOUT', 33, 'Supervisor Initiated'],
    ['presence-lost', 'LOGOUT', 255, 'Connection Failure'],
    ['off-hook', 'NOT_READY', 32762, 'Agent Off Hook'],
    ['non-acd-call', 'NOT_READY', 32761, 'Non ACD Busy'],
    ['no-answer', 'NOT_READY', 32763, 'Call Not Answered'],
    ['signed-in', 'NOT_READY', 32760, 'Agent Logon'],
    ['wrap-up-over', 'NOT_READY', 32758, 'Work Timer Expired'],
  ],
};
const FIRST_SYSTEM_ID = 1;
const FIRST_OFFERED_ID = 31;

/** All reason codes of one contact centre, system codes included. */
export class ReasonCodes {
  readonly all: readonly ReasonCode[];
  private readonly byId: ReadonlyMap<number, ReasonCode>;
  private readonly system = new Map<string, ReasonCode>();

  constructor(deployment: Deployment, firstTeamId: string) {
    const system = SYSTEM[deployment].map(([reason, category, code, label], index) => {
      const id = FIRST_SYSTEM_ID + index;
      const made = { id, category, code, label, forAll: true, teamIds: [], systemCode: true };
      this.system.set(`${reason} ${category}`, made);
      return made;
    });
    const offered = [...OFFERED, FIRST_TEAM_ONLY].map(([category, code, label], index) => {
      const id = FIRST_OFFERED_ID + index;
      return { id, category, code, label, forAll: true, teamIds: [], systemCode: false };
    });
    this.all = [...system, ...offered].map((code) =>
      code.label === FIRST_TEAM_ONLY[2] ? { ...code, forAll: false, teamIds: [firstTeamId] } : code,
    );
    this.byId = new Map(this.all.map((code) => [code.id, code]));
  }

  get(id: number): ReasonCode | undefined {
    return this.byId.get(id);
  }

  /** The codes an agent of this team may choose from. */
  offered(category: ReasonCategory, teamId: string): readonly ReasonCode[] {
    return this.all.filter(
      (code) =>
        code.category === category &&
        !code.systemCode &&
        (code.forAll || code.teamIds.includes(teamId)),
    );
  }

  /** The id of a system code; -1 where this deployment has none for the case. */
  systemId(reason: SystemReason, category: ReasonCategory): number {
    return this.system.get(`${reason} ${category}`)?.id ?? -1;
  }
}
