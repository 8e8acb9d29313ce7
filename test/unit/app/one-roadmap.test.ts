import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCard } from '../../../lib/app/open-card.ts';
import { openRoadmap } from '../../../lib/app/open-roadmap.ts';
import { mergeRoadmapItem, saveRoadmapItem } from '../../../lib/app/roadmap-changes.ts';
import { tagIssues } from '../../../lib/app/tag-issues.ts';
import { dropWrite, retryWrite } from '../../../lib/app/unsent-writes.ts';
import type { IssueKey } from '../../../lib/core/issue.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import type { RoadmapItemView, RoadmapItemWish } from '../../../lib/messaging/messages.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import { anEdit, edit, erase, ITEMS } from './both-trackers/edits.ts';
import { type BothTrackers, bothTrackers, type JiraHost, there } from './both-trackers/house.ts';
import { type RawIssue, rawGithub, rawJira } from './both-trackers/raw-issues.ts';
import { belongings, chances, health, progress, throughput, workedDays } from './both-trackers/recompute.ts';

const DAY = 86_400_000;
const day = (ahead: number): PlainDate => new Date(Date.now() + ahead * DAY).toISOString().slice(0, 10) as PlainDate;
/** Four standard errors of a share among a thousand runs. */
const NEAR = 0.065;

let both: BothTrackers;

async function withBoth(given: Parameters<typeof bothTrackers>[0], work: () => Promise<void>): Promise<void> {
  both = await bothTrackers(given);
  await work().finally(() => both.close());
}

describe('one roadmap out of two real trackers', () => {
  it('an item tagged from a GitHub issue and from a Jira issue is written to both and shows one progress, one health and one forecast', () => withBoth({ host: 'acme.atlassian.net', seed: 24, issues: 60, jiraIssues: 50 }, async () => {
    await both.sync();
    await saveRoadmapItem(both.ports, { id: 'pay', title: 'Pay faster', outcome: 'Shoppers pay in two taps', horizon: 'now' }, null);
    const untagged = raw().filter(({ name, labels, parent }) => parent === null && !labels.some((label) => label.startsWith('roadmap:')) && !raw().some((other) => other.parent === name));
    const tagged = [...untagged.filter(({ tracker }) => tracker === 'github').slice(-16), ...untagged.filter(({ tracker }) => tracker === 'jira').slice(-10)];
    expect(await tagIssues(both.ports, tagged.map(keyOf), 'pay')).toMatchObject({ tagged: 26, via: 'label' });
    // At once, and the same when both have it.
    const optimistic = await viewOf('pay');
    await both.sync();
    expect(await both.store.outbox()).toEqual([]);
    for (const { name } of tagged) expect([name, there(raw().find((issue) => issue.name === name)).labels]).toEqual([name, expect.arrayContaining(['roadmap:pay'])]);
    expect(optimistic.progress).toEqual(progress(tagged.filter(({ left }) => !left)));
    expect((await viewOf('pay')).progress).toEqual(optimistic.progress);
    await compareAll();
    const { byTracker } = (await viewOf('pay')).progress;
    expect([byTracker.github?.total, byTracker.jira?.total].every((total) => total !== undefined && total > 3)).toBe(true);
    const cards = await Promise.all([tagged[0], tagged.at(-1)].map((one) => openCard(both.ports, keyOf(there(one)))));
    expect(cards.map((card) => [card?.tag?.item, card?.tag?.via, card?.roadmapItem?.title, card?.badge.roadmap?.id])).toEqual([['pay', 'label', 'Pay faster', 'pay'], ['pay', 'label', 'Pay faster', 'pay']]);
  }));

  it('agrees with an independent recompute from what the trackers hold, whatever people do there, and after what they deleted is found missing', async () => {
    await fc.assert(fc.asyncProperty(aHistory, ({ host, seed, items, rounds, erased }) => withBoth({ host, seed, issues: 50, jiraIssues: 40 }, async () => {
      for (const wish of items) await saveRoadmapItem(both.ports, wish, null);
      await both.sync();
      await compareAll();
      for (const { edits, rename, merge, retag, to, rival, answer } of rounds) {
        for (const one of edits) edit(both, one);
        const has = async (id: string): Promise<boolean> => (await both.store.roadmap()).some((item) => item.id === id);
        if (rename && (await has('pay'))) await saveRoadmapItem(both.ports, { ...wishOf('pay'), id: 'pay-anywhere' }, 'pay');
        if (merge && (await has('trust'))) await mergeRoadmapItem(both.ports, 'trust', 'kiosk');
        if (retag !== null) await tagIssues(both.ports, [raw().at(0), raw().at(retag % 40), raw().at(-1 - (retag % 30))].map((one) => keyOf(there(one))), to);
        // A teammate tags the first of them as well, before ours has left.
        if (rival !== null) edit(both, { what: 'tag', on: 'github', which: 0, other: 1, item: rival });
        await both.sync();
        await compareAll();
        await decide(answer);
      }
      for (const which of erased) erase(both, which);
      both.pass(9);
      await both.sync();
      await compareAll();
      expect(await both.store.outbox()).toEqual([]);
    })), { numRuns: 6, endOnFailure: true });
  }, 180_000);
});

