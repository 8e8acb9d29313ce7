import { describe, expect, it } from 'vitest';
import { markGoal } from '../../../lib/app/mark-goal.ts';
import { undoTagging } from '../../../lib/app/undo.ts';
import { goalMarkOf } from '../../../lib/core/sprint/goal-mark.ts';
import { pendingLabels } from '../../../lib/core/queued-write.ts';
import { openCard } from '../../../lib/app/open-card.ts';
import { jiraIssueKey, jiraProjectKey, milestoneKey } from '../../../lib/core/keys.ts';
import { labelWish } from '../../../lib/app/wishes.ts';
import { describeIssues } from '../../../lib/app/describe-issues.ts';
import { setGoalItems } from '../../../lib/app/set-goal.ts';
import type { SprintKey } from '../../../lib/core/issue.ts';
import { standardPlace } from '../../../lib/core/roadmap/file/place.ts';
import { readRoadmapFile } from '../../../lib/core/roadmap/file/read-file.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { bring, house, issue, key, NOW, PROJECT, type House } from './house.ts';

const markOf = async (one: House, number: number) => {
  const material = await one.store.material([key(number)]);
  const row = material.issues.get(key(number))!;
  return goalMarkOf(row, { label: 'sprint-goal', local: material.goalMarks.get(row.key) ?? null, pending: pendingLabels(material.outbox.get(row.key) ?? []), item: null, goalItems: [] });
};

