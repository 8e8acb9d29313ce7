import { describe, expect, it } from 'vitest';
import { describeIssues } from '../../../lib/app/describe-issues.ts';
import { enterInput } from '../../../lib/app/enter-input.ts';
import { openCard } from '../../../lib/app/open-card.ts';
import { pendingWrite } from '../../../lib/app/pending-writes.ts';
import type { Ports } from '../../../lib/app/ports.ts';
import { findRoadmapItems } from '../../../lib/app/roadmap-items.ts';
import { tagIssues } from '../../../lib/app/tag-issues.ts';
import { undoTagging } from '../../../lib/app/undo.ts';
import { dropWrite, retryWrite } from '../../../lib/app/unsent-writes.ts';
import { writeAccess, writeAccessTo } from '../../../lib/app/write-access.ts';
import type { Issue, ProjectKey } from '../../../lib/core/issue.ts';
import { jiraIssueKey, jiraProjectKey, jiraSprintKey } from '../../../lib/core/keys.ts';
import type { ConnectionRow } from '../../../lib/storage/rows.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { bring, house, issue, key, type House, NOW } from './house.ts';

const SITE = 'acme.atlassian.net';
const SHOP = jiraProjectKey(SITE, 'SHOP');
const ticketKey = (number: number, host = SITE) => jiraIssueKey(host, `SHOP-${number}`);
const session: ConnectionRow = { host: SITE, tracker: 'jira', login: 'maya', tokenKind: 'session', missing: [], state: 'ok', expiresAt: null, checkedAt: NOW };

function ticket(number: number, more: Partial<Issue> = {}, host = SITE): Issue {
  return { ...issue(number), key: ticketKey(number, host), project: jiraProjectKey(host, 'SHOP'), tracker: 'jira', reference: `SHOP-${number}`, url: `https://${host}/browse/SHOP-${number}`, ...more };
}

async function board(...issues: Issue[]): Promise<House> {
  const one = await house();
  for (const host of new Set(issues.map(({ key: of }) => of.split('/')[0] ?? ''))) {
    await one.store.putProject({ project: jiraProjectKey(host, 'SHOP'), host, name: 'SHOP', visitedAt: NOW, state: 'ready', complete: true, syncedAt: NOW, error: null });
  }
  await bring(one, ...issues);
  return one;
}

const badge = async (one: House, of = ticketKey(1)) => (await describeIssues(one.ports, [of])).badges[0];

describe('tagging by the browser’s session', () => {
  it('needs no set-up, and says where the tag goes', async () => {
    const one = await board(ticket(1));
    expect(await tagIssues(one.ports, [ticketKey(1)], 'checkout')).toMatchObject({ via: 'label', because: `Goes to ${SITE} as a label, and into the issue itself, that the whole team sees.` });
    expect((await one.store.outbox()).map((row) => row.write)).toEqual([{ kind: 'label', key: ticketKey(1), label: 'roadmap:checkout', present: true }]);
    expect(await badge(one)).toMatchObject({ state: 'pending', roadmap: { id: 'checkout' } });
  });

  it('takes off a tag that the team shares without a label', async () => {
    const one = await board(ticket(1, { shared: { tag: 'trust', inputs: {} } }));
    expect((await openCard(one.ports, ticketKey(1)))?.tag).toMatchObject({ item: 'trust', via: 'shared' });
    const outcome = await tagIssues(one.ports, [ticketKey(1)], null);
    expect((await one.store.outbox()).map((row) => row.write)).toEqual([{ kind: 'share', key: ticketKey(1), inputs: {}, tag: null }]);
    expect((await badge(one))?.roadmap).toBeNull();
    await undoTagging(one.ports, outcome.undo, SITE);
    expect((await badge(one))?.roadmap?.id).toBe('trust');
    await tagIssues(one.ports, [ticketKey(1)], null);
    await tagIssues(one.ports, [ticketKey(1)], 'checkout');
    expect((await badge(one))?.roadmap?.id).toBe('checkout');
    await enterInput(one.ports, ticketKey(1), 'reach', 2000);
    const again = await tagIssues(one.ports, [ticketKey(1)], null);
    await undoTagging(one.ports, again.undo, SITE);
    // What was entered goes on its way untouched, and so does the tag that waited before.
    expect((await one.store.outbox()).map((row) => row.id)).toEqual([`label|${ticketKey(1)}|roadmap:checkout`, `share-tag|${ticketKey(1)}`, `share|${ticketKey(1)}`]);
    expect((await badge(one))?.roadmap?.id).toBe('checkout');
  });

  it('offers items that only the team’s shared facts name', async () => {
    const one = await board(ticket(1, { shared: { tag: 'trust', inputs: {} } }));
    expect(await findRoadmapItems(one.ports, 'trust')).toMatchObject([{ id: 'trust', horizon: null }]);
  });

  it('stays here for people who may only read, with the reason', async () => {
    const one = await board(ticket(1));
    await one.store.putConnection({ ...session, missing: ['Edit issues'] }, null);
    expect(await tagIssues(one.ports, [ticketKey(1)], 'checkout')).toMatchObject({ via: 'local', because: `Kept in this browser: your account on ${SITE} lacks Edit issues.` });
    await one.store.putConnection(session, null);
    const row = await one.store.project(SHOP);
    if (row) await one.store.putProject({ ...row, readOnlyAt: NOW });
    expect((await openCard(one.ports, ticketKey(1)))?.tagging).toEqual({ via: 'local', because: `Kept in this browser: ${SITE} lets you read SHOP, but not change it.` });
    one.pass(25 * 3_600_000);
    expect((await writeAccessTo(one.ports, ticketKey(1))).via).toBe('label');
  });

  it('says what holds for who is signed out, and for who has no name there', () => {
    const jira = { without: 'session', shares: true } as const;
    expect(writeAccess({ ...session, state: 'unauthorised' }, SITE, jira).because).toContain('signed out');
    expect(writeAccess({ ...session, tokenKind: null }, SITE, jira)).toEqual({ via: 'local', because: `Kept in this browser. Sign in to ${SITE}, and the team sees it as a label.` });
    expect(writeAccess(undefined, SITE, jira).via).toBe('label');
    expect(writeAccess(undefined, 'github.com', { without: 'anonymous', shares: false }).because).toContain('Add a token');
  });
});

