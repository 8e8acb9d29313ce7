import { describe, expect, it } from 'vitest';
import { issueKey, NOW, project, sprintKey } from '../../../components/playground/issues.ts';
import { comparison, ledger } from '../../../components/playground/ledger-fixtures.ts';
import { popupView } from '../../../components/playground/popup-fixtures.ts';
import { report, story } from '../../../components/playground/sprint-report-fixtures.ts';
import { onItsWayInWords } from '../../../components/options/roadmap-file/file-words.ts';
import { goalEditorAddress, readAddress, sprintsAddress } from '../../../components/workspace/address.ts';
import { calibrationInWords, untriedInWords } from '../../../components/workspace/sprints/calibration-words.ts';
import { comparisonInWords } from '../../../components/workspace/sprints/comparison-words.ts';
import { fivesOf } from '../../../components/workspace/sprints/flow-weeks.ts';
import { draftGoals, goalsOf, isSame, moved } from '../../../components/workspace/sprints/goal-drafts.ts';
import { wordingInWords } from '../../../components/workspace/sprints/GoalHistory.tsx';
import { heldIssues, knownOf } from '../../../components/workspace/sprints/held-issues.ts';
import { reviewName } from '../../../components/workspace/sprints/review-name.ts';
import { searchLedger } from '../../../components/workspace/sprints/search-ledger.ts';
import { sprintChoices } from '../../../components/workspace/sprints/sprint-choices.ts';
import { storyLists } from '../../../components/workspace/sprints/story-lists.ts';
import { standsInWords } from '../../../components/workspace/sprints/goal-place-words.ts';
import { goalsInWords, markedInWords } from '../../../components/workspace/sprints/marked-words.ts';

describe('where a goal stands', () => {
  const { goals } = report;
  const write = { id: 'g', summary: 'Writes it', undoUntil: null, failure: null } as const;
  it.each([
    [{ ...goals, pending: false, from: 'description' }, 'Read from the milestone’s description.'],
    [{ ...goals, pending: true, writes: [{ ...write, state: 'queued' }] }, 'Waiting to be written into the milestone’s description.'],
    [{ ...goals, pending: true, writes: [{ ...write, state: 'failed', failure: 'No.' }] }, 'Kept in this browser: your team does not see it.'],
  ] as const)('%#: %j', (view, words) => expect(standsInWords(view, 'github')).toBe(words));
});

describe('the address of the workspace', () => {
  it.each(['', '#', '#roadmap', '#/roadmap', '#anything', '#/sprint', '#//sprints'])('%s leads to the roadmap', (hash) => expect(readAddress(hash)).toEqual({ page: 'roadmap' }));
  it.each([
    ['#/sprints', null, null], ['#sprints', null, null], ['#/sprints/github.com/acme/shop', 'github.com/acme/shop', null],
    ['#/sprints/github.com/acme/shop/milestone/3', 'github.com/acme/shop', 'github.com/acme/shop/milestone/3'],
    ['#/sprints/github.com/acme/shop/project/5/iteration/cfc16e4d', 'github.com/acme/shop', 'github.com/acme/shop/project/5/iteration/cfc16e4d'],
    ['#/sprints/acme.atlassian.net/SHOP/sprint/31', 'acme.atlassian.net/SHOP', 'acme.atlassian.net/SHOP/sprint/31'],
    ['#/sprints/acme.atlassian.net/SHOP', 'acme.atlassian.net/SHOP', null],
    ['#/sprints/github.com%2Facme%2Fshop', 'github.com/acme/shop', null],
  ])('%s names %s and %s', (hash, wanted, sprint) => expect(readAddress(hash)).toEqual({ page: 'sprints', look: 'current', project: wanted, sprint, editsGoal: false }));
  it.each(['#/sprints/github.com', '#/sprints/javascript:alert(1)', '#/sprints/github.com/acme/shop#12', '#/sprints/acme.atlassian.net/SHOP-12', '#/sprints/%E0%A4%A', '#/sprints/github.com/acme/shop/milestone/x/../..'])('%s names no project', (hash) => expect(readAddress(hash)).toEqual({ page: 'sprints', look: 'current', project: null, sprint: null, editsGoal: false }));
  it.each(['current', 'ledger', 'past'] as const)('of the look “%s” reads back as it was written', (look) => {
    expect(readAddress(sprintsAddress(project, look))).toEqual({ page: 'sprints', look, project, sprint: null, editsGoal: false });
    expect(readAddress(sprintsAddress(sprintKey, look))).toEqual({ page: 'sprints', look, project, sprint: sprintKey, editsGoal: false });
  });
  it('of a goal’s editor names the sprint whose goal is edited', () => expect(readAddress(goalEditorAddress(sprintKey))).toEqual({ page: 'sprints', look: 'current', project, sprint: sprintKey, editsGoal: true }));
  it('knows no other look', () => expect(readAddress('#/sprints?look=constructor')).toMatchObject({ look: 'current' }));
});

