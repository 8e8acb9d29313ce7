import { describe, expect, it } from 'vitest';
import type { Issue, IssueKey, ProjectKey, SprintKey } from '../../lib/core/issue.ts';
import { burnUpOf } from '../../lib/core/sprint/burn-up.ts';
import { spanOf } from '../../lib/core/sprint/span.ts';
import type { Sprint } from '../../lib/core/sprint/sprint.ts';
import { storyOf } from '../../lib/core/sprint/story.ts';
import { tracksOf } from '../../lib/core/sprint/track.ts';
import type { PlainDate } from '../../lib/core/time.ts';
import { workCalendar } from '../../lib/core/work-calendar.ts';
import { buildIssue, buildSprint } from '../unit/core/build.ts';
import { dayIn, type Happening, recount } from '../unit/core/sprint/recount.ts';
import { HOST, session, siteOf, valueOf } from '../unit/trackers/jira/fake-site.ts';
import { absent, type Raw, readJson, searching } from './jira-archive.ts';

/** The sprints of devlake, from its whole changelogs through the real client, against a recount of the raw JSON. */
if (absent) console.log('Skipped: the sprints of devlake, for ../shared/corpus is not here.');

const rows: Raw[] = absent ? [] : readJson('devlake/issues.json');
const sprintRows: Raw[] = absent ? [] : readJson('devlake/sprints.json');
const categories = new Map<string, string>(absent ? [] : (readJson('devlake/status.json') as Raw[]).map(({ id, statusCategory }) => [id as string, { new: 'todo', indeterminate: 'doing', done: 'done' }[statusCategory.key as string] ?? 'todo']));
const NOW = Date.UTC(2022, 0, 1);
const PROJECT = `${HOST}/EE` as ProjectKey;

const sprints: Sprint[] = sprintRows.filter(({ startDate }) => startDate).map(({ id, name, state, startDate, endDate, completeDate }) => buildSprint({
  key: `${PROJECT}/sprint/${id}` as SprintKey, project: PROJECT, number: id, title: name, state: state === 'closed' ? 'closed' : 'open',
  startsOn: startDate.slice(0, 10) as PlainDate, dueOn: endDate.slice(0, 10) as PlainDate, completedAt: completeDate ? Date.parse(completeDate) : null,
}));

const ids = (text: unknown): number[] => String(text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '').map(Number);
const changesOf = (raw: Raw): { at: number; item: Raw }[] => raw['changelog'].histories.flatMap(({ created, items }: Raw) => items.map((item: Raw) => ({ at: Date.parse(created), item }))).toSorted((a: { at: number }, b: { at: number }) => a.at - b.at);

/** What the raw changelogs say about one sprint. Rows are in this Jira's own last state, which the sprint field tells. */
function happeningsOf(raw: Raw, sprint: number): Happening[] {
  const issue = `${HOST}/${raw['key']}`;
  const list: Happening[] = [{ at: Date.parse(raw['fields'].created), issue, what: 'made', to: null }];
  const changes = changesOf(raw);
  const moves = changes.filter(({ item }) => item['field'] === 'Sprint').flatMap(({ at, item }): Happening[] => {
    const [before, after] = [ids(item['from']), ids(item['to'])];
    if (before.includes(sprint) === after.includes(sprint)) return [];
    return [{ at, issue, what: after.includes(sprint) ? 'in' : 'out', to: null, elsewhere: after.some((id) => !before.includes(id)) }];
  });
  const firstMove = changes.find(({ item }) => item['field'] === 'Sprint');
  if (firstMove && ids(firstMove.item['from']).includes(sprint)) list.push({ at: list[0]?.at ?? 0, issue, what: 'in', to: null });
  const statuses = changes.filter(({ item }) => item['field'] === 'status');
  const opening = categories.get(String(statuses[0]?.item['from'] ?? raw['fields'].status.id)) ?? 'todo';
  return [...list, ...moves, { at: list[0]?.at ?? 0, issue, what: 'category', to: opening }, ...statuses.map(({ at, item }): Happening => ({ at, issue, what: 'category', to: categories.get(String(item['to'])) ?? 'todo' }))];
}

describe.skipIf(absent)('the sprints of devlake', async () => {
  const { tracker } = siteOf({ '/rest/api/3/search/jql': searching(rows), '/rest/api/3/status': { body: absent ? [] : readJson('devlake/status.json') } });
  const histories = valueOf(await tracker.readHistories!(session, rows.map(({ key }) => `${HOST}/${key}` as IssueKey)));
  const issues = rows.map((raw): Issue => {
    const key = `${HOST}/${raw['key']}` as IssueKey;
    const history = histories.get(key) ?? expect.unreachable(key);
    const category = history.statuses.at(-1)?.category ?? 'todo';
    const name = raw['fields'].status.name as string;
    return buildIssue({ key, project: PROJECT, status: { category, name, guessedFrom: null }, createdAt: Date.parse(raw['fields'].created), updatedAt: Date.parse(raw['fields'].updated), closedAt: category === 'done' ? (history.statuses.at(-1)?.at ?? null) : null, history });
  });

  it('are told as their changelogs tell them, by clocks all over the world', () => {
    const met = { sprints: 0, committed: 0, added: 0, removed: 0, done: 0, carriedOut: 0 };
    for (const zone of ['UTC', 'Asia/Shanghai', 'America/Los_Angeles']) {
      const calendar = workCalendar({ timeZone: zone, weekend: [0, 6], holidays: [] });
      for (const sprint of sprints) {
        const input = { sprint, span: spanOf(sprint, sprints, calendar), known: sprints, issues, snapshots: [], now: NOW, calendar };
        const until = sprint.completedAt ?? NOW;
        const first = sprint.startsOn as string;
        const expected = recount(rows.flatMap((raw) => happeningsOf(raw, sprint.number)), { first, last: sprint.completedAt == null || dayIn(zone, until) > (sprint.dueOn ?? '') ? sprint.dueOn : dayIn(zone, until), until }, zone);
        const story = storyOf(input);
        const marks = (entries: readonly { issue: string; at: number }[]): string[] => entries.map(({ issue, at }) => `${issue}@${at}`).sort();
        const names = (entries: readonly { issue: string }[]): string[] => entries.map(({ issue }) => issue).sort();
        expect([sprint.title, names(story.committed), marks(story.added), marks(story.removed), marks(story.done), marks(story.doneBefore), names(story.carriedOut), marks(story.reopened)])
          .toEqual([sprint.title, expected.committed, expected.added, expected.removed, expected.done, expected.doneBefore, expected.carriedOut, expected.reopened]);
        const days = Object.fromEntries(burnUpOf(input, tracksOf(input), new Map()).days.flatMap(({ on, counts }) => (counts ? [[on, [counts.issues.scope, counts.issues.done]]] : [])));
        expect([sprint.title, days]).toEqual([sprint.title, Object.fromEntries(Object.entries(expected.days).slice(0, 400).map(([day, [scope, done]]) => [day, [scope, done]]))]);
        if (expected.committed.length + expected.added.length > 0) met.sprints += 1;
        for (const name of ['committed', 'added', 'removed', 'done', 'carriedOut'] as const) met[name] += expected[name].length;
      }
    }
    // In three zones each; a recount of nothing would be equal to anything.
    expect(met.sprints).toBeGreaterThan(6);
    for (const name of ['committed', 'done'] as const) expect([name, met[name] > 0]).toEqual([name, true]);
    console.log('devlake, in three zones:', met);
  });
});
