import type { ConnectionProgress } from 'finesse-tunnel';
import type { Pseudonyms } from './pseudonyms';
import type { RecordedStatus } from './recording';

/** What a recording keeps of the state of the connection: no host, no resource, and of the config's own faults no text. */
export function recordedStatus(status: ConnectionProgress, pseudonyms: Pseudonyms): RecordedStatus {
  const { phase, agentId, attempt, since, nextAttemptAt, hostIndex, error } = status;
  return {
    phase,
    attempt,
    since,
    ...(agentId === undefined ? {} : { agentId: pseudonyms.of('login', agentId) }),
    ...(nextAttemptAt === undefined ? {} : { nextAttemptAt }),
    ...(hostIndex === undefined ? {} : { hostIndex }),
    ...(error === undefined
      ? {}
      : {
          error: {
            code: error.code,
            message: error.code === 'bad-config' ? error.code : error.message,
            at: error.at,
          },
        }),
  };
}
