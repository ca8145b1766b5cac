import { inject } from '@angular/core';
import { HttpClient } from '@angular/common/http';
import { map } from 'rxjs';
import { provideEventTunnel } from 'finesse-tunnel';
import { type SnapshotSource, withSnapshots } from 'finesse-tunnel/rest';

const wallboard: SnapshotSource = (node) => {
  const http = inject(HttpClient);
  return node === '/example/wallboard'
    ? http.get('/wallboard.json').pipe(map((data) => ({ kind: 'custom', data })))
    : undefined;
};

export const tunnel = provideEventTunnel(
  { tunnelUrl: 'https://finesse-a.example.test:8445/tunnel/' },
  withSnapshots({ sources: [wallboard], auditEveryMs: 60_000 }),
);
