import { expect, it } from 'vitest';
import { previewModel } from '../../../lib/app/preview-model.ts';
import { openOptions, saveSettings } from '../../../lib/app/settings.ts';
import { backlogKey } from '../../../lib/core/keys.ts';
import { rules } from '../../../lib/core/risk/registry.ts';
import { roadmapRules } from '../../../lib/core/roadmap/flags.ts';
import { models } from '../../../lib/core/scoring/registry.ts';
import { sprintRules } from '../../../lib/core/sprint/flags.ts';
import { bring, house, issue, key, PROJECT } from './house.ts';

it('weights can be moved of every model that has any, and of no other', async () => {
  const { ports } = await house();
  const view = await openOptions(ports, null);
  expect(view.models.map(({ id, weighted }) => [id, weighted])).toEqual(models.map(({ id, inputs }) => [id, inputs.some(({ weight }) => weight !== 1)]));
  expect(view.models.filter(({ weighted }) => weighted).length).toBeGreaterThan(1);
});

it('every rule that can speak can be switched off: those for issues, for items and for sprints', async () => {
  const { ports } = await house();
  const { rules: listed } = await openOptions(ports, null);
  expect(listed.map(({ id }) => id).toSorted()).toEqual([...rules, ...roadmapRules, ...sprintRules].map(({ id }) => id).toSorted());
});

it('a preview ranks the issues of the project visited last, best first, and says who wins and loses; what it cannot score comes last, without a place', async () => {
  const one = await house();
  await bring(one, issue(1, { votes: 0, labels: ['critical'] }), issue(2, { votes: 40 }), issue(3, { votes: 2 }));
  const same = await previewModel(one.ports, 'signals', {}, null);
  expect(same).toMatchObject({ ranked: 3, open: 3, moved: 0, unscored: 0, winners: [], losers: [] });
  expect(same.first.map((row) => [row.key, row.place, row.won])).toEqual([[key(2), 1, 0], [key(1), 2, 0], [key(3), 3, 0]]);
  const harm = await previewModel(one.ports, 'signals', { severity: 200 }, null);
  expect(harm.first.map((row) => [row.key, row.place, row.won])).toEqual([[key(1), 1, 1], [key(2), 2, -1], [key(3), 3, 0]]);
  expect([harm.moved, harm.winners.map((row) => row.key), harm.losers.map((row) => row.key)]).toEqual([2, [key(1)], [key(2)]]);
  const unscored = await previewModel(one.ports, 'rice', {}, null);
  expect(unscored).toMatchObject({ ranked: 3, moved: 0, unscored: 3 });
  expect(unscored.first.map((row) => [row.after, row.place, row.won])).toEqual([['–', null, null], ['–', null, null], ['–', null, null]]);
});

it('of more issues than are ranked, those that score best are taken, whatever their numbers', async () => {
  const one = await house();
  await bring(one, ...Array.from({ length: 8 }, (_, index) => issue(index + 1, { votes: index * 2 })));
  const best = async (limit: number) => (await one.store.bestIssues(backlogKey(PROJECT, 'issue'), limit)).map((row) => row.key).toSorted();
  expect(await best(3)).toEqual([key(6), key(7), key(8)]);
  expect(await best(8)).toHaveLength(8);
});

it('where fewer have a score than are ranked, others fill up', async () => {
  const one = await house();
  await bring(one, ...[1, 2, 3, 4].map((number) => issue(number)), issue(5, { labels: ['reach: 100', 'impact: 2', 'confidence: 80%', 'effort: 1'] }));
  await saveSettings(one.ports, { ...(await openOptions(one.ports, null)).settings, model: 'rice' });
  await bring(one);
  expect((await one.store.bestIssues(backlogKey(PROJECT, 'issue'), 2)).map((row) => row.key)).toEqual([key(5), key(1)]);
});

it('a model that is no more becomes the default one when it is saved, and every project is told', async () => {
  const { ports, store } = await house();
  const told: unknown[] = [];
  const { settings } = await openOptions(ports, null);
  await saveSettings({ ...ports, changed: (keys, projects) => void told.push([keys, projects]) }, { ...settings, model: 'gone' });
  expect((await store.settings()).model).toBe('signals');
  expect(told).toEqual([[[], [PROJECT]]]);
});
