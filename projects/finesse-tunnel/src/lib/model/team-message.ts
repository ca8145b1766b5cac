import type { Extra } from './extra';

/** Who wrote a team message. */
export interface TeamMessageAuthor {
  readonly id?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly extra?: Extra;
}

/** A supervisor's broadcast to teams; 12.0 on. */
export interface TeamMessage {
  /** Taken from the URI where the server leaves it out. */
  readonly id: string;
  readonly uri?: string;
  readonly createdBy?: TeamMessageAuthor;
  /** As written: the form of this time is not documented. */
  readonly createdAt?: string;
  /** How long it is to be shown, as written. */
  readonly duration?: string;
  /** At most 255 characters. */
  readonly content?: string;
  readonly teamIds?: readonly string[];
  readonly extra?: Extra;
}