describe('goals while they are written', () => {
  it('are one field at least, and those without words are no goals', () => expect([draftGoals([]), goalsOf([{ id: 0, text: '  a ' }, { id: 4, text: ' ' }])]).toEqual([[{ id: 0, text: '' }], ['a']]));
  it('change places and stay at the ends', () => expect([moved(['a', 'b', 'c'], 2, -1), moved(['a', 'b'], 0, -1), moved(['a', 'b'], 1, 1)]).toEqual([['a', 'c', 'b'], ['a', 'b'], ['a', 'b']]));
  it('in another order are other goals', () => expect([isSame(['a', 'b'], ['a', 'b']), isSame(['b', 'a'], ['a', 'b']), isSame(['a'], ['a', 'b'])]).toEqual([true, false, false]));
});

describe('a wording', () => {
  const wording = { at: Date.UTC(2026, 10, 16, 12), by: 'mira', from: 'description', here: false, standing: 'stood' } as const;
  it('says who, when and where from', () => expect(wordingInWords(wording, 'github')).toMatch(/^seen Mon 16 Nov \d\d:\d\d · mira · in the milestone’s description$/));
  it('written here says so, and one that was refused too', () => expect(wordingInWords({ ...wording, here: true, by: null, from: 'field', standing: 'refused' }, 'jira')).toMatch(/^Mon .* · written here · in the sprint’s goal · not written: another one came meanwhile$/));
});

describe('what happened', () => {
  const lists = storyLists(report);
  const list = (id: string) => lists.find((one) => one.id === id)!;
  it('tells carried over once from twice or more', () => expect([list('carried-once').entries, list('carried-more').entries].map((entries) => entries.map(({ entry }) => entry.issue))).toEqual([[issueKey(327)], [issueKey(312)]]));
  it('says of each what is to be said of it', () => {
    expect(list('added').entries.map(({ note }) => note)).toEqual(['Wed 18 Nov by jonas · estimate 1', 'Thu 19 Nov by mira · estimate 1', 'Thu 19 Nov by jonas, again · estimate 2']);
    expect([list('carried-more'), list('reestimated'), list('removed')].map(({ entries }) => entries[0]!.note)).toEqual(['in 2 sprints before · estimate 5', 'from 3 to 8, Thu 19 Nov by jonas', 'Fri 20 Nov by mira']);
  });
  it('says the unit of an estimate that is a time', () => {
    const timed = storyLists({ ...report, story: { ...story, committed: [{ ...story.committed[0]!, estimate: 6.5, estimateIn: 'hours' }], reestimated: [{ ...story.reestimated[0]!, from: 3, fromIn: 'hours', estimate: 4, estimateIn: 'hours' }, { ...story.reestimated[0]!, from: 3, estimate: 20, estimateIn: 'hours' }] } });
    expect([timed[0]?.entries[0]?.note, ...(timed.find(({ id }) => id === 'reestimated')?.entries.map(({ note }) => note) ?? [])]).toEqual(['estimate 6.5\u00a0h', 'from 3\u00a0h to 4\u00a0h, Thu 19 Nov by jonas', 'from 3 to 20\u00a0h, Thu 19 Nov by jonas']);
  });
  it('keeps empty lists, and calls what is open by whether it has ended', () => {
    const over = storyLists({ ...report, story: { ...story, removed: [], span: { ...story.span, endedAt: NOW } } });
    expect(over.find(({ id }) => id === 'removed')?.entries).toEqual([]);
    expect([list('left').name, over.find(({ id }) => id === 'left')?.name]).toEqual(['Still open', 'Not finished']);
  });
});

describe('the issues of a sprint', () => {
  it('are those in it, each once, in progress first and done last; what was removed is not among them', () => {
    const held = heldIssues(report);
    expect(held.map(({ category }) => category)).toEqual(held.map(({ category }) => category).toSorted((a, b) => ['doing', 'todo', 'done'].indexOf(a) - ['doing', 'todo', 'done'].indexOf(b)));
    expect([held.length, held.some(({ key }) => key === issueKey(350)), new Set(held.map(({ key }) => key)).size]).toEqual([12, false, 12]);
  });
  it('that are no longer known are counted', () => expect(knownOf([{ issue: issueKey(999), at: NOW, by: null, estimate: null }], report.issues)).toEqual({ known: [], unknown: 1 }));
});

