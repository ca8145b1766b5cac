import { EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  BackOffMemory,
  createEventTunnel,
  type EventTunnelConfig,
  type EventTunnelHandle,
  type Notification,
  RANDOM,
  TUNNEL_CLOCK,
  withSharedTunnel,
} from 'finesse-tunnel';
import type { TunnelMessageType } from 'finesse-tunnel/protocol';
import { FakeTunnelTransport } from 'finesse-tunnel/testing';
import type { Subscription } from 'rxjs';
import type { SecretVerdict } from '../following-tab';
import { SecretCheck } from '../secret-check';
import { OWN_PAGE, TAB_CHANNEL, TAB_LOCKS } from '../tab-tools';
import { FakeBrowser, type FakeTab } from './fake-browser';

const CONFIG: EventTunnelConfig = {
  tunnelUrl: 'https://fin-a.example.test:8445/tunnel/',
  xmppDomain: 'fin-a.example.test',
  pubsubDomain: 'pubsub.fin-a.example.test',
  otherHosts: [
    {
      tunnelUrl: 'https://fin-b.example.test:8445/tunnel/',
      xmppDomain: 'fin-b.example.test',
      pubsubDomain: 'pubsub.fin-b.example.test',
    },
  ],
};

/** What the channel of these tabs is called, and the lock. */
export const CHANNEL = 'finesse-tunnel https://fin-a.example.test:8445 1000001';

/** One tab: the whole library before a page that a test plays. */
export interface Tab {
  readonly tab: FakeTab;
  readonly page: FakeTunnelTransport;
  readonly service: EventTunnelHandle['service'];
  readonly heard: readonly Notification[];
  readonly connect: (password?: string, id?: string) => Promise<void>;
  /** Says `loaded` and `connected`. */
  readonly pageConnects: () => Promise<void>;
  /** What was said to the page. */
  readonly said: (type: TunnelMessageType) => readonly string[];
}

/** Lets promises and what they bring about come to an end. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) {
    await Promise.resolve();
  }
}

/** Tabs of one browser, in which agent 1000001 signs in. */
export class SharedTabs {
  readonly browser = new FakeBrowser();
  readonly #handles: EventTunnelHandle[] = [];

  open(verdict: SecretVerdict = 'accepted', hasLocks = true): Tab {
    const tab = this.browser.open();
    const handle = createEventTunnel(
      TestBed.inject(EnvironmentInjector),
      CONFIG,
      withSharedTunnel(),
      { providers: doubles(tab, verdict, hasLocks) },
    );
    this.#handles.push(handle);
    const { service } = handle;
    const page = handle.injector.get(FakeTunnelTransport);
    const heard: Notification[] = [];
    service.notifications$.subscribe((notification) => heard.push(notification));
    return {
      tab,
      page,
      service,
      heard,
      said: (type) => page.sentBodies(type),
      connect: async (password = 'fictional-secret', id = '1000001') => {
        service.connect({ id, password });
        await settled();
      },
      pageConnects: async () => {
        page.reportLoaded();
        await settled();
        page.reportConnected();
        await settled();
      },
    };
  }

  async leaderAndFollower(): Promise<readonly [Tab, Tab]> {
    const [leader, follower] = [this.open(), this.open()];
    await leader.connect();
    await leader.pageConnects();
    await follower.connect('another-secret');
    return [leader, follower];
  }

  /** What the leader last said of the connection. */
  lastState(): { readonly term: number; readonly sequence: number } {
    return this.said('state').at(-1) ?? { term: 0, sequence: 0 };
  }

  /** Everything of one kind that went over the channel. */
  said(kind: string): readonly { readonly term: number; readonly sequence: number }[] {
    return this.browser.posted.filter(
      (message): message is { term: number; sequence: number } =>
        typeof message === 'object' &&
        message !== null &&
        'kind' in message &&
        message.kind === kind,
    );
  }

  close(): void {
    this.#handles.forEach(({ destroy }) => {
      destroy();
    });
  }
}

/** Watches a node in one tab. */
export async function watch({ service }: Tab, node: string): Promise<Subscription> {
  const watching = service.watch(node).subscribe();
  await settled();
  return watching;
}

function doubles(tab: FakeTab, verdict: SecretVerdict, hasLocks: boolean) {
  const nothing = { recall: () => undefined, remember: () => undefined, forget: () => undefined };
  return [
    FakeTunnelTransport,
    { provide: OWN_PAGE, useExisting: FakeTunnelTransport },
    { provide: TAB_LOCKS, useValue: hasLocks ? tab.locks : undefined },
    { provide: TAB_CHANNEL, useValue: tab.openChannel },
    {
      provide: SecretCheck,
      useValue: { isPossible: true, verdict: () => Promise.resolve(verdict) },
    },
    { provide: RANDOM, useValue: () => 0 },
    { provide: TUNNEL_CLOCK, useValue: () => Date.now() },
    { provide: BackOffMemory, useValue: nothing },
  ];
}
