import { describe, expect, it } from 'vitest';
import { failedWrites, pendingWrite } from '../../../lib/app/pending-writes.ts';
import { dropWrite, retryWrite } from '../../../lib/app/unsent-writes.ts';
import { goalWish, labelWish, shareWish } from '../../../lib/app/wishes.ts';
import { jiraIssueKey, jiraProjectKey, jiraSprintKey, milestoneKey } from '../../../lib/core/keys.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { bring, house, issue, key, NOW, PROJECT } from './house.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const ticket = jiraIssueKey('acme.atlassian.net', 'SHOP-12');
const label = (number: number, more: Partial<OutboxRow> = {}, present = true): OutboxRow => ({ ...labelWish({ kind: 'label', key: key(number), label: 'roadmap:pay', present }, NOW), ...more });
const goal = (more: Partial<OutboxRow> = {}): OutboxRow => ({ ...goalWish({ kind: 'sprint-description', sprint: milestoneKey(PROJECT, 3), description: 'Sprint Goal: Pay', goal: 'Pay' }, NOW), ...more });
const failed = { state: 'failed', attempts: 1, failure: 'No.' } as const;
const input = { value: 3, by: 'Maya', at: NOW };

describe('a write that waits', () => {
  it.each([
    ['Adds the label roadmap:pay to acme/shop#1', label(1)],
    ['Removes the label roadmap:pay from acme/shop#1', label(1, {}, false)],
    ['Shares Reach, MoSCoW of SHOP-12 with the team, in Jira', shareWish(ticket, { inputs: { reach: input, moscow: input } }, NOW)],
    ['Shares the roadmap item of SHOP-12 with the team, in Jira', shareWish(ticket, { inputs: {}, tag: 'pay' }, NOW)],
    ['Writes the Sprint Goal into the milestone’s description', goal()],
    ['Writes the Sprint Goal into the sprint’s goal', goalWish({ kind: 'sprint-description', sprint: jiraSprintKey(jiraProjectKey('acme.atlassian.net', 'SHOP'), 31), description: 'Pay' }, NOW)],
  ])('says “%s”', (summary, row) => expect(pendingWrite(row, NOW).summary).toBe(summary));

  it.each<[string, Partial<OutboxRow>, object]>([
    ['can be taken back until it leaves', {}, { state: 'queued', undoUntil: NOW + 5 * SECOND }],
    ['is about to leave', { notBefore: NOW }, { state: 'queued', undoUntil: null }],
    ['is on its way, and looked for again then', { state: 'sending', attempts: 1, notBefore: NOW + MINUTE }, { state: 'sending', undoUntil: null, againAt: NOW + MINUTE }],
    ['was tried, and is tried again then', { attempts: 2, notBefore: NOW + MINUTE }, { state: 'queued', undoUntil: NOW + MINUTE, againAt: NOW + MINUTE }],
    ['was tried, and is tried now', { attempts: 2, notBefore: NOW }, { state: 'queued', undoUntil: null }],
    ['waits for a moment that a wrong clock named', { notBefore: NOW + 30 * 24 * 60 * MINUTE }, { state: 'queued', undoUntil: null }],
    ['has failed', { ...failed, notBefore: NOW + MINUTE }, { state: 'failed', undoUntil: null, failure: 'No.' }],
    ['stands against a teammate’s', { ...failed, conflict: 'search' }, { state: 'failed', undoUntil: null, failure: 'No.', conflict: true }],
    ['was made by somebody else than is signed in now', { ...failed, by: { made: 'jo', present: 'maya' } }, { state: 'failed', undoUntil: null, failure: 'No.', sendAs: 'maya' }],
    ['waits for whoever made it, and nobody is signed in', { ...failed, by: { made: 'jo', present: null } }, { state: 'failed', undoUntil: null, failure: 'No.' }],
  ])('%s', (_, more, view) => {
    const { id: _id, summary: _summary, ...rest } = pendingWrite(label(1, more), NOW);
    expect(rest).toEqual({ failure: null, ...view });
  });

  it('is told where it has failed: each by itself, of a bulk tagging the first for all', () => {
    const bulk = (number: number, id: string) => label(number, { ...failed, bulk: { id, key: key(number) } });
    expect(failedWrites([label(1), label(2, failed), goal(failed), bulk(3, 'a'), bulk(4, 'a'), bulk(5, 'a'), bulk(6, 'b')], NOW).map(({ summary }) => summary)).toEqual([
      'Adds the label roadmap:pay to acme/shop#2', 'Writes the Sprint Goal into the milestone’s description: “Pay”',
      'Adds the label roadmap:pay to acme/shop#3, and 2 more like it, which the roadmap lists', 'Adds the label roadmap:pay to acme/shop#6',
    ]);
  });
});

