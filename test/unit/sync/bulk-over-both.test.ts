import { afterEach, expect, test } from 'vitest';
import { bulkView } from '../../../lib/app/bulk-progress.ts';
import { retryBulk, undoBulk } from '../../../lib/app/change-bulk.ts';
import { connect } from '../../../lib/app/connections.ts';
import { findIssues } from '../../../lib/app/find-issues.ts';
import { reviewBulk } from '../../../lib/app/review-bulk.ts';
import { startBulk } from '../../../lib/app/start-bulk.ts';
import type { IssueKey } from '../../../lib/core/issue.ts';
import { both, type Both, GITHUB, JIRA, TOKENS } from './both-trackers.ts';
import { HOUR, MINUTE } from './household.ts';
import { seeded } from './mortality.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const ITEM = 'faster-checkout';
const LABEL = `roadmap:${ITEM}`;
const MANY = 500;

let home: Both;
afterEach(() => home.demo.close());

/** Without a tag of their own, of each tracker the half. */
async function chosen(): Promise<IssueKey[]> {
  const of = async (project: typeof GITHUB) => (await findIssues(home.ports, { project, label: null, sprint: null, parent: null, text: '', untagged: true, closed: true })).keys;
  return [...(await of(GITHUB)).slice(0, MANY / 2), ...(await of(JIRA)).slice(0, MANY / 2)];
}

const tagged = (keys: readonly IssueKey[]): IssueKey[] => keys.filter((key) => home.labels(key).includes(LABEL));

test.each([11])('five hundred issues of both trackers, among limits, deaths and a token that is revoked half-way: each is tagged once or listed with its reason, a new token and a retry end the rest, and one undo takes all of it back once (seed %i)', { timeout: 240_000 }, async (seed) => {
  home = await both(420);
  await home.live(home.clock.now + 10 * MINUTE);
  const keys = await chosen();
  expect(keys).toHaveLength(MANY);
  const review = await reviewBulk(home.ports, keys, ITEM);
  expect(review.ways.map(({ host, via, issues }) => [host, via, issues])).toEqual([['github.com', 'label', MANY / 2], ['acme.atlassian.net', 'label', MANY / 2]]);

  const began = home.clock.now;
  await startBulk(home.ports, { id: ID, keys, item: ITEM, include: [] });
  // A page that asked twice has begun once.
  await startBulk(home.ports, { id: ID, keys, item: 'something-else', include: [] });
  const { behaviours, tokens, jira } = home.demo.world;
  Object.assign(behaviours, { secondaryLimit: { times: 2, status: 403, retryAfter: 40 }, randomFaults: { seed, rate: 0.04 }, primaryLimit: 2000 });
  Object.assign(jira.behaviours, { burst: { times: 3, retryAfter: 20 }, randomFaults: { seed, rate: 0.04 } });
  const random = seeded(seed);
  let revoked = 0;
  const deaths = await home.live(began + 90 * MINUTE, () => random() < 0.004, () => {
    if (revoked > 0 || tagged(keys).length < MANY / 2) return;
    const token = tokens.get(TOKENS.github);
    if (token) token.revoked = true;
    revoked = tagged(keys).length;
  });
  expect(deaths).toBeGreaterThan(5);
  expect(revoked).toBeGreaterThanOrEqual(MANY / 2);
  Object.assign(behaviours, { randomFaults: null, secondaryLimit: null });
  Object.assign(jira.behaviours, { randomFaults: null, burst: null });
  await home.live(home.clock.now + HOUR);

  const half = (await bulkView(home.ports, ID))!;
  const listed = new Map(half.listed.map((issue) => [issue.key, issue]));
  expect(half.counts.done + half.counts.failed).toBe(MANY);
  expect(half.counts.failed).toBe(half.retryable);
  expect(half.counts.failed).toBeGreaterThan(0);
  for (const key of keys) expect(home.events(key, LABEL), key).toEqual({ on: home.labels(key).includes(LABEL) ? 1 : 0, off: 0 });
  for (const key of keys.filter((one) => !home.labels(one).includes(LABEL))) expect(listed.get(key), key).toMatchObject({ state: 'failed', because: expect.stringMatching(/github\.com no longer accepts the token.*retry/) as unknown });
  expect(keys.filter((key) => key.startsWith(JIRA.split('/')[0]!)).every((key) => home.labels(key).includes(LABEL))).toBe(true);

  expect(await connect(home.ports, 'github.com', TOKENS.otherGithub)).toMatchObject({ ok: true });
  await retryBulk(home.ports, ID);
  await home.live(home.clock.now + HOUR, () => random() < 0.004);
  await home.live(home.clock.now + HOUR);
  expect(await bulkView(home.ports, ID)).toMatchObject({ state: 'ended', counts: { done: MANY, failed: 0, waiting: 0 }, retryable: 0 });
  for (const key of keys) expect(home.events(key, LABEL), key).toEqual({ on: 1, off: 0 });

  await undoBulk(home.ports, ID);
  await undoBulk(home.ports, ID);
  await home.live(home.clock.now + HOUR, () => random() < 0.004);
  await home.live(home.clock.now + HOUR);
  expect(await bulkView(home.ports, ID)).toMatchObject({ state: 'undone', counts: { undone: MANY, waiting: 0 } });
  for (const key of keys) expect(home.events(key, LABEL), key).toEqual({ on: 1, off: 1 });
  expect(await home.store.outbox()).toEqual([]);
});