const wishOf = (id: string): RoadmapItemWish => ({ id, title: `The item ${id}`, outcome: '', horizon: 'now' });
const aWindow = fc.record({ from: fc.option(fc.integer({ min: -80, max: 5 })), to: fc.option(fc.integer({ min: -20, max: 200 })) }).map(({ from, to }) => ({ from: from === null ? null : day(from), to: to === null ? null : day(to) }));
const aRule = fc.constantFrom<NonNullable<RoadmapItemWish['belongs']>[number]>(
  { label: 'BUG' }, { label: 'area: checkout', project: 'acme/shop' }, { milestone: 'sprint 24', project: 'acme/shop' }, { parent: 'SHOP-12' }, { parent: 'acme/shop#20' }, { version: '2.0', project: 'SHOP' }, { label: 'bug', milestone: 'Sprint 24' }, { project: 'shop' },
);
const items = fc.tuple(...(['pay', 'trust', 'kiosk', 'faster-checkout'] as const).map((id) => fc.record({
  place: fc.oneof(fc.constantFrom('now', 'next', 'later'), aWindow), belongs: fc.array(aRule, { maxLength: 2 }), dropped: fc.boolean().map((rolled) => rolled && id === 'kiosk'),
}).map(({ place, belongs, dropped }): RoadmapItemWish => ({
  ...wishOf(id), ...(typeof place === 'string' ? { horizon: place } : { horizon: null, window: place }), ...(belongs.length > 0 && { belongs }), dropped, ...(id === 'pay' && { formerIds: ['old-pay'] }),
}))));
const aHistory = fc.record({
  host: fc.constantFrom<JiraHost[]>('acme.atlassian.net', 'jira.acme.example'), seed: fc.nat({ max: 1000 }), items, erased: fc.array(fc.nat({ max: 500 }), { maxLength: 4 }),
  rounds: fc.array(fc.record({ edits: fc.array(anEdit, { minLength: 5, maxLength: 30 }), rename: fc.boolean(), merge: fc.boolean(), retag: fc.option(fc.nat({ max: 500 })), to: fc.constantFrom(...ITEMS, null), rival: fc.option(fc.constantFrom(...ITEMS)), answer: fc.constantFrom('mine', 'theirs') }), { minLength: 1, maxLength: 3 }),
});

const raw = (): RawIssue[] => [...rawGithub(both.shop), ...rawJira(both.site)];
const keyOf = ({ tracker, name }: RawIssue): IssueKey => `${tracker === 'github' ? 'github.com' : both.site.host}/${name}` as IssueKey;

async function viewOf(id: string): Promise<RoadmapItemView> {
  return there((await openRoadmap(both.ports)).items.find(({ item }) => item.id === id));
}

