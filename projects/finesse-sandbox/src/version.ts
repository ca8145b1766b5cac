declare const FINESSE_SANDBOX_VERSION: string | undefined;

/** The package's version, which the build puts in; run from the sources there is none. */
export const VERSION =
  typeof FINESSE_SANDBOX_VERSION === 'string' ? FINESSE_SANDBOX_VERSION : 'from sources';
