import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { answerAsJira } from './overlay-jira-api.ts';

const OUTPUT = resolve(import.meta.dirname, '../../../.output');
/** The build that may also be on hosts which a person would have to grant. */
export const TEST_BUILD = `${OUTPUT}/chrome-mv3-e2e`;
const BROWSER = process.env['WAYMARK_CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** A real Chromium with the built extension; pages and API are answered here, everything else is refused. */
export interface OverlayBrowser {
  readonly context: BrowserContext;
  /** Opens a document at its true address. */
  open(url: string, html: string): Promise<Page>;
  close(): Promise<void>;
}

export async function launchOverlay({ build = `${OUTPUT}/chrome-mv3`, ...options }: { build?: string; colorScheme?: 'light' | 'dark'; forcedColors?: 'active' } = {}): Promise<OverlayBrowser> {
  const extension = process.env['WAYMARK_EXTENSION'] ?? build;
  const profile = mkdtempSync(join(tmpdir(), 'waymark-pages-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...(BROWSER === undefined ? {} : { executablePath: BROWSER }),
    headless: true,
    viewport: { width: 1300, height: 900 },
    args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
    ...options,
  });
  const documents = new Map<string, string>();
  await context.route(/^https?:/, async (route) => {
    const request = route.request();
    const { hostname, pathname } = new URL(request.url());
    const html = documents.get(request.url());
    if (html !== undefined && request.isNavigationRequest()) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    if (hostname === 'api.github.com') return route.fulfill(answerOf(pathname, request.url()));
    const answer = pathname.includes('/rest/') ? answerAsJira(new URL(request.url()), request.postData()) : null;
    return answer ? route.fulfill(answer) : route.abort();
  });
  // Under load the worker may be late; nothing else tells that the extension is there.
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker', { timeout: 15_000 });
  return {
    context,
    async open(url, html) {
      documents.set(url, html);
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Rows in the shape of corpus/api for whatever repository is asked for: issues 1 … 100, and single ones by number. */
function answerOf(pathname: string, url: string): { status: number; contentType: string; body: string; headers: Record<string, string> } {
  const headers = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '55', 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600) };
  const [, owner = '', repository = '', rest = ''] = /^\/repos\/([^/]+)\/([^/]+)\/?(.*)$/.exec(pathname) ?? [];
  const single = /^issues\/(\d+)$/.exec(rest);
  const body = single
    ? issueRow(owner, repository, Number(single[1]))
    : rest === 'issues'
      ? url.includes('page=2') ? [] : numbersAsked(owner, repository).map((number) => issueRow(owner, repository, number))
      : rest === '' && owner !== ''
        ? { id: 1, node_id: 'R_1', name: repository, full_name: `${owner}/${repository}`, private: false, owner: { login: owner }, html_url: `https://github.com/${owner}/${repository}`, open_issues_count: 60 }
        : [];
  return { status: 200, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body), headers };
}

// The issues that the saved pages name.
function numbersAsked(owner: string, repository: string): number[] {
  const around: Record<string, number> = { 'anthropics/claude-code': 8450, 'diffplug/selfie': 450, 'twbs/bootstrap': 31_550 };
  const start = around[`${owner}/${repository}`.toLowerCase()] ?? 1;
  return Array.from({ length: 100 }, (_, index) => start + index);
}

function issueRow(owner: string, repository: string, number: number): unknown {
  const api = `https://api.github.com/repos/${owner}/${repository}`;
  const html = `https://github.com/${owner}/${repository}/issues/${number}`;
  return {
    id: 3_000_000_000 + number, node_id: `I_${number}`, number, title: `Issue ${number}`, state: 'open', state_reason: null, locked: false, draft: false,
    url: `${api}/issues/${number}`, repository_url: api, labels_url: `${api}/issues/${number}/labels{/name}`, comments_url: `${api}/issues/${number}/comments`,
    events_url: `${api}/issues/${number}/events`, timeline_url: `${api}/issues/${number}/timeline`, html_url: html,
    user: { login: 'octocat', id: 1, node_id: 'U_1', type: 'User', site_admin: false },
    labels: number % 3 === 0 ? [{ id: 1, node_id: 'L_1', name: 'bug', color: 'd73a4a', default: true, description: null, url: `${api}/labels/bug` }] : [],
    assignee: null, assignees: [], milestone: null, comments: number % 7,
    created_at: '2026-06-01T08:00:00Z', updated_at: `2026-11-${String((number % 20) + 1).padStart(2, '0')}T08:00:00Z`, closed_at: null,
    author_association: 'CONTRIBUTOR', body: 'text', active_lock_reason: null, performed_via_github_app: null, type: null,
    reactions: { url: `${api}/issues/${number}/reactions`, total_count: number % 11, '+1': number % 11, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 },
  };
}
