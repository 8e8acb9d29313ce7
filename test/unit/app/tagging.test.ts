import { describe, expect, it } from 'vitest';
import { describeIssues } from '../../../lib/app/describe-issues.ts';
import { undoBulk } from '../../../lib/app/change-bulk.ts';
import { createRoadmapItem, forgetNewItem } from '../../../lib/app/create-roadmap-item.ts';
import { markGoal } from '../../../lib/app/mark-goal.ts';
import { openCard } from '../../../lib/app/open-card.ts';
import { saveRoadmapItem } from '../../../lib/app/roadmap-changes.ts';
import { startBulk } from '../../../lib/app/start-bulk.ts';
import { tagIssues } from '../../../lib/app/tag-issues.ts';
import { undoTagging } from '../../../lib/app/undo.ts';
import { dropWrite, retryWrite } from '../../../lib/app/unsent-writes.ts';
import { writeAccessTo } from '../../../lib/app/write-access.ts';
import { milestoneKey } from '../../../lib/core/keys.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { bring, house, type House, issue, key, NOW, PROJECT } from './house.ts';

const roadmapOf = async (one: Awaited<ReturnType<typeof house>>, number: number) => (await describeIssues(one.ports, [key(number)])).badges[0]?.roadmap?.id ?? null;

describe('tagging without a token', () => {
  it('keeps the tag here, says so, and queues nothing', async () => {
    const one = await house();
    await bring(one, issue(1));
    const outcome = await tagIssues(one.ports, [key(1)], 'faster-checkout');
    expect(outcome).toMatchObject({ via: 'local', tagged: 1, item: { id: 'faster-checkout', title: 'faster-checkout' } });
    expect(outcome.because).toContain('Kept in this browser');
    expect(await roadmapOf(one, 1)).toBe('faster-checkout');
    expect(await one.store.outbox()).toEqual([]);
  });

  it('a tag that was taken off here hides none that a teammate puts there later, and an issue that is not read yet can be tagged and untagged', async () => {
    const one = await house();
    await bring(one, issue(1));
    await tagIssues(one.ports, [key(1), key(2)], 'faster-checkout');
    expect(await tagIssues(one.ports, [key(1), key(2)], null)).toMatchObject({ tagged: 2, item: null, via: 'local' });
    await bring(one, issue(1, { labels: ['roadmap:trusted-payments'] }), issue(2, { labels: ['roadmap:trusted-payments'] }));
    expect([await roadmapOf(one, 1), await roadmapOf(one, 2)]).toEqual(['trusted-payments', 'trusted-payments']);
  });

  it('can replace and hide the label of a teammate here, and undo returns to it', async () => {
    const one = await house();
    await bring(one, issue(1, { labels: ['roadmap:trusted-payments'] }));
    expect(await roadmapOf(one, 1)).toBe('trusted-payments');
    const replaced = await tagIssues(one.ports, [key(1)], 'faster-checkout');
    expect(await roadmapOf(one, 1)).toBe('faster-checkout');
    await undoTagging(one.ports, replaced.undo, null);
    expect(await roadmapOf(one, 1)).toBe('trusted-payments');
    await tagIssues(one.ports, [key(1)], null);
    expect(await roadmapOf(one, 1)).toBe(null);
  });
});

