import { Agent, request } from 'node:https';

/**
 * A `fetch` for the demo's hosts: every host resolves to one local port, whose certificate nobody has signed, and redirects
 * are followed as a browser follows them. Node's own fetch can do neither without a package.
 */
export function localFetch(port: number): typeof globalThis.fetch {
  // As a browser does; a handshake for each request was most of what thousands of them took.
  const agent = new Agent({ keepAlive: true });
  return async (input, init = {}) => {
    let url = new URL(input instanceof Request ? input.url : input);
    let method = init.method ?? 'GET';
    let body = typeof init.body === 'string' ? init.body : null;
    for (let hops = 0; hops < 20; hops += 1) {
      const { response, location } = await once(agent, port, url, method, body, init);
      if (location === null) {
        Object.defineProperty(response, 'url', { value: url.href });
        return response;
      }
      url = new URL(location, url);
      // As the fetch standard says: 301 and 302 turn a POST, and nothing else, into a GET.
      if (method === 'POST' && response.status < 303) [method, body] = ['GET', null];
    }
    throw new TypeError('too many redirects');
  };
}

function once(agent: Agent, port: number, url: URL, method: string, body: string | null, init: RequestInit): Promise<{ response: Response; location: string | null }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1', port, method, path: url.pathname + url.search, servername: url.hostname, rejectUnauthorized: false, agent,
        headers: { ...Object.fromEntries(new Headers(init.headers)), host: url.host, ...(body !== null && { 'content-length': Buffer.byteLength(body) }) },
        ...(init.signal && { signal: init.signal }),
      },
      (answer) => {
        const chunks: Buffer[] = [];
        const headers = new Headers();
        for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined) headers.set(name, [value].flat().join(', '));
        answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject).on('end', () => {
          const status = answer.statusCode ?? 0;
          const redirected = [301, 302, 303, 307, 308].includes(status) ? headers.get('location') : null;
          resolve({ response: new Response([204, 304].includes(status) ? null : Buffer.concat(chunks), { status, headers }), location: redirected });
        });
      },
    );
    sent.on('error', (cause) => reject(new TypeError('fetch failed', { cause })));
    sent.end(body ?? undefined);
  });
}
