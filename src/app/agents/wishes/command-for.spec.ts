import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideStore } from '@ngrx/store';
import { EventTunnelService } from 'finesse-tunnel';
import { FinesseApi, withSnapshots } from 'finesse-tunnel/rest';
import { provideEventTunnelTesting } from 'finesse-tunnel/testing';
import { commandFor } from './command-for';

describe('commandFor', () => {
  it('gives the reason along with the state, where there is one', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideStore(),
        provideEventTunnelTesting({}, withSnapshots()),
      ],
    });
    TestBed.inject(EventTunnelService).connect({ id: '1000001', password: 'made-up' });
    const context = { self: { id: '1000001' }, deployment: 'UCCE', dialogs: [] };
    const facts = { api: TestBed.inject(FinesseApi), context, reasonCodeId: '12' };
    const http = TestBed.inject(HttpTestingController);

    commandFor('NOT_READY', { id: '1000001' }, facts)?.subscribe();
    let request = http.match(({ method }) => method === 'PUT')[0];
    while (request === undefined) {
      await Promise.resolve();
      request = http.match(({ method }) => method === 'PUT')[0];
    }

    expect(request.request.body).toContain('<reasonCodeId>12</reasonCodeId>');
    expect(request.request.body).toContain('<state>NOT_READY</state>');
  });
});
