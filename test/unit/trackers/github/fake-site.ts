import type { Credentials, Tracker } from '../../../../lib/trackers/tracker.ts';
import { createGithubTracker } from '../../../../lib/trackers/github/tracker.ts';

export const NOW = Date.UTC(2026, 10, 22, 12);
export const TOKEN = 'ghp_s3cretS3cretS3cret';
export const credentials: Credentials = { host: 'github.com', token: TOKEN };

export interface Asked {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
}

interface Given {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** The address after redirects. */
  url?: string;
}

/** The real client before a site that gives one answer after the other, and remembers what it was asked. */
export function siteOf(...answers: (Given | Error)[]): { tracker: Tracker; asked: Asked[] } {
  const asked: Asked[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    asked.push({ url: String(input), init, headers: new Headers(init.headers) });
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    if (answer === undefined) throw new TypeError('Failed to fetch');
    if (answer instanceof Error) throw answer;
    const { status = 200, body, headers = {}, url } = answer;
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? null);
    const response = new Response([204, 304].includes(status) ? null : text, { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers } });
    if (url !== undefined) Object.defineProperty(response, 'url', { value: url });
    return response;
  };
  return { asked, tracker: createGithubTracker({ fetch, now: () => NOW, patience: 50 }) };
}