describe('entering an input', () => {
  it('keeps it here and queues it for the team, one write an issue', async () => {
    const one = await board(ticket(1));
    await one.store.putConnection(session, null);
    await enterInput(one.ports, ticketKey(1), 'reach', 2000);
    one.pass(1000);
    await enterInput(one.ports, ticketKey(1), 'impact', 2);
    const [row, ...others] = await one.store.outbox();
    expect(others).toEqual([]);
    expect(row?.write).toEqual({ kind: 'share', key: ticketKey(1), inputs: { reach: { value: 2000, by: 'maya', at: NOW }, impact: { value: 2, by: 'maya', at: NOW + 1000 } } });
    expect(row && pendingWrite(row, NOW).summary).toBe('Shares Reach, Impact of SHOP-1 with the team, in Jira');
    expect((await one.store.material([ticketKey(1)])).entered.get(ticketKey(1))).toHaveLength(2);
    await enterInput(one.ports, ticketKey(1), 'reach', null);
    // The issue has none, so taking it back needs no write of its own; the other one still does.
    expect((await one.store.outbox()).map(({ write }) => write.kind === 'share' && write.inputs)).toEqual([{ reach: null, impact: { value: 2, by: 'maya', at: NOW + 1000 } }]);
  });

  it('stays here on trackers that keep nothing of ours, and where the user may not write', async () => {
    const one = await board(ticket(1), issue(1));
    await one.signIn();
    await enterInput(one.ports, key(1), 'reach', 2000);
    await one.store.putConnection({ ...session, missing: ['Edit issues'] }, null);
    await enterInput(one.ports, ticketKey(1), 'reach', 2000);
    expect(await one.store.outbox()).toEqual([]);
    expect((await one.store.material([key(1), ticketKey(1)])).entered.size).toBe(2);
  });

  it('shows what a teammate shared with its source, and the user’s own wish over it at once', async () => {
    const one = await board(ticket(1, { shared: { tag: null, inputs: { reach: { value: 40, by: 'ben', at: 1 } } } }));
    await one.store.amendSettings((settings) => ({ ...settings, model: 'rice' }));
    expect((await openCard(one.ports, ticketKey(1)))?.facts['reach']).toMatchObject({ value: 40, source: { kind: 'derived', from: 'the team, in Jira (ben)' } });
    await enterInput(one.ports, ticketKey(1), 'reach', null);
    expect((await openCard(one.ports, ticketKey(1)))?.facts['reach']).toBeUndefined();
  });

  it('a write that failed can be tried again or dropped', async () => {
    const one = await board(ticket(1));
    await enterInput(one.ports, ticketKey(1), 'reach', 2000);
    const [row] = await one.store.outbox();
    if (row) await queueWish(one.store, { ...row, state: 'failed', failure: 'No.' });
    await retryWrite(one.ports, row?.id ?? '');
    expect(await one.store.outbox()).toMatchObject([{ state: 'queued' }]);
    await dropWrite(one.ports, row?.id ?? '');
    expect(await one.store.outbox()).toEqual([]);
  });
});