describe('marking issues that serve the goal', () => {
  it('becomes a label where the user may write, counts at once, and can be taken back', async () => {
    const one = await house();
    await bring(one, issue(1), issue(2));
    await one.signIn();
    const outcome = await markGoal(one.ports, [key(1), key(2)], true);
    expect(outcome).toMatchObject({ marked: 2, on: true, via: 'label' });
    expect((await one.store.outbox()).map(({ write }) => write)).toEqual([1, 2].map((number) => ({ kind: 'label', key: key(number), label: 'sprint-goal', present: true, marks: 'goal' })));
    expect(await markOf(one, 1)).toEqual({ via: 'label', pending: true });
    expect(await undoTagging(one.ports, outcome.undo, 'github.com')).toEqual({ undone: 2 });
    expect(await one.store.outbox()).toEqual([]);
    expect(await markOf(one, 1)).toBeNull();
  });

  it('undo returns to the mark that was on its way before', async () => {
    const one = await house();
    await bring(one, issue(1));
    await one.signIn();
    await markGoal(one.ports, [key(1)], true);
    const off = await markGoal(one.ports, [key(1)], false);
    expect(await markOf(one, 1)).toBeNull();
    expect(await undoTagging(one.ports, off.undo, null)).toEqual({ undone: 1 });
    expect(await markOf(one, 1)).toEqual({ via: 'label', pending: true });
  });

  it('of two tabs that mark an issue and take the mark off in the same moment the later one wins, and its undo returns to the other’s', async () => {
    const one = await house();
    await bring(one, issue(1), issue(2, { labels: ['sprint-goal'] }));
    await one.signIn();
    const [, off] = await Promise.all([markGoal(one.ports, [key(1), key(2)], true), markGoal(one.ports, [key(1), key(2)], false)]);
    expect((await one.store.outbox()).map(({ write }) => write)).toEqual([{ kind: 'label', key: key(2), label: 'sprint-goal', present: false, marks: 'goal' }]);
    expect([await markOf(one, 1), await markOf(one, 2)]).toEqual([null, null]);
    await undoTagging(one.ports, off.undo, null);
    expect(await markOf(one, 1)).toEqual({ via: 'label', pending: true });
  });

  it('of two tabs that undo marks of this browser in the same moment, neither brings back what the other took away', async () => {
    const one = await house();
    await bring(one, issue(1));
    const on = await markGoal(one.ports, [key(1)], true);
    const off = await markGoal(one.ports, [key(1)], false);
    expect(await Promise.all([undoTagging(one.ports, on.undo, null), undoTagging(one.ports, off.undo, null)])).toEqual([{ undone: 0 }, { undone: 1 }]);
    expect(await undoTagging(one.ports, on.undo, null)).toEqual({ undone: 1 });
    expect(await markOf(one, 1)).toBeNull();
  });

  it('takes off the label as it is written at the tracker, and leaves roadmap labels alone', async () => {
    const one = await house();
    await bring(one, issue(1, { labels: ['Sprint-Goal', 'roadmap:pay'] }));
    await one.signIn();
    await markGoal(one.ports, [key(1)], false);
    expect((await one.store.outbox()).map(({ write }) => write)).toEqual([{ kind: 'label', key: key(1), label: 'Sprint-Goal', present: false, marks: 'goal' }]);
    expect(await markOf(one, 1)).toBeNull();
    await markGoal(one.ports, [key(1)], true);
    expect(await one.store.outbox()).toEqual([]);
  });

  it('is told to every page and wakes the sync; of what may be written here and there it says that some stays here', async () => {
    const one = await house();
    await bring(one, issue(1), { ...issue(2), key: jiraIssueKey('acme.atlassian.net', 'SHOP-2'), project: jiraProjectKey('acme.atlassian.net', 'SHOP'), tracker: 'jira' });
    const keys = [jiraIssueKey('acme.atlassian.net', 'SHOP-2'), key(1)];
    expect(await markGoal(one.ports, keys, true)).toMatchObject({ marked: 2, via: 'local', because: expect.stringContaining('Kept in this browser') });
    expect([one.heard, one.woken()]).toEqual([[{ keys, projects: [] }], 1]);
    expect((await one.store.outbox()).map(({ host }) => host)).toEqual(['acme.atlassian.net']);
  });

  it('takes the place of one that is on its way, and of one that was refused, and leaves other labels’ writes alone', async () => {
    const one = await house();
    await bring(one, issue(1), issue(2, { labels: ['sprint-goal'] }));
    await one.signIn();
    const states = async () => (await one.store.outbox()).flatMap(({ write, state }) => (write.kind === 'label' ? [[Number(write.key.split('#')[1]), write.label, write.present, state]] : []));
    const wish = (number: number, label: string, present: boolean) => labelWish({ kind: 'label', key: key(number), label, present }, NOW - 1);
    // The mark may be there already, though the issue does not show it yet: what was sent is looked for before the new wish leaves.
    await queueWish(one.store, { ...wish(1, 'sprint-goal', true), state: 'sending' });
    await queueWish(one.store, wish(2, 'bug', true));
    await markGoal(one.ports, [key(1)], false);
    await markGoal(one.ports, [key(2)], true);
    expect((await states()).toSorted()).toEqual([[1, 'sprint-goal', false, 'sending'], [2, 'bug', true, 'queued']]);
    // What was said here before there was a token counts no longer.
    const other = await house();
    await bring(other, issue(1), issue(2));
    await queueWish(other.store, { ...wish(1, 'sprint-goal', true), state: 'failed', failure: 'No.' });
    await queueWish(other.store, { ...wish(1, 'bug', true), state: 'failed', failure: 'No.' });
    await markGoal(other.ports, [key(1)], true);
    expect((await other.store.outbox()).map(({ id }) => id)).toEqual([`label|${key(1)}|bug`]);
    await other.signIn();
    await markGoal(other.ports, [key(1)], false);
    expect((await other.store.material([key(1)])).goalMarks.size).toBe(0);
  });

  it('shows in the card, with the goal of its sprint', async () => {
    const one = await house();
    const sprint = milestoneKey(PROJECT, 3);
    await bring(one, issue(1, { sprint, labels: ['sprint-goal'] }), issue(2));
    await one.store.commit({ job: null, sprints: [{ key: sprint, project: PROJECT, number: 3, title: 'Sprint 3', url: '', state: 'open', description: 'Sprint Goal: Pay in one step.\n\nScope', startsOn: null, dueOn: null, createdAt: 0, updatedAt: 0, openIssues: 1, closedIssues: 0 }] });
    expect((await openCard(one.ports, key(1)))?.sprintGoal).toEqual({ sprint, title: 'Sprint 3', state: 'open', goals: ['Pay in one step.'], mark: { via: 'label', pending: false }, label: 'sprint-goal' });
    expect((await openCard(one.ports, key(2)))?.sprintGoal).toBeNull();
  });

  it('stays here without a token, over what the label says, and undo restores what was said before', async () => {
    const one = await house();
    await bring(one, issue(1, { labels: ['sprint-goal'] }));
    expect(await markOf(one, 1)).toEqual({ via: 'label', pending: false });
    const off = await markGoal(one.ports, [key(1)], false);
    expect(off).toMatchObject({ via: 'local', because: expect.stringContaining('Kept in this browser') });
    expect(await markOf(one, 1)).toBeNull();
    const on = await markGoal(one.ports, [key(1)], true);
    expect(await markOf(one, 1)).toEqual({ via: 'local', pending: false });
    await undoTagging(one.ports, on.undo, null);
    expect(await markOf(one, 1)).toBeNull();
    await undoTagging(one.ports, off.undo, null);
    expect(await markOf(one, 1)).toEqual({ via: 'label', pending: false });
    expect(await one.store.outbox()).toEqual([]);
  });

  it('shows on badges of the sprint that runs: by the team’s label, by what is on its way, by what is said here, and by the items that the goal is about', async () => {
    const one = await house();
    const [runs, over] = [3, 2].map((number) => milestoneKey(PROJECT, number)) as [SprintKey, SprintKey];
    const sprint = { project: PROJECT, url: '', description: 'Sprint Goal: Pay in one step.', startsOn: null, createdAt: 0, updatedAt: 0, openIssues: 1, closedIssues: 0 };
    await bring(one, issue(1, { sprint: runs, labels: ['Focus'] }), issue(2, { sprint: runs, labels: ['sprint-goal', 'roadmap:pay'] }), issue(3, { sprint: over, labels: ['focus'] }), issue(4, { sprint: runs }), issue(5, { labels: ['focus'] }));
    await one.store.commit({ job: null, sprints: [{ ...sprint, key: runs, number: 3, title: 'Sprint 3', state: 'open', dueOn: '2026-11-24' as PlainDate }, { ...sprint, key: over, number: 2, title: 'Sprint 2', state: 'closed', dueOn: '2026-11-10' as PlainDate }] });
    const serving = async () => (await describeIssues(one.ports, [1, 2, 3, 4, 5].map(key))).badges.flatMap(({ goal, name, key: of }) => (goal ? [[Number(of.split('#')[1]), name.includes('serves the Sprint Goal')]] : []));
    expect(await serving()).toEqual([[2, true]]);
    // Their own word for it.
    const text = 'items: []\nteam:\n  sprints:\n    goal:\n      label: focus\n';
    const read = readRoadmapFile(text);
    if (!read.ok) throw new Error(read.errors[0]?.sentence);
    await one.store.commit({ job: null, roadmapFile: { project: PROJECT, place: standardPlace(PROJECT), readAt: NOW, errors: [], warnings: [], state: 'good', good: { text, blob: 'b1', file: read.file } } });
    expect(await serving()).toEqual([[1, true]]);
    await setGoalItems(one.ports, runs, ['pay']);
    expect(await serving()).toEqual([[1, true], [2, true]]);
    await markGoal(one.ports, [key(4)], true);
    await markGoal(one.ports, [key(1)], false);
    expect(await serving()).toEqual([[2, true], [4, true]]);
    await one.signIn();
    const queued = await markGoal(one.ports, [key(1), key(4)], true);
    expect(queued).toMatchObject({ via: 'label' });
    expect(await serving()).toEqual([[1, true], [2, true], [4, true]]);
  });
});
