import { inject, Injectable } from '@angular/core';
import { EventTunnelService } from 'finesse-tunnel';

/** Gets an access token from your identity provider; asked anew at every connection attempt. */
export abstract class TokenSource {
  abstract freshToken(): Promise<string>;
}

@Injectable({ providedIn: 'root' })
export class PortalSession {
  private readonly tunnel = inject(EventTunnelService);
  private readonly tokens = inject(TokenSource);

  start(agentId: string): void {
    this.tunnel.connect({ id: agentId, token: () => this.tokens.freshToken() });
  }
}
