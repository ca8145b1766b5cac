import { TestBed } from '@angular/core/testing';
import { DOCUMENT } from '@angular/common';
import { provideZonelessChangeDetection } from '@angular/core';
import type { Diagnostic } from '../model/diagnostic';
import { IframeTransport, TUNNEL_FRAME } from './iframe-transport';
import { type TunnelMessage, TunnelMessageType } from 'finesse-tunnel/protocol';
import { type TransportUnderTest, tunnelTransportContract } from 'finesse-tunnel/testing';

/** Says what it is told to by an event, and keeps what it hears. */
const PAGE = `<!doctype html><script>
  const heard = [];
  addEventListener('message', ({ data }) => heard.push(data));
  addEventListener('say', ({ detail }) => parent.postMessage(detail, '*'));
  addEventListener('recall', ({ detail }) => detail(heard));
</script>`;

function setup() {
  TestBed.configureTestingModule({
    providers: [provideZonelessChangeDetection(), IframeTransport],
  });
  const transport = TestBed.inject(IframeTransport);
  const url = pageOf(PAGE);
  let page: Window | undefined;
  const ready = async (): Promise<void> => {
    await until(() => frameWindow()?.document.querySelector('script') ?? false);
    page = frameWindow() ?? undefined;
  };
  const say = (wire: unknown): void => {
    page?.dispatchEvent(new CustomEvent('say', { detail: wire }));
  };
  const heard = async (count: number): Promise<readonly string[]> => {
    let all: readonly string[] = [];
    await until(() => {
      const detail = (words: readonly string[]): void => {
        all = words;
      };
      page?.dispatchEvent(new CustomEvent('recall', { detail }));
      return all.length >= count;
    });
    return all;
  };
  return { transport, url, ready, say, heard, settled };
}

function pageOf(html: string): string {
  return URL.createObjectURL(new Blob([html], { type: 'text/html' }));
}

function frame(): HTMLIFrameElement | null {
  const element = document.getElementById(TUNNEL_FRAME);
  return element instanceof HTMLIFrameElement ? element : null;
}

function frameWindow(): Window | null | undefined {
  return frame()?.contentWindow;
}

/** Awaits a condition, one task at a time. */
async function until(condition: () => unknown): Promise<void> {
  while (!condition()) {
    await settled();
  }
}

/** Messages are tasks in order: one that is posted now comes after all that were posted before. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    const last = crypto.randomUUID();
    const listen = ({ data }: MessageEvent): void => {
      if (data === last) {
        removeEventListener('message', listen);
        resolve();
      }
    };
    addEventListener('message', listen);
    postMessage(last, location.origin);
  });
}

function recordDiagnostics(transport: IframeTransport): Diagnostic[] {
  const found: Diagnostic[] = [];
  transport.diagnostics$.subscribe((diagnostic) => found.push(diagnostic));
  return found;
}

function recordMessages(transport: IframeTransport): TunnelMessage[] {
  const received: TunnelMessage[] = [];
  transport.messages$.subscribe((message) => received.push(message));
  return received;
}

describe('IframeTransport', () => {
  for (const { behaviour, verify } of tunnelTransportContract) {
    it(behaviour, async () => {
      const subject: TransportUnderTest = setup();

      await expectAsync(verify(subject)).toBeResolved();
    });
  }

  it('keeps its frame out of sight, of the tab order and of screen readers', () => {
    const { transport, url } = setup();

    transport.open(url);

    expect(frame()?.hidden).toBeTrue();
    expect(frame()?.name).toBe('tunnel-frame');
    expect(frame()?.tabIndex).toBe(-1);
    expect(frame()?.getAttribute('aria-hidden')).toBe('true');
  });

  it('leaves no frame behind when it is closed or destroyed', () => {
    const { transport, url } = setup();
    transport.open(url);

    TestBed.resetTestingModule();

    expect(frame()).toBeNull();
  });

  it('does not listen to this window, nor to another frame of the same origin', async () => {
    const { transport, url, ready } = setup();
    transport.open(url);
    await ready();
    const received = recordMessages(transport);

    postMessage('4|connected', location.origin);
    const other = document.createElement('iframe');
    other.src = pageOf(`<script>parent.postMessage('4|connected', '*')</script>`);
    const spoke = new Promise((resolve) => {
      addEventListener('message', ({ source }) => {
        if (source === other.contentWindow) resolve(undefined);
      });
    });
    document.body.append(other);
    await spoke;
    await settled();
    other.remove();

    expect(received).toEqual([]);
  });

  it('does not listen to a page from elsewhere in its own frame, and says so', async () => {
    const { transport, ready } = setup();
    const received = recordMessages(transport);
    const diagnostics = recordDiagnostics(transport);
    const elsewhere = `data:text/html,<script>parent.postMessage('4|connected','*')</script>`;
    transport.open(
      pageOf(
        `<script>location.replace(${JSON.stringify(elsewhere).replaceAll('<', '\\u003c')})</script>`,
      ),
    );

    await ready().catch(() => undefined);
    await until(() => diagnostics.length > 0);

    expect(received).toEqual([]);
    expect(diagnostics[0]?.code).toBe('foreign-origin');
  });

  it('tells nothing to a page from elsewhere in its own frame', async () => {
    const { transport } = setup();
    const echo = `data:text/html,<script>onmessage=(e)=>parent.postMessage('heard '+e.data,'*');parent.postMessage('ready','*')</script>`;
    const words: unknown[] = [];
    const listen = ({ data, source }: MessageEvent): void => {
      if (source === frameWindow()) words.push(data);
    };
    addEventListener('message', listen);
    transport.open(
      pageOf(
        `<script>location.replace(${JSON.stringify(echo).replaceAll('<', '\\u003c')})</script>`,
      ),
    );
    await until(() => words.includes('ready'));

    transport.send({ type: TunnelMessageType.Password, body: 'fictional-secret' });
    frameWindow()?.postMessage('greeting', '*');
    await until(() => words.includes('heard greeting'));
    removeEventListener('message', listen);

    expect(words).toEqual(['ready', 'heard greeting']);
  });

  it('reports what is no tunnel message, of any type, and goes on', async () => {
    const { transport, url, ready, say } = setup();
    transport.open(url);
    await ready();
    const received = recordMessages(transport);
    const diagnostics = recordDiagnostics(transport);

    for (const wire of [{ type: 4 }, 42, null, 'connected', '99|connected', '4|loaded']) {
      say(wire);
    }
    await settled();

    expect(diagnostics.map(({ code }) => code)).toEqual([
      'not-a-string',
      'not-a-string',
      'not-a-string',
      'no-separator',
      'unknown-type',
    ]);
    expect(received).toEqual([{ type: TunnelMessageType.Status, body: 'loaded' }]);
  });

  it('opens nothing where there is no window', () => {
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        IframeTransport,
        { provide: DOCUMENT, useValue: { defaultView: null, querySelectorAll: () => [] } },
      ],
    });
    const transport = TestBed.inject(IframeTransport);

    expect(() => {
      transport.open('https://finesse.example.test:8445/tunnel/');
      transport.send({ type: TunnelMessageType.Id, body: '2101' });
      transport.close();
    }).not.toThrow();
  });
});
