import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoTracker, startTracker } from '../../tracker/server.ts';
import { demoWorld, worldOf } from '../../tracker/world.ts';
import { ask } from './ask.ts';

let tracker: DemoTracker;
beforeAll(async () => {
  tracker = await startTracker({ world: demoWorld({ issues: 100 }) });
});
afterAll(() => tracker.close());

const page = async (path: string, host = 'github.com'): Promise<string> => (await ask(tracker, `https://${host}${path}`)).text;
const count = (text: string, part: RegExp): number => [...text.matchAll(part)].length;

describe('pages and API show one truth', () => {
  it('prints a label on the issue’s page once it was written through the API', async () => {
    const number = [...(tracker.world.repositories[0]?.issues.values() ?? [])].find((issue) => issue.pull === null)?.number;
    expect(await page(`/acme/shop/issues/${number}`)).not.toContain('roadmap:loyalty');
    await ask(tracker, `https://api.github.com/repos/acme/shop/issues/${number}/labels`, { method: 'POST', token: 'ghp_demo_writer', body: ['roadmap:loyalty'] });
    expect(await page(`/acme/shop/issues/${number}`)).toContain('roadmap:loyalty');
  });
});

describe('the anatomy that surfaces look for', () => {
  it('has 25 rows with title links on a list, of which none is the new-issue link', async () => {
    const list = await page('/acme/shop/issues?q=is:issue');
    expect(count(list, /data-testid="issue-pr-title-link"/g)).toBe(25);
    expect(count(list, /<li id="[^"]+" class="[^"]+" tabindex="0" aria-label="[^"]+" role="listitem">/g)).toBe(25);
  });

  it('has ten results of all repositories on a page of a search, each with its title’s link and its number’s, and of the private one for those who may see it', async () => {
    const found = await page('/search?q=is:issue&type=issues');
    expect(count(found, /<div class="search-title"><svg.*?<a class="[^"]+" href="\/acme\/(?:shop|api|secret)\/issues\/\d+">/g)).toBe(10);
    expect(count(found, /target="_blank">#\d+<\/a>/g)).toBe(10);
    expect(count(await page('/search?q=acme&type=repositories'), /class="Result-module/g)).toBe(3);
    const { viewer } = tracker.world.site;
    tracker.world.site.viewer = null;
    expect(await page('/search?q=repo:acme/secret&type=issues')).toContain('Your search did not match any issues');
    tracker.world.site.viewer = viewer;
  });

  it('opens and closes as many divs on every page', async () => {
    const pull = [...(tracker.world.repositories[0]?.issues.values() ?? [])].find((issue) => issue.pull)?.number;
    const paths = ['/acme/shop/issues', '/acme/shop/issues/60', '/acme/shop/issues/60?classic=1', '/acme/shop/pulls?q=is:pr', `/acme/shop/pull/${pull}`, `/acme/shop/pull/${pull}?classic=1`, '/acme/shop/milestone/2', '/acme/shop/milestones',
      '/acme/shop/issues/new', '/issues/assigned', '/search?q=checkout&type=issues', '/search?q=shop', '/search?q=nothing-of-the-kind&type=issues', '/orgs/acme/projects/1', '/orgs/acme/projects/1?layout=table', '/orgs/acme/projects/1/views/1?pane=issue&itemId=1&issue=acme%7Cshop%7C60'];
    const uneven = await Promise.all(paths.map(async (path) => {
      const text = await page(path);
      return count(text, /<div[\s>]/g) === count(text, /<\/div>/g) ? [] : [path];
    }));
    expect(uneven.flat()).toEqual([]);
  });

  it('lets no script run that is not a file of the same host', async () => {
    const reply = await ask(tracker, 'https://github.com/acme/shop/issues');
    expect(reply.headers['content-security-policy']).toContain("script-src 'self'");
    expect(reply.text).not.toMatch(/<script(?![^>]* src="\/assets\/)/);
    expect((await ask(tracker, 'https://github.com/assets/app.js')).headers['content-type']).toContain('javascript');
  });
});

describe('recorded rows', () => {
  it('are served as a repository of their own and can be labelled', async () => {
    const row = { id: 5, number: 3, title: 'Recorded', state: 'open', user: { login: 'someone', id: 8 }, labels: [{ id: 1, name: 'bug', color: 'd73a4a' }], created_at: '2025-01-01T00:00:00Z', updated_at: '2025-02-01T00:00:00Z', custom: 'kept' };
    const recorded = await startTracker({ world: worldOf([row, { broken: true }], { owner: 'some', name: 'library' }) });
    try {
      const list = await ask(recorded, 'https://api.github.com/repos/some/library/issues');
      expect(list.json).toMatchObject([{ number: 3, custom: 'kept', labels: [{ name: 'bug' }], user: { login: 'someone', id: 8 } }]);
    } finally {
      await recorded.close();
    }
  });
});

describe('the control endpoint', () => {
  it('edits an issue as somebody else and tells what happened', async () => {
    await ask(tracker, 'https://github.com/__control', { method: 'POST', body: { clearRequests: true, edit: { repository: 'acme/shop', number: 50, title: 'Changed behind your back', actor: 'priya-r' } } });
    const state = await ask(tracker, 'https://github.com/__state?repo=acme/shop&issue=50');
    expect(state.json).toMatchObject({ issue: { title: 'Changed behind your back' }, requests: [] });
    expect(state.text).toContain('"renamed"');
  });
});
