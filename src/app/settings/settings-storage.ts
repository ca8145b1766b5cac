import { Service } from '@angular/core';

const KEY = 'finesse-dashboard.settings';

/** Where settings are kept: in this browser, for each agent id, and the last ones for before the sign-in. */
@Service()
export class SettingsStorage {
  /** What was kept for an agent; without an id, or for somebody new, what was last in use. */
  read(agentId?: string): string | undefined {
    try {
      const own = agentId === undefined ? null : localStorage.getItem(`${KEY}.${agentId}`);
      return own ?? localStorage.getItem(KEY) ?? undefined;
    } catch {
      return undefined;
    }
  }

  write(text: string, agentId?: string): void {
    try {
      localStorage.setItem(KEY, text);
      if (agentId !== undefined) {
        localStorage.setItem(`${KEY}.${agentId}`, text);
      }
    } catch {
      // Storage may be switched off or full; the settings then last as long as the page.
    }
  }
}