describe('several trackers at once', () => {
  it('two sites with one key are two issues', async () => {
    const other = 'other.atlassian.net';
    const one = await board(ticket(1), ticket(1, { title: 'Another' }, other));
    await tagIssues(one.ports, [ticketKey(1)], 'checkout');
    expect((await badge(one))?.roadmap?.id).toBe('checkout');
    expect((await badge(one, ticketKey(1, other)))?.roadmap).toBeNull();
    expect((await describeIssues(one.ports, [ticketKey(1), ticketKey(1, other), key(1)])).badges.map((row) => row.key)).toEqual([ticketKey(1), ticketKey(1, other)]);
  });

  it('one roadmap item is fed by both, and one gesture may tag both', async () => {
    const one = await board(ticket(1), issue(1));
    const outcome = await tagIssues(one.ports, [ticketKey(1), key(1)], 'checkout');
    expect(outcome).toMatchObject({ tagged: 2, via: 'local', because: expect.stringContaining('github.com') as string });
    const { badges } = await describeIssues(one.ports, [ticketKey(1), key(1)]);
    expect(badges.map((row) => [row.roadmap?.id, row.state])).toEqual([['checkout', 'pending'], ['checkout', 'ready']]);
  });

  it('sprints that run at once are all current, those to come are not', async () => {
    const sprint = (number: number, state: 'open' | 'future') => ({ key: jiraSprintKey(SHOP, number), project: SHOP, number, title: `Sprint ${number}`, url: '', state, description: '', goalIn: 'field' as const, board: { id: number, name: 'Team' }, startsOn: null, dueOn: null, createdAt: 0, updatedAt: 0, openIssues: 0, closedIssues: 0 });
    const sprints = [sprint(34, 'open'), sprint(38, 'open'), sprint(39, 'future')];
    const one = await board(...sprints.map(({ key: of }, index) => ticket(index + 1, { sprint: of })));
    await one.store.commit({ job: null, sprints });
    const { badges } = await describeIssues(one.ports, [1, 2, 3].map((number) => ticketKey(number)));
    expect(badges.map((row) => row.inSprint)).toEqual([true, true, false]);
  });

  it('ranks are given within the project, as people call it', async () => {
    const one = await board(ticket(1), ticket(2, { votes: 1 }));
    expect((await badge(one))?.name).toContain('1st of 2 in SHOP');
  });

  it('a sprint’s goal is written where its tracker has it', () => {
    const row = (sprint: string) => pendingWrite({ id: 'x', host: SITE, write: { kind: 'sprint-description', sprint: sprint as never, description: '' }, state: 'queued', notBefore: 0, createdAt: 0, attempts: 0, failure: null }, 1).summary;
    expect(row(jiraSprintKey(SHOP, 31))).toBe('Writes the Sprint Goal into the sprint’s goal');
    expect(row('github.com/acme/shop/milestone/3')).toBe('Writes the Sprint Goal into the milestone’s description');
  });
});

describe('signed out', () => {
  it('nothing is shown of the site, and of other sites all', async () => {
    const one = await board(ticket(1), issue(1));
    await one.store.putConnection({ ...session, state: 'unauthorised' }, null);
    const ports: Ports = { ...one.ports, sync: { ...one.ports.sync, visit: async (project: ProjectKey) => (project === SHOP ? 'silent' : 'ready') } };
    expect((await describeIssues(ports, [ticketKey(1), key(1)])).badges.map((row) => row.key)).toEqual([key(1)]);
    expect(await describeIssues(ports, [ticketKey(1)])).toEqual({ badges: [], state: 'silent' });
  });

  it('what waits in an open card says what it waits for', async () => {
    const one = await board(ticket(1));
    await one.store.putConnection(session, null);
    await tagIssues(one.ports, [ticketKey(1)], 'checkout');
    const waitsFor = async () => new Set((await openCard(one.ports, ticketKey(1)))?.pending.map(({ signInTo }) => signInTo));
    expect(await waitsFor()).toEqual(new Set([undefined]));
    await one.store.putConnection({ ...session, state: 'unauthorised' }, null);
    expect(await waitsFor()).toEqual(new Set([SITE]));
  });
});
