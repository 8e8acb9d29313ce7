import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { DAY, day, NOW } from '../../../components/playground/issues.ts';
import { comparison, ledger } from '../../../components/playground/ledger-fixtures.ts';
import { popupView } from '../../../components/playground/popup-fixtures.ts';
import { report } from '../../../components/playground/sprint-report-fixtures.ts';
import { Comparison } from '../../../components/workspace/sprints/Comparison.tsx';
import { LedgerEntryView } from '../../../components/workspace/sprints/LedgerEntryView.tsx';
import { SprintLine } from '../../../components/workspace/sprints/SprintLine.tsx';
import { Sprints } from '../../../components/workspace/sprints/Sprints.tsx';
import type { SprintsEvents } from '../../../components/workspace/sprints/sprints-events.ts';
import type { LedgerSprint, SprintReport } from '../../../lib/messaging/messages.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const events = {} as SprintsEvents; // nothing is clicked in a text
const textOf = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();
const [running] = ledger.sprints;
if (running === undefined) throw new Error('The fixtures have no running sprint.');

describe('a sprint in the ledger', () => {
  const entry = (span: Partial<LedgerSprint['span']>): string => textOf(renderToStaticMarkup(createElement(LedgerEntryView, { entry: { ...running, span: { ...running.span, ...span } }, issues: {}, tracker: 'github', now: NOW, events })));
  it('is asked for its outcome once it has begun, not before', () => {
    expect(entry({})).toMatch(/ · still runs .*Say the outcome/);
    expect(entry({ startsAt: NOW + DAY })).toMatch(/ · has not begun/);
    expect(entry({ startsAt: NOW + DAY })).not.toMatch(/outcome/);
  });

  it('has the same days there as among the past ones, in the team’s zone wherever the reader is', () => {
    // The end of the 20th in Honolulu is the 21st nearly everywhere.
    const span = { ...running.span, from: day('2026-11-09'), dueOn: day('2026-11-20'), endedAt: Date.parse('2026-11-21T09:59:59.999Z'), endedOn: day('2026-11-20') };
    const row = comparison.sprints.slice(0, 1).map((figures) => ({ ...figures, span }));
    const words = '9 Nov – 20 Nov 2026';
    expect([entry(span), textOf(renderToStaticMarkup(createElement(Comparison, { comparison: { ...comparison, sprints: row } })))]).toEqual([expect.stringContaining(words), expect.stringContaining(words)]);
  });
});

describe('the line of a sprint', () => {
  const line = (sprint: Partial<SprintReport['sprint']>, span: Partial<SprintReport['story']['span']> = {}, more: Partial<SprintReport> = {}): string =>
    textOf(renderToStaticMarkup(createElement(SprintLine, { report: { ...report, ...more, sprint: { ...report.sprint, ...sprint }, story: { ...report.story, span: { ...report.story.span, ...span } } }, tracker: 'jira' })));
  it('says when one begins that has not begun, and nothing where nobody has planned that', () => {
    const ahead = { from: day('2026-12-01'), startsAt: NOW + 9 * DAY };
    expect(line({ state: 'future' }, ahead)).toContain('Has not begun begins Tue 1 Dec · ends Mon 30 Nov');
    expect(line({ state: 'open' }, ahead)).toContain('begins Tue 1 Dec');
    expect(line({ state: 'future' })).toContain('Has not begun was to begin Mon 16 Nov');
    expect(line({ state: 'future', dueOn: null }, { fromBy: 'created', dueOn: null }, { workingDaysLeft: null })).toMatch(/Has not begun$/);
  });
  it('says a day of another year with that year, and a last day beyond any sprint once', () => {
    const never = { sprint: { dueOn: day('9999-12-31') }, time: { workingDaysLeft: 2_080_080, daysLeft: 2_912_000 } };
    expect(line({ ...never.sprint, state: 'open' }, { from: day('1970-01-01') }, never.time)).toMatch(/Until 31 Dec 9999 began Thu 1 Jan 1970$/);
    expect(line({ ...never.sprint, state: 'future' }, { from: day('2026-12-01'), startsAt: NOW + 9 * DAY }, never.time)).toMatch(/Has not begun begins Tue 1 Dec · Until 31 Dec 9999$/);
  });
});

it('the page of sprints says for paper whose they are, on every side of it', () => {
  for (const look of ['current', 'ledger', 'past'] as const) {
    const state = { kind: 'ready', reading: { view: popupView, report, ledger, comparison, flow: null }, problem: null } as const;
    expect(textOf(renderToStaticMarkup(createElement(Sprints, { state, look, now: NOW, undoable: null, said: '', events })))).toContain('Sprints of acme/shop, github.com');
  }
});

it('the burn-up calls the team’s day today, also where the reader’s is the next one already', () => {
  const state = { kind: 'ready', reading: { view: popupView, report, ledger, comparison, flow: null }, problem: null } as const;
  expect(textOf(renderToStaticMarkup(createElement(Sprints, { state, look: 'current', now: NOW + DAY, undoable: null, said: '', events })))).toMatch(/Sun 22 Nov · off · today/);
});
