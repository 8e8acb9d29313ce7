import { describe, expect, it } from 'vitest';
import { createScorer } from '../../../../lib/core/backlog/scorer.ts';
import { fingerprint } from '../../../../lib/core/fingerprint.ts';
import { readFacts } from '../../../../lib/core/scoring/read-facts.ts';
import { modelById, models } from '../../../../lib/core/scoring/registry.ts';
import { scoreIssue } from '../../../../lib/core/scoring/score-issue.ts';
import { DEFAULT_CALENDAR, workCalendar } from '../../../../lib/core/work-calendar.ts';
import { buildIssue, buildItem, buildTag, inWorkingDays, NOW } from '../build.ts';

const berlin = { ...DEFAULT_CALENDAR, timeZone: 'Europe/Berlin' };
const given = { model: modelById('signals'), weights: {}, roadmap: [buildItem()], calendar: workCalendar(berlin), now: NOW };
const input = { issue: buildIssue({ votes: 4, comments: 3, labels: ['P1', 'effort: 2'], dueOn: inWorkingDays(3), estimate: 5 }), sprint: null, tag: buildTag('faster-checkout'), entered: [] };

describe('the scorer of a backlog', () => {
  it.each(models.map((model) => [model.id, model] as const))('finds with %s the score that the card shows, to the last bit, at any time of the day', (_, model) => {
    for (const hour of [0, 5, 22.9]) {
      const now = Date.UTC(2026, 10, 22, 23) + hour * 3_600_000;
      const facts = readFacts({ issue: input.issue, now, calendar: given.calendar, sprint: null, tag: input.tag, roadmapItem: buildItem(), hasRoadmap: true }, []);
      const card = scoreIssue(model, {}, facts, null);
      expect(createScorer({ ...given, model, now }).score(input)).toBe(card.state === 'scored' ? card.value : null);
    }
  });

  it('leaves unscored what the model cannot score', () => {
    expect(createScorer({ ...given, model: modelById('rice') }).score(input)).toBeNull();
    expect(createScorer({ ...given, roadmap: [] }).score({ ...input, issue: buildIssue(), tag: null })).toBeNull();
  });

  it('has one recipe the whole day long, and however the same things are given', () => {
    const recipe = createScorer(given).recipe;
    expect(createScorer({ ...given, now: NOW + 8 * 3_600_000, weights: { demand: 25, gone: 3 } }).recipe).toBe(recipe);
    expect(createScorer({ ...given, roadmap: [buildItem({ title: 'Other title' })] }).recipe).toBe(recipe);
    const items = [buildItem({ id: 'a' }), buildItem({ id: 'b' })];
    expect(createScorer({ ...given, roadmap: items.toReversed() }).recipe).toBe(createScorer({ ...given, roadmap: items }).recipe);
    expect(recipe).toMatch(/^[a-z0-9]{6,12}$/);
  });

  it('has another recipe as soon as anything that decides scores differs', () => {
    const recipes = [
      given,
      { ...given, model: modelById('rice') },
      { ...given, model: { ...given.model, version: 2 } },
      { ...given, weights: { demand: 30 } },
      { ...given, roadmap: [] },
      { ...given, roadmap: [buildItem({ horizon: 'later' })] },
      { ...given, now: NOW + 24 * 3_600_000 },
      { ...given, calendar: workCalendar(DEFAULT_CALENDAR) },
      { ...given, calendar: workCalendar({ ...berlin, weekend: [5, 6] }) },
      { ...given, calendar: workCalendar({ ...berlin, holidays: [inWorkingDays(2)] }) },
    ].map((each) => createScorer(each).recipe);
    expect(new Set(recipes).size).toBe(recipes.length);
  });
});

describe('the fingerprint', () => {
  it('is the same for the same value, and short', () => {
    expect(fingerprint(['signals', 1])).toBe(fingerprint(['signals', 1]));
    expect(fingerprint(['signals', 1])).not.toBe(fingerprint(['signals', 2]));
    expect(new Set(Array.from({ length: 20_000 }, (_, index) => fingerprint(index))).size).toBe(20_000);
  });
});
