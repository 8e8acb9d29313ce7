import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoTracker, startTracker } from '../tracker/server.ts';
import { demoWorld } from '../tracker/world.ts';
import { ask } from '../unit/tracker/ask.ts';
import { nesting, readMarkup } from '../unit/tracker/jira/markup.ts';

const CORPUS = new URL('../../../shared/corpus/pages/jira-cloud/', import.meta.url);
const fragments = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => name.startsWith('fragment-')) : [];
if (fragments.length === 0) console.log('Skipped: the captured pieces of Jira, for ../shared/corpus is not here.');

const SHOP = '/jira/software/c/projects/SHOP';
const PAGES = ['/browse/EPIC', `${SHOP}/boards/1`, `${SHOP}/boards/1/backlog`, `${SHOP}/list`, '/issues/?jql=project%20%3D%20SHOP', '/jira/plans/1/scenarios/1/timeline'];
/** A field that the demo's sites do not have. */
const UNKNOWN = /> (?:team-profilecard-trigger-wrapper|undefined-team-avatar)$/;

describe.skipIf(fragments.length === 0)('the demo’s Jira is built as the captured pieces are', () => {
  let tracker: DemoTracker;
  const built = new Set<string>();
  beforeAll(async () => {
    tracker = await startTracker({ world: demoWorld({ issues: 20 }) });
    const issues = [...(tracker.world.jira.sites[0]?.issues.values() ?? [])];
    const epic = issues.find(({ id }) => issues.some(({ parent }) => parent === id))?.key ?? '';
    for (const path of PAGES) {
      const { text } = await ask(tracker, `https://acme.atlassian.net${path.replace('EPIC', epic)}`, { headers: { cookie: 'tenant.session.token=session-of-maya' } });
      for (const pair of nesting(readMarkup(text))) built.add(pair);
    }
  });
  afterAll(() => tracker.close());

  it.each(fragments)('%s: each test attribute stands within the same one', (name) => {
    const pairs = [...nesting(readMarkup(readFileSync(new URL(name, CORPUS), 'utf8')))].filter((pair) => !pair.startsWith(' >') && !UNKNOWN.test(pair));
    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.filter((pair) => !built.has(pair))).toEqual([]);
  });
});