describe('a write that has failed', () => {
  const home = async (...rows: OutboxRow[]) => {
    const one = await house();
    await one.signIn();
    await bring(one, issue(1), issue(2));
    for (const row of rows) await queueWish(one.store, row);
    return { ...one, rows: async () => (await one.store.outbox()).map(({ id, state, attempts, notBefore }) => ({ id, state, attempts, notBefore })) };
  };

  it('is tried again at once, as if for the first time, and every page is told; one that has not failed is left as it is', async () => {
    const row = label(1, { ...failed, attempts: 9, refused: 'sending', by: { made: 'jo', present: 'maya' }, notBefore: NOW - MINUTE });
    const { ports, store, heard, woken } = await home(row, label(2));
    await retryWrite(ports, label(2).id);
    await retryWrite(ports, 'label|github.com/acme/shop#9|bug');
    expect([heard, woken()]).toEqual([[], 0]);
    const { refused: _refused, by: _by, ...wish } = row;
    const stored = async () => (await store.outbox()).find(({ id }) => id === row.id);
    // Another person’s only where somebody has said to send it so.
    await retryWrite(ports, row.id);
    expect(await stored()).toEqual(row);
    await retryWrite(ports, row.id, 'maya');
    expect(await stored()).toEqual({ ...wish, state: 'queued', attempts: 0, unconfirmed: 0, failure: null, notBefore: NOW });
    const told = { keys: [key(1)], projects: [] };
    expect([heard, woken()]).toEqual([[told, told], 2]);
  });

  it('is tried again only as it stands then: what another tab gives up, wishes otherwise or has sent in the same moment stays so', async () => {
    const behind = async (between: (one: Awaited<ReturnType<typeof home>>) => Promise<unknown>) => {
      const one = await home(label(1, failed));
      const outbox = async () => {
        const rows = await one.store.outbox();
        await between(one);
        return rows;
      };
      await retryWrite({ ...one.ports, store: { ...one.store, outbox } }, label(1).id);
      return one.rows();
    };
    expect(await behind(({ ports }) => dropWrite(ports, label(1).id))).toEqual([]);
    expect(await behind(({ store }) => queueWish(store, label(1, { state: 'sending' })))).toMatchObject([{ state: 'sending' }]);
    expect(await behind(({ store }) => queueWish(store, label(1, { ...failed, createdAt: NOW + 1 }, false)))).toMatchObject([{ state: 'failed', attempts: 1 }]);
    expect(await behind(async () => undefined)).toMatchObject([{ state: 'queued', attempts: 0 }]);
  });

  it('is given up, and every page is told; one that is on its way is not', async () => {
    const { ports, rows, heard } = await home(label(1, failed), label(2, { state: 'sending' }));
    expect(await dropWrite(ports, label(2).id)).toBe(false);
    expect(await dropWrite(ports, 'label|github.com/acme/shop#9|bug')).toBe(false);
    expect(heard).toEqual([]);
    expect(await dropWrite(ports, label(1).id)).toBe(true);
    expect(heard).toEqual([{ keys: [key(1)], projects: [] }]);
    expect(await rows()).toMatchObject([{ id: label(2).id, state: 'sending' }]);
  });

  it('against a teammate’s choice goes with all that the same gesture wished of that issue, and nothing else', async () => {
    const against = { ...failed, conflict: 'search' };
    const off = { ...labelWish({ kind: 'label', key: key(1), label: 'roadmap:old', present: false }, NOW), ...against };
    const { ports, rows } = await home(label(1, against), off, label(2, against), { ...labelWish({ kind: 'label', key: key(1), label: 'sprint-goal', present: true }, NOW), ...failed });
    expect(await dropWrite(ports, label(1).id)).toBe(true);
    expect((await rows()).map(({ id }) => id).toSorted()).toEqual([`label|${key(1)}|sprint-goal`, label(2).id]);
  });

  it('against a teammate’s choice is wished anew over theirs when it is tried again', async () => {
    const one = await home(label(1, { ...failed, conflict: 'search', tagged: { wished: 'pay', seen: [] } }));
    await bring(one, issue(1, { labels: ['roadmap:search'], updatedAt: NOW }));
    await retryWrite(one.ports, label(1).id);
    expect((await one.store.outbox()).map(({ write, state, conflict }) => [write.kind === 'label' && [write.label, write.present], state, conflict])).toEqual([[['roadmap:pay', true], 'queued', undefined], [['roadmap:search', false], 'queued', undefined]]);
  });

  it('of a goal is given up to the goal that stood before, where nothing of it had left; after it was refused the tracker’s counts', async () => {
    const sprint = milestoneKey(PROJECT, 3);
    const { ports, store, woken, heard } = await home(goal({ ...failed, replaced: { local: 'Only here', wish: null } }));
    const local = async () => (await store.localGoal(sprint))?.text;
    expect(await dropWrite(ports, goal().id)).toBe(true);
    expect([await local(), await store.outbox(), woken(), heard]).toEqual([undefined, [], 1, [{ keys: [], projects: [PROJECT] }]]);
    await queueWish(store, goal({ replaced: { local: 'Only here', wish: null } }));
    expect(await dropWrite(ports, goal().id)).toBe(true);
    expect([await local(), await store.outbox()]).toEqual(['Only here', []]);
    await queueWish(store, goal({ state: 'sending' }));
    expect(await dropWrite(ports, goal().id)).toBe(false);
  });

  it('of a goal against a teammate’s is sent over theirs when it is tried again', async () => {
    const { ports, store, heard } = await home(goal({ ...failed, conflict: 'Theirs', basis: 'Sprint Goal: Theirs' }));
    await retryWrite(ports, goal().id);
    const [row] = await store.outbox();
    expect(row).toMatchObject({ state: 'queued', basis: 'Sprint Goal: Theirs', notBefore: NOW });
    expect([row?.conflict, heard]).toEqual([undefined, [{ keys: [], projects: [PROJECT] }]]);
  });
});
