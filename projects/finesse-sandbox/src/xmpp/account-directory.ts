/** What the notification service asks the contact centre: who somebody is and what they may read. */
export interface AccountDirectory {
  authenticate(
    id: string,
    password: string,
  ): { readonly ok: true; readonly user: { readonly id: string } } | { readonly ok: false };
  access(userId: string, node: string): 'ok' | 'item-not-found' | 'forbidden';
  /** The nodes every session of that user receives without subscribing. */
  defaultNodes(userId: string): readonly string[];
}
