import { expect, it } from 'vitest';
import { openOptions, previewModel, saveSettings } from '../../../lib/app/settings.ts';
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

it('a preview ranks the issues of the project visited last, before and after, best first; what it cannot score comes last, without a place', async () => {
  const one = await house();
  await bring(one, issue(1, { votes: 0 }), issue(2, { votes: 40 }), issue(3, { votes: 5 }));
  const rows = await previewModel(one.ports, 'signals', {}, null);
  expect(rows.map((row) => [row.key, row.before.place, row.after.place])).toEqual([[key(2), 1, 1], [key(3), 2, 2], [key(1), 3, 3]]);
  expect(rows[0]?.after.parts.map(({ label }) => label)).toContain('Demand');
  expect((await previewModel(one.ports, 'rice', {}, null)).map(({ after }) => [after.text, after.place, after.parts])).toEqual([['–', null, []], ['–', null, []], ['–', null, []]]);
});

it('a model that is no more becomes the default one when it is saved, and every project is told', async () => {
  const { ports, store } = await house();
  const told: unknown[] = [];
  const { settings } = await openOptions(ports, null);
  await saveSettings({ ...ports, changed: (keys, projects) => void told.push([keys, projects]) }, { ...settings, model: 'gone' });
  expect((await store.settings()).model).toBe('signals');
  expect(told).toEqual([[[], [PROJECT]]]);
});
