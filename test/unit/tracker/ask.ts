import { request } from 'node:https';
import type { DemoTracker } from '../../tracker/server.ts';

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  json: unknown;
}

/** One request to the demo tracker with the Host of our choice, which fetch would not let us set. */
export function ask(tracker: DemoTracker, url: string, options: { method?: string; token?: string; headers?: Record<string, string>; body?: unknown } = {}): Promise<Reply> {
  const { host, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({
      host: '127.0.0.1', port: tracker.port, path: pathname + search, method: options.method ?? 'GET', rejectUnauthorized: false, agent: false,
      headers: { host, ...(options.body === undefined ? {} : { 'content-type': 'application/json' }), ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }), ...options.headers },
    }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += String(part))).on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parsed(text) }));
    });
    sent.on('error', reject).end(options.body === undefined ? undefined : JSON.stringify(options.body));
  });
}

export function nextOf(reply: Reply): string | undefined {
  return /<([^>]+)>; rel="next"/.exec(String(reply.headers.link ?? ''))?.[1];
}

export interface Row {
  id: number;
  number: number;
  updated_at: string;
  labels: { name: string }[];
  milestone: { number: number; open_issues: number } | null;
}

/** The rows of a list answer; the tests below read only fields that the world always has. */
export const rows = (reply: Reply): Row[] => reply.json as Row[];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
