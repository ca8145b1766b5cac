/** Which contact centre stands behind Finesse: Unified CCX or Unified CCE. States and codes differ. */
export type Deployment = 'uccx' | 'ucce';
