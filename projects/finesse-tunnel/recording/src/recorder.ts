import { DestroyRef, inject, Injectable, type Signal, signal } from '@angular/core';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import {
  FinesseApiActions,
  selectConnectionStatus,
  selectFinessePresence,
  selectSubscriptionProgress,
  type Subscriptions,
  TUNNEL_CLOCK,
  TunnelTransport,
} from 'finesse-tunnel';
import { decodeEventBody, TunnelMessageType } from 'finesse-tunnel/protocol';
import { auditTime, distinctUntilChanged, map, merge, tap, type Subscription } from 'rxjs';
import { knownSnapshots, selectKnown } from './known-snapshots';
import { pathWithoutPerson } from './personal-fields';
import { Pseudonyms } from './pseudonyms';
import { recordedStatus } from './recorded-status';
import { RECORDING_FORMAT, RECORDING_VERSION } from './recording';
import { valueWithoutPersons } from './value-without-persons';
import { xmlWithoutPersons } from './xml-without-persons';

/** How much a recording may hold; then it ends by itself. */
export const RECORDING_LIMITS = { entries: 200_000, characters: 150_000_000 } as const;

/** How often the progress may change. */
const SHOWN_EVERY_MS = 500;

/** How far a recording is. */
export interface RecordingProgress {
  /** `full`: a limit is reached; nothing more is written, what was is kept until `stop()`. */
  readonly phase: 'idle' | 'recording' | 'full';
  /** Milliseconds since 1970; 0 while idle. */
  readonly startedAt: number;
  readonly entries: number;
  readonly characters: number;
}

const IDLE: RecordingProgress = { phase: 'idle', startedAt: 0, entries: 0, characters: 0 };

/**
 * Records what the library hears, for a replay: events, snapshots, the connection and the subscriptions.
 *
 * Names, logins, extensions, telephone numbers, call variables, hosts and whatever nobody knows are replaced before a line is
 * kept, the same value always by the same pseudonym; which belongs to which goes with the recording. Secrets never
 * come near it. Costs nothing while idle.
 */
@Injectable()
export class Recorder {
  readonly #store = inject(Store);
  readonly #actions$ = inject(Actions);
  readonly #transport = inject(TunnelTransport);
  readonly #now = inject(TUNNEL_CLOCK);
  readonly #progress = signal(IDLE);
  #running: Subscription | undefined;
  #lines: string[] = [];
  #characters = 0;
  #startedAt = 0;
  /** What is known at the beginning all belongs to its first moment. */
  #hasBegun = false;
  #phase: RecordingProgress['phase'] = 'idle';
  #pseudonyms = new Pseudonyms();

