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

  it('holds a second page until that one takes over', async () => {
    const { transport, url, ready } = setup();
    transport.open(url);
    await ready();
    const first = frame();
    const beside = transport.openBeside(url);
    const second = document.getElementById(`${TUNNEL_FRAME}-beside`);
    expect(first?.isConnected).toBeTrue();
    expect(second?.isConnected).toBeTrue();

    beside?.takeOver();
    beside?.close();

    expect(first?.isConnected).toBeFalse();
    expect(frame()).toBe(second as HTMLIFrameElement);
    transport.close();
    expect(second?.isConnected).toBeFalse();
  });

  it('hears the events of both, and the rest of what the second says apart', async () => {
    const { transport, url } = setup();
    const received = recordMessages(transport);
    const beside = transport.openBeside(url);
    const apart: TunnelMessage[] = [];
    beside?.messages$.subscribe((message) => apart.push(message));
    const page = frames[frames.length - 1];
    await until(() => page?.document.querySelector('script'));
    const say = (detail: string) => page?.dispatchEvent(new CustomEvent('say', { detail }));

    say('4|loaded');
    say('0|/n<Update/>');
    await settled();
    expect(received.map(({ body }) => body)).toEqual(['/n<Update/>']);
    expect(apart.map(({ body }) => body)).toEqual(['loaded']);

    beside?.takeOver();
    say('4|connected');
    await settled();
    expect(received.at(-1)?.body).toBe('connected');
  });

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

  describe('with a page that takes a port', () => {
    /** Answers over the newest port it was given, if any; otherwise by its window. */
    const TAKES_PORT = `<!doctype html><script>
      let port; const ports = [];
      addEventListener('message', ({ data, ports: [given] }) => {
        if (given) { port = given; ports.push(given); }
        (port ?? { postMessage: (text) => parent.postMessage(text, '*') }).postMessage('13|' + data + ' ' + ports.length);
      });
      addEventListener('say', ({ detail }) => port.postMessage(detail));
      addEventListener('reload', () => parent.postMessage('4|loaded', '*'));
    </script>`;

    async function connected() {
      const { transport, settled: turn } = setup();
      const received = recordMessages(transport);
      transport.open(pageOf(TAKES_PORT));
      await until(() => frameWindow()?.document.querySelector('script') ?? false);
      const bodies = (): readonly string[] => received.map(({ body }) => body);
      const dispatch = (type: string, detail?: unknown): void => {
        frameWindow()?.dispatchEvent(new CustomEvent(type, { detail }));
      };
      const send = (body: string): void => {
        transport.send({ type: TunnelMessageType.Id, body });
      };
      return { transport, received, bodies, dispatch, send, turn };
    }

    it('offers none before the page has said that it listens', async () => {
      const { bodies, send } = await connected();

      send('a');

      await until(() => bodies().includes('1|a 0'));
      expect(bodies()).toEqual(['1|a 0']);
    });

    it('offers one with the next message, and hears what comes over it, arrays in their order', async () => {
      const { bodies, dispatch, send } = await connected();
      dispatch('reload');
      await until(() => bodies().includes('loaded'));

      send('a');
      send('b');
      await until(() => bodies().includes('1|b 1'));
      dispatch('say', ['0|/n<a/>', '0|/n<b/>']);
      dispatch('say', '0|/n<c/>');
      await until(() => bodies().includes('/n<c/>'));

      expect(bodies()).toEqual(['loaded', '1|a 1', '1|b 1', '/n<a/>', '/n<b/>', '/n<c/>']);
    });

    it('offers a new one to a page that was loaded anew', async () => {
      const { bodies, dispatch, send } = await connected();
      for (const round of ['1', '2']) {
        dispatch('reload');
        await until(() => bodies().filter((body) => body === 'loaded').length === Number(round));
        send('a');
        await until(() => bodies().includes(`1|a ${round}`));
      }

      expect(bodies().at(-1)).toBe('1|a 2');
    });

    it('reports what is no message there, too', async () => {
      const { transport, bodies, dispatch, send } = await connected();
      const diagnostics = recordDiagnostics(transport);
      dispatch('reload');
      await until(() => bodies().includes('loaded'));
      send('a');
      await until(() => bodies().includes('1|a 1'));

      dispatch('say', [42, ['4|connected'], '4|connected']);
      await until(() => bodies().includes('connected'));

      expect(diagnostics.map(({ code }) => code)).toEqual(['not-a-string', 'not-a-string']);
    });

    it('hears nothing over it once closed', async () => {
      const { transport, bodies, dispatch, send, turn } = await connected();
      dispatch('reload');
      await until(() => bodies().includes('loaded'));
      send('a');
      await until(() => bodies().includes('1|a 1'));
      const page = frameWindow();

      transport.close();
      page?.dispatchEvent(new CustomEvent('say', { detail: '4|connected' }));
      await turn();
      await turn();

      expect(bodies()).not.toContain('connected');
    });
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