describe('taking back what made a roadmap item', () => {
  const PAY = { id: 'pay', title: 'Pay faster', outcome: '', horizon: 'now' } as const;
  const made = async (token = false) => {
    const one = await house();
    if (token) await one.signIn();
    await bring(one, issue(1), issue(2));
    await createRoadmapItem(one.ports, PAY);
    return { one, outcome: await tagIssues(one.ports, [key(1)], 'pay'), items: async () => (await one.store.roadmap()).map(({ id }) => id) };
  };

  it.each([['kept here', false], ['on its way', true]])('takes the item off the roadmap again, with its tag %s', async (_how, token) => {
    const { one, outcome, items } = await made(token);
    one.pass(4000);
    expect(await undoTagging(one.ports, outcome.undo, 'github.com', 'pay')).toEqual({ undone: 1, removed: true });
    expect([await items(), await roadmapOf(one, 1)]).toEqual([[], null]);
  });

  it('leaves an item that another issue belongs to, that somebody has changed, or whose tag has left', async () => {
    const tagged = await made();
    await tagIssues(tagged.one.ports, [key(2)], 'pay');
    const changed = await made();
    changed.one.pass(1000);
    await saveRoadmapItem(changed.one.ports, { ...PAY, outcome: 'Two taps' }, 'pay');
    for (const { one, outcome, items } of [tagged, changed]) {
      expect(await undoTagging(one.ports, outcome.undo, 'github.com', 'pay')).toEqual({ undone: 1, removed: false });
      expect(await items()).toEqual(['pay']);
    }
    const left = await made(true);
    for (const row of await left.one.store.outbox()) await queueWish(left.one.store, { ...row, state: 'sending' });
    expect(await undoTagging(left.one.ports, left.outcome.undo, 'github.com', 'pay')).toEqual({ undone: 0 });
    expect(await left.items()).toEqual(['pay']);
  });

  it('is no way for a page to take items off the roadmap: an older one, or one with a label, stays', async () => {
    const { one, outcome, items } = await made();
    await undoTagging(one.ports, outcome.undo, 'github.com');
    one.pass(20_000);
    expect(await forgetNewItem(one.ports, 'pay')).toBe(false);
    one.pass(-60_000);
    expect(await forgetNewItem(one.ports, 'pay')).toBe(false);
    await bring(one, issue(2, { labels: ['roadmap:pay'] }));
    one.pass(41_000);
    expect(await forgetNewItem(one.ports, 'pay')).toBe(false);
    expect(await items()).toEqual(['pay']);
    await bring(one, issue(2));
    expect(await forgetNewItem(one.ports, 'pay')).toBe(true);
    expect(await forgetNewItem(one.ports, 'pay')).toBe(false);
  });
});

