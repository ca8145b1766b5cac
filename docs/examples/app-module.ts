import { provideHttpClient } from '@angular/common/http';
import { NgModule } from '@angular/core';
import { EffectsModule } from '@ngrx/effects';
import { StoreModule } from '@ngrx/store';
import { EventTunnelModule } from 'finesse-tunnel';

@NgModule({
  imports: [
    StoreModule.forRoot({}),
    EffectsModule.forRoot([]),
    EventTunnelModule.forRoot({ tunnelUrl: 'https://finesse-a.example.test:8445/tunnel/' }),
  ],
  providers: [provideHttpClient()],
})
export class AppModule {}
