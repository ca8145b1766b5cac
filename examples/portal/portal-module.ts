import { AsyncPipe } from '@angular/common';
import { provideHttpClient } from '@angular/common/http';
import { NgModule, provideZoneChangeDetection } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { EffectsModule } from '@ngrx/effects';
import { StoreModule } from '@ngrx/store';
import { EventTunnelModule } from 'finesse-tunnel';
import { withSnapshots } from 'finesse-tunnel/rest';
import { portalFeature } from './portal-feature';
import { TeamPage } from './team-page';

/** A portal of NgModules with zone.js, and a store of its own that the library joins. */
@NgModule({
  declarations: [TeamPage],
  imports: [
    AsyncPipe,
    BrowserModule,
    StoreModule.forRoot({ [portalFeature.name]: portalFeature.reducer }),
    EffectsModule.forRoot([]),
    EventTunnelModule.forRoot(() => ({ tunnelUrl: `${location.origin}/tunnel/` }), withSnapshots()),
  ],
  providers: [provideZoneChangeDetection(), provideHttpClient()],
  bootstrap: [TeamPage],
})
export class PortalModule {}
