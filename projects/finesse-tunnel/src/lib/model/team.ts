import type { Agent } from './agent';
import type { Extra } from './extra';

/** A team named by another resource. */
export interface TeamReference {
  readonly id: string;
  readonly name?: string;
  readonly uri?: string;
  readonly extra?: Extra;
}

/** A team with those of its agents that the server told. */
export interface Team extends TeamReference {
  /** Summaries: state and name, no roles or settings. Absent when the server told of no list at all. */
  readonly agents?: readonly Agent[];
}
