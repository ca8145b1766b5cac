import { InjectionToken } from '@angular/core';
import type { AgentState, ConnectionPhase } from 'finesse-tunnel';

/** The words that badge and chip show; provide others for another language. */
export interface FinesseWords {
  readonly phase: (phase: ConnectionPhase) => string;
  readonly agentState: (state: AgentState) => string;
}

/** The words in use. Default: English. */
export const FINESSE_WORDS = new InjectionToken<FinesseWords>('FINESSE_WORDS', {
  providedIn: 'root',
  factory: () => ({ phase: sentence, agentState: sentence }),
});

/** `NOT_READY` as a person would write it. */
function sentence(word: string): string {
  const words = word.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
