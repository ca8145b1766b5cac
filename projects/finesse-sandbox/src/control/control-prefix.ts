/** Where the control API stands on every listener. */
export const CONTROL_PREFIX = '/sandbox';