describe('tagging with a token', () => {
  it('what was tagged here before there was one becomes a label when its item is chosen once more, and the label that it hid goes, as the card says first', async () => {
    const one = await house();
    await bring(one, issue(1, { labels: ['roadmap:trusted-payments'] }));
    await tagIssues(one.ports, [key(1)], 'faster-checkout');
    expect(await openCard(one.ports, key(1))).toMatchObject({ tag: { via: 'local' }, tagging: { via: 'local' }, alsoTagged: [] });
    await one.signIn();
    expect(await openCard(one.ports, key(1))).toMatchObject({ tag: { via: 'local', item: 'faster-checkout' }, tagging: { via: 'label' }, alsoTagged: ['trusted-payments'] });
    await tagIssues(one.ports, [key(1)], 'faster-checkout');
    expect((await one.store.outbox()).map(({ write }) => write)).toMatchObject([{ label: 'roadmap:trusted-payments', present: false }, { label: 'roadmap:faster-checkout', present: true }].toSorted((a, b) => a.label.localeCompare(b.label)));
    expect(await openCard(one.ports, key(1))).toMatchObject({ tag: { via: 'label', pending: true } });
  });

  it('queues one addition and one removal a label, shows the wish at once as pending', async () => {
    const one = await house();
    await one.signIn();
    await bring(one, issue(1, { labels: ['bug', 'roadmap:trusted-payments'] }));
    expect(await tagIssues(one.ports, [key(1)], 'faster-checkout')).toMatchObject({ because: 'Goes to github.com as a label that the whole team sees.', undoUntil: NOW + 5000 });
    const writes = (await one.store.outbox()).map((row) => row.write);
    expect(writes).toHaveLength(2);
    expect(writes).toContainEqual({ kind: 'label', key: key(1), label: 'roadmap:faster-checkout', present: true });
    expect(writes).toContainEqual({ kind: 'label', key: key(1), label: 'roadmap:trusted-payments', present: false });
    const [badge] = (await describeIssues(one.ports, [key(1)])).badges;
    expect(badge).toMatchObject({ state: 'pending', roadmap: { id: 'faster-checkout' } });
    expect(one.woken()).toBe(1);
  });

  it('wishing what the tracker already has leaves nothing to write', async () => {
    const one = await house();
    await one.signIn();
    await bring(one, issue(1, { labels: ['roadmap:trusted-payments'] }));
    await tagIssues(one.ports, [key(1)], 'faster-checkout');
    await tagIssues(one.ports, [key(1)], 'trusted-payments');
    expect(await one.store.outbox()).toEqual([]);
    expect(await roadmapOf(one, 1)).toBe('trusted-payments');
  });

  it('of two tabs that tag an issue in the same moment the later one wins, with one label to write and an undo that goes back to the other’s', async () => {
    const one = await house();
    await one.signIn();
    await bring(one, issue(1), issue(2, { labels: ['roadmap:trusted-payments'] }));
    const [, later] = await Promise.all([tagIssues(one.ports, [key(1), key(2)], 'faster-checkout'), tagIssues(one.ports, [key(1), key(2)], 'guest-accounts')]);
    expect((await one.store.outbox()).map(({ write }) => write).filter((write) => write.kind === 'label' && write.present)).toEqual([1, 2].map((number) => ({ kind: 'label', key: key(number), label: 'roadmap:guest-accounts', present: true })));
    await undoTagging(one.ports, later.undo, null);
    expect([await roadmapOf(one, 1), await roadmapOf(one, 2)]).toEqual(['faster-checkout', 'faster-checkout']);
  });

  it('of a bulk tagging and a tag of one issue in the same moment, whichever comes later, one label is written and the other takes nothing of it back', async () => {
    const single = (one: House) => tagIssues(one.ports, [key(1)], 'faster-checkout');
    const bulk = (one: House) => startBulk(one.ports, { id: '00000000-0000-4000-8000-000000000001', keys: [key(1), key(2)], item: 'guest-accounts', include: [] });
    for (const order of [[single, bulk], [bulk, single]]) {
      const one = await house();
      await one.signIn();
      await bring(one, issue(1), issue(2));
      await Promise.all(order.map((begin) => begin(one)));
      // Who tags one issue saw it, and a bulk tagging leaves what has another item alone: either way that one stands.
      expect((await one.store.outbox()).map(({ write }) => write).filter((write) => write.kind === 'label' && write.present)).toMatchObject([{ key: key(1), label: 'roadmap:faster-checkout' }, { key: key(2), label: 'roadmap:guest-accounts' }]);
      expect(await roadmapOf(one, 1)).toBe('faster-checkout');
    }
  });

  it('undo withdraws what has not left, and touches no other site', async () => {
    const one = await house();
    await one.signIn();
    await bring(one, issue(1), issue(2));
    const outcome = await tagIssues(one.ports, [key(1), key(2)], 'faster-checkout');
    expect(await undoTagging(one.ports, outcome.undo, 'github.example.com')).toEqual({ undone: 0 });
    expect(await one.store.outbox()).toHaveLength(2);
    expect(await undoTagging(one.ports, outcome.undo, 'github.com')).toEqual({ undone: 2 });
    expect(await one.store.outbox()).toEqual([]);
    expect(await roadmapOf(one, 1)).toBe(null);
    expect(await undoTagging(one.ports, 'not json at all', null)).toEqual({ undone: 0 });
  });

  it('undo returns to the tag that was on its way before, and counts issues, not labels', async () => {
    const one = await house();
    await one.signIn();
    await bring(one, issue(1), issue(2, { labels: ['roadmap:trusted-payments'] }));
    await tagIssues(one.ports, [key(1)], 'faster-checkout');
    const mistaken = await tagIssues(one.ports, [key(1), key(2)], 'guest-accounts');
    expect(await undoTagging(one.ports, mistaken.undo, null)).toEqual({ undone: 2 });
    expect([await roadmapOf(one, 1), await roadmapOf(one, 2)]).toEqual(['faster-checkout', 'trusted-payments']);
    expect((await one.store.outbox()).map(({ write }) => write)).toEqual([{ kind: 'label', key: key(1), label: 'roadmap:faster-checkout', present: true }]);
    // And to its being taken off, where that was what waited.
    await tagIssues(one.ports, [key(2)], null);
    const again = await tagIssues(one.ports, [key(2)], 'guest-accounts');
    await undoTagging(one.ports, again.undo, null);
    expect(await roadmapOf(one, 2)).toBe(null);
    expect((await one.store.outbox()).map(({ write }) => write)).toContainEqual({ kind: 'label', key: key(2), label: 'roadmap:trusted-payments', present: false });
  });

  it('undo gives a tag of this browser back with the write that it withdraws, and neither where a part of it has left', async () => {
    const one = await house();
    await bring(one, issue(1, { labels: ['roadmap:trusted-payments'] }));
    await tagIssues(one.ports, [key(1)], 'faster-checkout');
    await one.signIn();
    const first = await tagIssues(one.ports, [key(1)], 'guest-accounts');
    expect(await undoTagging(one.ports, first.undo, null)).toEqual({ undone: 1 });
    expect(await one.store.outbox()).toEqual([]);
    expect(await roadmapOf(one, 1)).toBe('faster-checkout');
    const second = await tagIssues(one.ports, [key(1)], 'guest-accounts');
    const queued = await one.store.outbox();
    const added = queued.find(({ write }) => write.kind === 'label' && write.present);
    if (!added) throw new Error('It is queued.');
    await queueWish(one.store, { ...added, state: 'sending' });
    expect(await undoTagging(one.ports, second.undo, null)).toEqual({ undone: 0 });
    // The former label still comes off: the issue would have both.
    expect((await one.store.outbox()).map(({ id }) => id)).toEqual(queued.map(({ id }) => id));
    expect(await roadmapOf(one, 1)).toBe('guest-accounts');
  });

  it('undo of what another tab has tagged anew in the same moment leaves one item: the other tab’s', async () => {
    const one = await house();
    await one.signIn();
    await bring(one, issue(1, { labels: ['roadmap:trusted-payments'] }));
    await tagIssues(one.ports, [key(1)], 'faster-checkout');
    // It is at the tracker already, so that nothing is left to write, and nothing that undo could find gone.
    const back = await tagIssues(one.ports, [key(1)], 'trusted-payments');
    const added = async () => (await one.store.outbox()).flatMap(({ write }) => (write.kind === 'label' && write.present ? [write.label] : []));
    const later = await tagIssues(one.ports, [key(1)], 'guest-accounts');
    expect(await undoTagging(one.ports, back.undo, null)).toEqual({ undone: 0 });
    expect(await added()).toEqual(['roadmap:guest-accounts']);
    await undoTagging(one.ports, later.undo, null);
    // Whichever comes first, the other one knows of it.
    await Promise.all([undoTagging(one.ports, back.undo, null), tagIssues(one.ports, [key(1)], 'guest-accounts')]);
    expect(await added()).toEqual(['roadmap:guest-accounts']);
  });

  it('undo of a tag that was taken off, which another tab has given another item since, leaves that item alone', async () => {
    const one = await house();
    await one.signIn();
    await bring(one, issue(1, { labels: ['roadmap:trusted-payments'] }));
    const off = await tagIssues(one.ports, [key(1)], null);
    await tagIssues(one.ports, [key(1)], 'guest-accounts');
    expect(await undoTagging(one.ports, off.undo, null)).toEqual({ undone: 0 });
    // Without its removal the issue would have both.
    expect((await one.store.outbox()).flatMap(({ write }) => (write.kind === 'label' ? [[write.label, write.present]] : [])).sort()).toEqual([['roadmap:guest-accounts', true], ['roadmap:trusted-payments', false]]);
  });

  it('of two tabs that undo tags of this browser in the same moment, neither brings back what the other took away', async () => {
    const one = await house();
    await bring(one, issue(1));
    const first = await tagIssues(one.ports, [key(1)], 'faster-checkout');
    const second = await tagIssues(one.ports, [key(1)], 'guest-accounts');
    // The later gesture stands between: only the undo that finds its own tag takes it back.
    expect(await Promise.all([undoTagging(one.ports, first.undo, null), undoTagging(one.ports, second.undo, null)])).toEqual([{ undone: 0 }, { undone: 1 }]);
    expect(await roadmapOf(one, 1)).toBe('faster-checkout');
    expect(await undoTagging(one.ports, first.undo, null)).toEqual({ undone: 1 });
    expect(await roadmapOf(one, 1)).toBe(null);
  });

  it('takes nothing from what waits to say that the issue serves its sprint’s goal, by whatever way it is tagged', async () => {
    const one = await house();
    await one.signIn();
    await bring(one, issue(1), issue(2), issue(3, { labels: ['sprint-goal'] }));
    await markGoal(one.ports, [key(1), key(2)], true);
    await markGoal(one.ports, [key(3)], false);
    const marks = async () => (await one.store.outbox()).filter(({ write }) => write.kind === 'label' && write.marks === 'goal').map(({ id, state }) => [id, state]);
    const queued = await marks();
    expect(queued).toHaveLength(3);
    await tagIssues(one.ports, [key(1), key(3)], 'faster-checkout');
    await tagIssues(one.ports, [key(1)], null);
    const id = '00000000-0000-4000-8000-000000000001';
    await startBulk(one.ports, { id, keys: [key(2)], item: 'guest-accounts', include: [] });
    await undoBulk(one.ports, id);
    expect(await marks()).toEqual(queued);
    for (const row of await one.store.outbox()) if (row.write.kind === 'label' && row.write.marks === 'goal') await queueWish(one.store, { ...row, state: 'failed', failure: 'You may not write here.' });
    await one.store.putConnection({ host: 'github.com', tracker: 'github', login: null, tokenKind: null, missing: [], state: 'ok', expiresAt: null, checkedAt: NOW }, null);
    await tagIssues(one.ports, [key(1), key(2), key(3)], 'faster-checkout');
    expect(await marks()).toEqual(queued.map(([of]) => [of, 'failed']));
  });

  it('a write that failed for good can be tried again or dropped', async () => {
    const one = await house();
    await one.signIn();
    await bring(one, issue(1), issue(2));
    await tagIssues(one.ports, [key(1), key(2)], 'faster-checkout');
    for (const row of await one.store.outbox()) await queueWish(one.store, { ...row, state: 'failed', failure: 'You may not write here.' });
    expect(await roadmapOf(one, 1)).toBe(null);
    expect((await describeIssues(one.ports, [key(1)])).badges[0]).toMatchObject({ state: 'error', name: expect.stringMatching(/could not be written$/) as string });
    const [first, second] = await one.store.outbox();
    await retryWrite(one.ports, first?.id ?? '');
    await dropWrite(one.ports, second?.id ?? '');
    expect((await one.store.outbox()).map((row) => [row.id, row.state, row.failure])).toEqual([[first?.id, 'queued', null]]);
  });

  it('a project that refused the token a change keeps tags here for a day and says so; the refused wish goes', async () => {
    const one = await house();
    await one.signIn();
    await bring(one, issue(1));
    await tagIssues(one.ports, [key(1)], 'faster-checkout');
    const [row] = await one.store.outbox();
    await queueWish(one.store, { ...row!, state: 'failed', failure: 'You may not write here.' });
    await one.store.putProject({ ...(await one.store.project(PROJECT))!, readOnlyAt: NOW });
    expect(await tagIssues(one.ports, [key(1)], 'trusted-payments')).toMatchObject({ via: 'local', because: expect.stringContaining('lets you read acme/shop, but not change it') as string });
    expect(await roadmapOf(one, 1)).toBe('trusted-payments');
    expect(await one.store.outbox()).toEqual([]);
    one.pass(86_400_000);
    expect(await tagIssues(one.ports, [key(1)], 'trusted-payments')).toMatchObject({ via: 'label' });
  });

  it('a project that refused the change of a goal keeps the next goal here, and takes tags', async () => {
    const one = await house();
    await one.signIn();
    await bring(one, issue(1));
    await one.store.putProject({ ...(await one.store.project(PROJECT))!, goalsReadOnlyAt: NOW });
    expect(await writeAccessTo(one.ports, milestoneKey(PROJECT, 3))).toEqual({ via: 'local', because: 'Kept in this browser: github.com does not let you change the sprints of acme/shop.' });
    expect(await tagIssues(one.ports, [key(1)], 'trusted-payments')).toMatchObject({ via: 'label' });
    one.pass(86_400_000);
    expect(await writeAccessTo(one.ports, milestoneKey(PROJECT, 3))).toMatchObject({ via: 'label' });
  });

  it('of a goal and of tags each refusal names what was missing for it', async () => {
    const one = await house();
    await one.signIn();
    await bring(one, issue(1));
    const row = (await one.store.project(PROJECT))!;
    await one.store.putProject({ ...row, readOnlyAt: 0, lacks: null, goalsReadOnlyAt: NOW, goalsLack: 'issues=write' });
    expect(await writeAccessTo(one.ports, milestoneKey(PROJECT, 3))).toMatchObject({ because: expect.stringContaining('lacks Issues: read and write') });
    await one.store.putProject({ ...row, readOnlyAt: NOW, lacks: null, goalsReadOnlyAt: NOW, goalsLack: 'issues=write' });
    expect(await writeAccessTo(one.ports, milestoneKey(PROJECT, 3))).toMatchObject({ because: expect.stringContaining('lets you read acme/shop, but not change it') });
  });

  it('a token that lacks a permission keeps the tag here and names what is missing', async () => {
    const one = await house();
    await one.signIn(['Issues: write']);
    await bring(one, issue(1));
    expect(await tagIssues(one.ports, [key(1)], 'faster-checkout')).toMatchObject({ via: 'local', because: expect.stringContaining('Issues: write') as string });
  });
});