describe('the ledger', () => {
  const found = (text: string) => searchLedger(ledger, text).map(({ title }) => title);
  it.each([['parcel', ['Sprint 13']], ['earn LEDGER', ['Sprint 11']], ['Austria', ['Sprint 10']], ['certificates', []], ['', ['Sprint 14', 'Sprint 13', 'Sprint 12', 'Sprint 11', 'Sprint 10', 'Sprint 9']]])('“%s” finds %o', (text, titles) => expect(found(text)).toEqual(titles));
  it('is searched by former wordings and by the issues that were finished', () => expect([found('without an account.'), found('mail service').length]).toEqual([['Sprint 14'], 5]));
  it('names a review after its sprint', () => expect([reviewName('Sprint 24 (EU)'), reviewName('…')]).toEqual(['review-sprint-24-eu.md', 'review-sprint.md']));
});

describe('past sprints', () => {
  it('are summed up in two sentences', () => expect(comparisonInWords(comparison.sprints)).toBe('In 5 sprints 8.2 issues were done on average, 2 came in after the first day, and 78\u00a0% of what was planned was done. The goal was met in 1 of 3 sprints whose outcome is known.'));
  it('say what share of all that was planned was done, not the mean of their shares', () => {
    const [small, large] = comparison.sprints.slice(0, 2).map((sprint, index) => ({ ...sprint, planned: { issues: index === 0 ? 1 : 9, estimate: null }, accuracy: index === 0 ? 1 : 0 }));
    expect(comparisonInWords([small, large].filter((sprint) => sprint !== undefined))).toContain(', and 10\u00a0% of what was planned was done.');
  });
  it('speak of one as of one', () => expect(comparisonInWords(comparison.sprints.slice(1, 2).map((sprint) => ({ ...sprint, done: { issues: 1, estimate: null } })))).toMatch(/^In 1 sprint 1 issue was done on average.* The goal was met in 1 of 1 sprint whose outcome is known\.$/));
  it('forecasts say how many came true, as a share only where there are enough', () => expect([calibrationInWords({ percent: 85, held: 42, of: 50 }), calibrationInWords({ percent: 95, held: 199, of: 200 }), calibrationInWords({ percent: 85, held: 5, of: 6 })]).toEqual(['Of the forecasts at 85 %, 84 of 100 came true (n = 50).', 'Of the forecasts at 95 %, over 99 of 100 came true (n = 200).', 'Of the forecasts at 85 %, 5 of 6 came true.']));
  it('forecasts that could not be tried say why, of one sprint too', () => expect([0, 1, 3].map(untriedInWords)).toEqual(['No past sprint to try them on yet.', 'The one past sprint has too little history before it to be forecast.', 'All 3 past sprints have too little history before them to be forecast.']));
  it('throughput is summed in whole fives from the end', () => expect([fivesOf([9, 1, 1, 1, 1, 1]), fivesOf([1, 1]), fivesOf([])]).toEqual([[5], [], []]));
  it('stand behind those that run and those to come, each once', () => {
    const [running, coming, past] = sprintChoices(popupView, ledger);
    expect([running?.sprints.map(({ title }) => title), coming?.sprints, past?.sprints[0]?.title, past?.sprints.length]).toEqual([['Sprint 14', 'Sprint 15'], [], 'Sprint 13', 5]);
  });
});

it('a mark says where it went', () => {
  const marked = { marked: 3, on: true, via: 'label', because: 'Goes to GitHub as a label.' } as const;
  expect([markedInWords(marked, true), markedInWords({ ...marked, marked: 1, on: false, via: 'local', because: 'No token.' }, false)]).toEqual(['3 issues serve the goal. Goes to GitHub as a label.', '1 issue does not serve the goal. Kept in this browser. No token.']);
  expect(markedInWords(marked, false)).toBe('3 issues serve the goal. Goes to GitHub as a label. That waits until you are online again.');
  expect([goalsInWords(1, { via: 'tracker', because: '' }, true), goalsInWords(0, { via: 'tracker', because: '' }, false), goalsInWords(2, { via: 'local', because: 'No token.' }, false)]).toEqual(['The goals are changed; they are sent in a moment.', 'The goal is taken back; that is sent once you are online again.', 'The goals are changed. Kept in this browser. No token.']);
});

describe('a change of the team’s roadmap that is on its way', () => {
  it('counts once it is merged where it is a file, and is merged nowhere where a Jira project keeps it', () => {
    expect(onItsWayInWords('file')).toMatch(/proposed\. .*merged/);
    expect(onItsWayInWords('property')).toMatch(/written/);
    expect(onItsWayInWords('property')).not.toMatch(/merged|proposed/);
  });
});