/** A teammate's tag that came meanwhile is not written over: the wish waits with both values and counts for nothing, until an answer makes one of them so. */
async function decide(answer: 'mine' | 'theirs'): Promise<void> {
  const waiting = await both.store.outbox();
  for (const row of waiting) {
    expect(row).toMatchObject({ state: 'failed', failure: expect.stringContaining('A teammate has put'), conflict: expect.any(String) });
    expect(row.conflict).not.toBe(there(row.tagged).wished);
    expect(namedAt(row).all).toContain(row.conflict);
  }
  for (const { id } of waiting) await (answer === 'mine' ? retryWrite : dropWrite)(both.ports, id);
  await both.sync();
  expect(await both.store.outbox()).toEqual([]);
  for (const row of waiting) {
    const { labels, all } = namedAt(row);
    // A label counts before what is kept in the issue itself; what else stands there beside theirs is not ours to judge.
    const [shown, wanted] = answer === 'mine' ? [labels, there(row.tagged).wished] : [all.filter((item) => item === row.conflict).slice(0, 1), row.conflict];
    expect(shown).toEqual([wanted].filter((item) => item !== null));
  }
  await compareAll();
}

/** The items that the tracker itself names at the issue of a write. */
function namedAt({ write }: OutboxRow): { readonly labels: string[]; readonly all: string[] } {
  const issue = there(raw().find((one) => 'key' in write && keyOf(one) === write.key));
  const labels = issue.labels.filter((label) => label.startsWith('roadmap:')).map((label) => label.slice('roadmap:'.length));
  return { labels, all: [...labels, issue.property].filter((item) => item !== null) };
}

/** Everything that the roadmap shows of every item, against what the worlds hold. */
async function compareAll(): Promise<void> {
  const [all, described] = [raw(), await both.store.roadmap()];
  const where = belongings(all, described);
  const { items: views, counting } = await openRoadmap(both.ports);
  expect(counting).toBe(false);
  const counted = all.filter(({ left }) => !left);
  // Every item that an issue belongs to is there, described or not.
  const shown = new Set(views.map(({ item }) => item.id));
  expect([...described.map(({ id }) => id), ...counted.flatMap(({ name }) => where.get(name) ?? [])].filter((id) => !shown.has(id))).toEqual([]);
  for (const view of views) compare(view, counted.filter(({ name }) => where.get(name) === view.item.id));
}

function compare({ item, progress: shown, forecast, health: said }: RoadmapItemView, issues: readonly RawIssue[]): void {
  const now = Date.now();
  expect([item.id, shown]).toEqual([item.id, progress(issues)]);
  const daily = throughput(issues, item.window, now);
  const remaining = issues.filter(({ state }) => state !== 'done').length;
  const finished = daily.reduce((sum, count) => sum + count, 0);
  if (remaining === 0) expect(forecast).toEqual({ state: 'done' });
  else {
    expect([item.id, forecast]).toEqual([item.id, expect.objectContaining({ from: { workingDays: daily.length, finished } })]);
    if (daily.length < 20 || finished === 0) expect(forecast.state).toBe(daily.length < 20 ? 'declined' : 'beyond');
    else compareForecast(forecast, chances(daily, remaining), now);
  }
  expect([item.id, said.computed]).toEqual([item.id, health(item, issues, forecast, now)]);
}

/** A thousand runs come near the exact distribution: each shown day has about the chance that it is shown for, and the day before it less. */
function compareForecast(forecast: RoadmapItemView['forecast'], chance: readonly number[], now: number): void {
  for (const [wanted, shown] of [[0.5, forecast.state === 'forecast' ? forecast.p50 : null], [0.85, forecast.state === 'forecast' ? forecast.p85 : null]] as const) {
    const days = shown === null ? chance.length + 1 : workedDays(day(0), shown).length;
    if (shown !== null) expect(chance[days - 1]).toBeGreaterThan(wanted - NEAR);
    expect(days < 2 ? 0 : chance[days - 2]).toBeLessThan(wanted + NEAR);
    if (shown !== null) expect(shown > new Date(now).toISOString().slice(0, 10)).toBe(true);
  }
}
