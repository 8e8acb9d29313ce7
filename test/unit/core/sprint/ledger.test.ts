import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IssueKey, SprintKey } from '../../../../lib/core/issue.ts';
import { changesOfWording, type GoalWording, type LedgerEntry, type LedgerGoal, ledgerEntry, presentText, withWording } from '../../../../lib/core/sprint/ledger.ts';
import { ledgerMarkdown } from '../../../../lib/core/sprint/ledger-markdown.ts';
import type { SprintStory } from '../../../../lib/core/sprint/story.ts';
import type { PlainDate } from '../../../../lib/core/time.ts';
import { at, CALENDAR, key } from '../build.ts';

const wording = (text: string, when: number, by: string | null = 'ana'): GoalWording => ({ text, at: when, by, from: 'description' });
const goal = (...wordings: GoalWording[]): LedgerGoal => ({ wordings, outcome: null });
const span = { from: '2026-11-02' as PlainDate, fromBy: 'tracker' as const, dueOn: '2026-11-13' as PlainDate, startsAt: 0, committedAt: 0, endedAt: null, endedOn: null };
const entry: LedgerEntry = {
  sprint: 's' as SprintKey, title: 'Sprint *12*', span,
  goals: [{ wordings: [wording('Pay by card', at('2026-11-02T09:00')), { ...wording('Pay in one step', at('2026-11-05T09:00'), null), from: 'local' }], outcome: { result: 'partly', note: 'Only on the web', at: 0, by: 'ana' } }],
  carriedOver: [{ issue: key(2), at: 0, by: null, estimate: null }], increment: [{ issue: key(1), at: 0, by: null, estimate: 3 }],
};

describe('the ledger', () => {
  it('is written for the review: goals, outcome, changes, increment, carry-over', () => {
    const nameOf = (issue: IssueKey) => (issue === key(1) ? { reference: '#1', title: 'Pay [now]', url: 'https://github.com/acme/shop/issues/1' } : null);
    expect(ledgerMarkdown(entry, nameOf, CALENDAR)).toBe(String.raw`## Sprint \*12\*

2026-11-02 to 2026-11-13

**Sprint Goal:** Pay in one step

**Outcome:** Partly met: Only on the web

Changes of its wording:

- 2026-11-02, ana in the description: Pay by card
- 2026-11-05, somebody in Waymark: Pay in one step

### Increment (1)

- [#1](https://github.com/acme/shop/issues/1) Pay \[now\]

### Carried over (1)

- github.com/acme/shop#2
`);
  });

  it('says so where there is no goal, none any more, or no outcome yet', () => {
    const text = (goals: LedgerGoal[]) => ledgerMarkdown({ ...entry, goals, increment: [], carriedOver: [] }, () => null, CALENDAR);
    expect(text([])).toContain('No Sprint Goal.');
    expect(text([goal(wording('Pay', 1), wording('', 2))])).toContain('**Sprint Goal:** (withdrawn)\n\n**Outcome:** Not said yet');
    expect(text([goal(wording('Pay', 1)), goal(wording('Ship', 1))])).toContain('**Sprint Goal 2:** Ship');
    expect(text([goal(wording('Pay', 1))])).not.toContain('Changes');
    expect(text([goal(wording('Pay', 1), wording('', 2), wording('Ship', 3))])).toContain('ana in the description: (withdrawn)\n');
    expect(text([{ ...goal(wording('Pay', 1)), outcome: { result: 'met', note: ' ', at: 0, by: 'ana' } }])).toMatch(/\*\*Outcome:\*\* Met$/m);
  });

  it('takes increment and carry-over from the story', () => {
    const story = { sprint: entry.sprint, span, done: entry.increment, carriedOut: entry.carriedOver } as SprintStory;
    expect(ledgerEntry(entry.title, story, [...entry.goals, goal()])).toEqual(entry);
  });

  it('tells a change when it was first said, and not again while it stays', () => {
    const told = changesOfWording(goal(wording('Pay', 1), wording('Pay', 2), wording('Ship', 3), wording('Ship', 4), wording('Pay', 5)));
    expect(told.map(({ text, at: when }) => [text, when])).toEqual([['Pay', 1], ['Ship', 3], ['Pay', 5]]);
  });

  it('keeps each wording once, in the order of time, in whatever order they come', () => {
    const wordings = fc.array(fc.record({ text: fc.constantFrom('a', 'b', 'c'), at: fc.nat({ max: 9 }) }), { maxLength: 12 }).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(fc.property(wordings, ([all, shuffled]) => {
      const keep = (some: typeof all): LedgerGoal => some.reduce<LedgerGoal>((one, { text, at: when }) => withWording(one, wording(text, when)), goal());
      const kept = keep(all);
      expect(keep([...shuffled, ...all])).toEqual(kept);
      expect(new Set(kept.wordings.map(({ text, at: when }) => `${when}${text}`))).toEqual(new Set(all.map(({ text, at: when }) => `${when}${text}`)));
      const moments = kept.wordings.map((one) => one.at);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      const changes = changesOfWording(kept).map(({ text }) => text);
      expect(changes.every((text, index) => text !== changes[index - 1])).toBe(true);
      expect(presentText(kept)).toBe(changes.at(-1) ?? '');
    }));
  });
});
