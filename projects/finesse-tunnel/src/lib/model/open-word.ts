/**
 * A word of a closed list, or any other word: the server may know more of them than this version does.
 *
 * The intersection keeps the listed words visible to editors and to `switch`.
 */
export type OpenWord<Known extends string> = Known | (string & Record<never, never>);
