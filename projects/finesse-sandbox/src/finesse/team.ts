/** A team and everybody in it, its supervisor first. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly userIds: readonly string[];
}