  /** Changes twice a second at most. */
  readonly progress: Signal<RecordingProgress> = this.#progress.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#running?.unsubscribe());
  }

  /** Begins with what is known now. One that runs is dropped. */
  start(): void {
    this.#running?.unsubscribe();
    this.#startedAt = this.#now();
    this.#phase = 'recording';
    this.#characters = 0;
    this.#pseudonyms = new Pseudonyms();
    this.#lines = [];
    this.#write({
      format: RECORDING_FORMAT,
      version: RECORDING_VERSION,
      startedAt: this.#startedAt,
      personalData: 'replaced',
    });
    this.#hasBegun = false;
    this.#running = this.#follow();
    this.#hasBegun = true;
    this.#show();
  }

  /**
   * Ends the recording.
   *
   * @returns The file, lines of JSON in UTF-8; `undefined` when there was none.
   */
  stop(): Blob | undefined {
    if (this.#phase === 'idle') {
      return undefined;
    }
    this.#running?.unsubscribe();
    const entries = this.#lines.length - 1;
    this.#lines.push(`${JSON.stringify({ at: this.#at(), kind: 'end', entries })}\n`);
    const file = new Blob(this.#lines, { type: 'application/x-ndjson' });
    this.#lines = [];
    this.#phase = 'idle';
    this.#show();
    return file;
  }

  #follow(): Subscription {
    const store = this.#store;
    let known: Subscriptions = {};
    const running = merge(
      store.select(selectConnectionStatus).pipe(
        map((status) => JSON.stringify(recordedStatus(status, this.#pseudonyms))),
        distinctUntilChanged(),
        tap((status) => this.#enter({ kind: 'status', status: JSON.parse(status) as unknown })),
      ),
      store.select(selectSubscriptionProgress).pipe(
        tap((all) => {
          this.#enterSubscriptions(known, all);
          known = all;
        }),
      ),
      store.select(selectFinessePresence).pipe(
        tap((presence) => {
          if (presence === 'available' || presence === 'unavailable') {
            this.#enter({ kind: 'presence', presence });
          }
        }),
      ),
      this.#known(),
      this.#actions$.pipe(
        ofType(FinesseApiActions.snapshotLoaded),
        tap(({ node, snapshot, requestedAt }) => this.#enterSnapshot(node, snapshot, requestedAt)),
      ),
      this.#transport.messages$.pipe(
        tap(({ type, body }) => {
          if (type === TunnelMessageType.Event) {
            this.#enterEvent(body);
          }
        }),
      ),
    ).pipe(auditTime(SHOWN_EVERY_MS));
    return running.subscribe(() => this.#show());
  }

  /** What is known when the recording begins, node by node, as if the server had just been asked. */
  #known() {
    const known = this.#store.selectSignal(selectKnown)();
    return merge(knownSnapshots(known, this.#startedAt)).pipe(
      tap(({ node, snapshot }) => this.#enterSnapshot(node, snapshot, this.#startedAt)),
    );
  }

  #enterSubscriptions(before: Subscriptions, after: Subscriptions): void {
    for (const node of Object.keys(before).filter((one) => !Object.hasOwn(after, one))) {
      this.#enter({ kind: 'subscription', node: this.#path(node), state: null });
    }
    for (const { node, state } of Object.values(after)) {
      if (!Object.hasOwn(before, node) || before[node]?.state !== state) {
        this.#enter({ kind: 'subscription', node: this.#path(node), state });
      }
    }
  }

  #enterEvent(body: string): void {
    const event = decodeEventBody(body);
    if (!event.ok) {
      return;
    }
    const node = this.#path(event.value.node);
    const xml = xmlWithoutPersons(event.value.xml, this.#pseudonyms);
    this.#enter(xml === undefined ? { kind: 'unreadable', node } : { kind: 'event', node, xml });
  }

  #enterSnapshot(node: string, snapshot: { readonly kind: string }, requestedAt: number): void {
    if (snapshot.kind !== 'custom') {
      this.#enter({
        kind: 'snapshot',
        node: this.#path(node),
        snapshot: valueWithoutPersons(snapshot, 'snapshot', this.#pseudonyms),
        requestedAt,
      });
    }
  }

  #path(node: string): string {
    return pathWithoutPerson(node, this.#pseudonyms);
  }

  #enter(entry: object): void {
    if (this.#phase === 'recording') {
      this.#write({ at: this.#at(), ...entry });
      const { entries, characters } = RECORDING_LIMITS;
      if (this.#lines.length > entries || this.#characters > characters) {
        this.#phase = 'full';
        this.#show();
      }
    }
  }

  #write(line: object): void {
    const text = `${JSON.stringify(line)}\n`;
    this.#characters += text.length;
    this.#lines.push(text);
  }

  #at(): number {
    return this.#hasBegun ? Math.max(0, this.#now() - this.#startedAt) : 0;
  }

  #show(): void {
    this.#progress.set(
      this.#phase === 'idle'
        ? IDLE
        : {
            phase: this.#phase,
            startedAt: this.#startedAt,
            entries: this.#lines.length - 1,
            characters: this.#characters,
          },
    );
  }
}
