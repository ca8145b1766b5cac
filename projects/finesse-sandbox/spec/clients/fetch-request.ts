/** As much of XMLHttpRequest as Strophe's BOSH needs, over fetch: Node has none of its own. */
export class FetchRequest {
  onreadystatechange: (() => void) | undefined;
  readyState = 0;
  status = 0;
  responseText = '';
  readonly responseXML = null;
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
        this.status = response.status;
        this.responseText = await response.text();
        this.finish();
      })
      .catch(() => {
        this.finish();
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
