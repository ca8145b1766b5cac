/** One request that the server holds. */
export interface HeldRequest {
  readonly body: Element;
  readonly text: string;
  readonly keepalive: boolean;
  readonly signal: AbortSignal | null;
  answer(text: string, status?: number): void;
  fail(): void;
}

/** The server's end of BOSH: every request waits until the spec answers it. */
export class FakeBoshServer {
  readonly requests: HeldRequest[] = [];

  readonly fetch: typeof fetch = (_url, init) =>
    new Promise((resolve, reject) => {
      const text = typeof init?.body === 'string' ? init.body : '';
      this.requests.push({
        text,
        body: new DOMParser().parseFromString(text, 'text/xml').documentElement,
        keepalive: init?.keepalive ?? false,
        signal: init?.signal ?? null,
        answer: (answer, status = 200) => {
          resolve(new Response(answer, { status }));
        },
        fail: () => {
          reject(new TypeError('Failed to fetch'));
        },
      });
    });

  /** The request with that number, the first being 0. */
  request(index: number): HeldRequest {
    const request = this.requests[index];
    if (request === undefined) {
      throw new Error(`there are only ${this.requests.length} requests`);
    }
    return request;
  }

  /** The newest request. */
  get last(): HeldRequest {
    return this.request(this.requests.length - 1);
  }
}

/** Writes the answer to a request. */
export function boshBody(content = '', attributes = ''): string {
  return (
    `<body xmlns='http://jabber.org/protocol/httpbind' xmlns:stream='http://etherx.jabber.org/streams'` +
    ` ${attributes}>${content}</body>`
  );
}

/** What the answer to the first request tells. */
export const BOSH_SESSION = "sid='s1' requests='2' hold='1' wait='20' maxpause='120'";
