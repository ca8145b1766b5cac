import { type Document, DOMParser } from '@xmldom/xmldom';

/** As much of XMLHttpRequest as Strophe's BOSH needs, over fetch: Node has none of its own. */
export class FetchRequest {
  onreadystatechange: (() => void) | undefined;
  readyState = 0;
  status = 0;
  responseText = '';
  responseXML: Document | undefined;
  private readonly abortion = new AbortController();
  private readonly headers = new Headers();
  private url = '';

  open(_method: string, url: string): void {
    this.url = url;
    this.readyState = 1;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }

  send(body: string): void {
    const { headers } = this;
    fetch(this.url, { method: 'POST', body, headers, signal: this.abortion.signal })
      .then(async (response) => {
        this.responseText = await response.text();
        this.responseXML = new DOMParser().parseFromString(this.responseText, 'text/xml');
        this.status = response.status;
      })
      // A request that fails ends with status 0, as in a browser.
      .catch(() => undefined)
      .then(() => {
        this.finish();
      })
      .catch((error: unknown) => {
        queueMicrotask(() => {
          throw error;
        });
      });
  }

  getAllResponseHeaders(): string {
    return '';
  }

  abort(): void {
    this.abortion.abort();
  }

  private finish(): void {
    this.readyState = 4;
    this.onreadystatechange?.();
  }
}
