import { provideHttpClient } from '@angular/common/http';
import { NgModule, provideZoneChangeDetection } from '@angular/core';
import { BrowserModule, platformBrowser } from '@angular/platform-browser';
import { StoreModule } from '@ngrx/store';
import { EventTunnelModule } from 'finesse-tunnel';
import { withSnapshots } from 'finesse-tunnel/rest';
import { LiveTeam } from './live-team';

/** A portal of NgModules with a store of its own and zone.js. */
@NgModule({
  imports: [
    BrowserModule,
    LiveTeam,
    StoreModule.forRoot({}),
    EventTunnelModule.forRoot(() => ({ tunnelUrl: `${location.origin}/tunnel/` }), withSnapshots()),
  ],
  providers: [provideZoneChangeDetection(), provideHttpClient()],
  bootstrap: [LiveTeam],
})
class PortalModule {}

platformBrowser()
  .bootstrapModule(PortalModule)
  .catch((failure: unknown) => console.error(failure));
