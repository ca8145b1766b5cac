import type { Extra } from './extra';
import type { OpenWord } from './open-word';

/** Somebody in a phone book. */
export interface Contact {
  readonly uri?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly phoneNumber?: string;
  readonly description?: string;
  readonly extra?: Extra;
}

/** A phone book that an administrator gave to everybody or to teams. */
export interface PhoneBook {
  readonly uri?: string;
  readonly name?: string;
  readonly type?: OpenWord<'GLOBAL' | 'TEAM'>;
  /** Absent when the server only names the place where they are. */
  readonly contacts?: readonly Contact[];
  readonly extra?: Extra;
}
