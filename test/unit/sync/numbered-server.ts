import { createHash } from 'node:crypto';

interface Row {
  readonly number: number;
  readonly updatedAt: number;
  readonly title: string;
}

/** An Enterprise Server of years ago: pages have numbers, so that a row which changes while they are read moves all after it one place forward. */
export class NumberedServer {
  readonly rows = new Map<number, Row>();
  readonly asked: string[] = [];
  /** Called before each page is told. */
  before: (page: number) => void = () => {};

  readonly host: string;
  readonly clock: { readonly now: number };
  readonly tells: { readonly time?: boolean; readonly etag?: boolean };

  constructor(host: string, clock: { readonly now: number }, tells: { readonly time?: boolean; readonly etag?: boolean } = {}) {
    this.host = host;
    this.clock = clock;
    this.tells = tells;
  }

  put(number: number, updatedAt: number): void {
    this.rows.set(number, { number, updatedAt: Math.floor(updatedAt / 1000) * 1000, title: `Issue ${number} at ${updatedAt}` });
  }

  readonly fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = new URL(String(input));
    if (!url.pathname.endsWith('/issues')) return this.#told(url.pathname.endsWith('/milestones') ? [] : { message: 'Not Found' }, url.pathname.endsWith('/milestones') ? 200 : 404, init);
    const page = Number(url.searchParams.get('page') ?? 1);
    this.before(page);
    this.asked.push(url.search);
    const since = Date.parse(url.searchParams.get('since') ?? '1970-01-01T00:00:00Z');
    const all = [...this.rows.values()].filter(({ updatedAt }) => updatedAt >= since).toSorted((a, b) => a.updatedAt - b.updatedAt || a.number - b.number);
    const rows = all.slice((page - 1) * 100, page * 100).map((row) => this.#represented(row));
    url.searchParams.set('page', String(page + 1));
    return this.#told(rows, 200, init, page * 100 < all.length ? { link: `<${url.href}>; rel="next"` } : {});
  };

  #told(body: unknown, status: number, init: RequestInit, more: Record<string, string> = {}): Response {
    const text = JSON.stringify(body);
    const etag = `"${createHash('sha1').update(text + (more['link'] ?? '')).digest('hex')}"`;
    const headers = { 'content-type': 'application/json', ...(this.tells.etag !== false && { etag }), ...(this.tells.time !== false && { date: new Date(this.clock.now).toUTCString() }), ...more };
    const unchanged = status === 200 && new Headers(init.headers).get('if-none-match') === etag;
    return new Response(unchanged ? null : text, { status: unchanged ? 304 : status, headers });
  }

  #represented({ number, updatedAt, title }: Row): object {
    const at = new Date(updatedAt).toISOString();
    return { id: number, number, title, html_url: `https://${this.host}/Acme/Shop/issues/${number}`, state: 'open', user: null, labels: [], assignees: [], milestone: null, created_at: '2020-01-01T00:00:00Z', updated_at: at, closed_at: null, comments: 0 };
  }
}
