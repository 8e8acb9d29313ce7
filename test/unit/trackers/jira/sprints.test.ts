import { describe, expect, it } from 'vitest';
import type { ProjectKey, SprintKey } from '../../../../lib/core/issue.ts';
import { DEFAULT_CALENDAR, workCalendar } from '../../../../lib/core/work-calendar.ts';
import type { SprintPage, Tracker } from '../../../../lib/trackers/tracker.ts';
import { CONFIGURATION, errorOf, type Given, HOST, html, NOW, SCRUM, session, siteOf, valueOf } from './fake-site.ts';

const project = `${HOST}/SHOP` as ProjectKey;
const sprint = (id: number, state: string, rest: object = {}) => ({
  id, state, name: `Sprint ${id}`, originBoardId: 5, goal: ' One click. ', createdDate: '2026-11-01T08:00:00.000Z', startDate: '2026-11-16T08:00:00.000Z', endDate: '2026-11-27T16:00:00.000Z', ...rest,
});
const list = (...values: unknown[]): Given => ({ body: { startAt: 0, maxResults: 50, isLast: true, values } });
const kanban = { id: 6, name: 'Support', type: 'kanban' };
const simple = { id: 7, name: 'Team', type: 'simple' };

async function walk(tracker: Tracker): Promise<SprintPage[]> {
  const pages: SprintPage[] = [];
  for (let next: string | null = null; pages.length < 30;) {
    const page: SprintPage = valueOf(await tracker.readSprints(session, project, next, null));
    pages.push(page);
    next = page.next;
    if (next === null) break;
  }
  return pages;
}
const told = (pages: readonly SprintPage[]) => pages.map(({ sprints }) => sprints.map(({ number }) => number));

describe('the sprints of a project', () => {
  it('are those that run or come first, then those that were, with the goal, the board and its columns', async () => {
    const { tracker, asked } = siteOf({ '/rest/agile/1.0/board/5/sprint': ({ query }) => (query.get('state') === 'closed' ? list(sprint(1, 'closed', { completeDate: '2026-11-13T09:00:00.000Z' })) : list(sprint(2, 'active'), sprint(3, 'future', { startDate: undefined, endDate: undefined, goal: undefined }))) });
    const pages = await walk(tracker);
    expect(told(pages)).toEqual([[2, 3], [1]]);
    expect(pages[0]?.sprints[0]).toEqual({
      key: `${project}/sprint/2`, project, number: 2, title: 'Sprint 2', url: `https://${HOST}/jira/software/c/projects/SHOP/boards/5`, state: 'open', description: 'One click.', goalIn: 'field',
      board: { id: 5, name: 'Shop board' }, completedAt: null, startsOn: '2026-11-16', dueOn: '2026-11-27', createdAt: Date.UTC(2026, 10, 1, 8), updatedAt: Date.UTC(2026, 10, 16, 8), openIssues: 0, closedIssues: 0,
    });
    expect(pages[0]?.sprints[1]).toMatchObject({ state: 'future', description: '', startsOn: null, dueOn: null });
    expect(pages[1]?.sprints[0]).toMatchObject({ state: 'closed', completedAt: Date.UTC(2026, 10, 13, 9) });
    expect(pages[0]?.boards).toEqual([{
      id: 5, name: 'Shop board', kind: 'scrum', url: `https://${HOST}/jira/software/c/projects/SHOP/boards/5`,
      columns: [{ name: 'Next', statuses: ['To Do'] }, { name: 'Now', statuses: ['In Progress'] }, { name: 'Out', statuses: ['Shipped', 'Done'] }],
    }]);
    expect('boards' in (pages[1] ?? {})).toBe(false);
    expect(asked.every(({ init }) => init.method === 'GET')).toBe(true);
  });

  it('are one list over several boards, each told once, by the board where it was made', async () => {
    const foreign = sprint(9, 'active', { originBoardId: 44 });
    const { tracker } = siteOf({
      '/rest/agile/1.0/board': list(kanban, simple, SCRUM),
      '/rest/agile/1.0/board/6/configuration': { body: CONFIGURATION }, '/rest/agile/1.0/board/7/configuration': { status: 403, body: {} },
      '/rest/agile/1.0/board/5/sprint': ({ query }) => (query.get('state') === 'closed' ? list() : list(sprint(2, 'active'), sprint(4, 'active', { originBoardId: 7 }), foreign)),
      '/rest/agile/1.0/board/7/sprint': ({ query }) => (query.get('state') === 'closed' ? list() : list(sprint(4, 'active', { originBoardId: 7 }), sprint(2, 'active'), foreign)),
    });
    const pages = await walk(tracker);
    expect(told(pages)).toEqual([[2, 9], [4, 9], [], []]);
    const [one, other] = pages.map(({ sprints }) => sprints.find(({ number }) => number === 9));
    expect(one).toEqual(other);
    expect(pages[1]?.sprints[0]).toMatchObject({ board: { id: 7, name: 'Team' }, url: `https://${HOST}/jira/software/projects/SHOP/boards/7` });
    expect(pages[0]?.boards?.map(({ id, kind, columns }) => [id, kind, columns.length])).toEqual([[5, 'scrum', 3], [7, 'simple', 0], [6, 'kanban', 3]]);
  });

  it.each([
    ['kanban boards alone', { '/rest/agile/1.0/board': list(kanban), '/rest/agile/1.0/board/6/configuration': { body: CONFIGURATION } }, 1],
    ['no Jira Software', { '/rest/agile/1.0/board': { status: 404, body: {} } }, 0],
    ['boards that we may not see', { '/rest/agile/1.0/board': { status: 403, body: {} } }, 0],
    ['a team’s board without sprints', { '/rest/agile/1.0/board': list(simple), '/rest/agile/1.0/board/7/configuration': { body: CONFIGURATION }, '/rest/agile/1.0/board/7/sprint': { status: 400, body: { errorMessages: ['The board does not support sprints'] } } }, 1],
  ])('of a project with %s are none, without a failure', async (_, answers, boards) => {
    const pages = await walk(siteOf(answers).tracker);
    expect([pages.flatMap(({ sprints }) => sprints), pages[0]?.boards?.length]).toEqual([[], boards]);
  });

  it('are not taken for none when the browser is signed out', async () => {
    const { tracker, paths } = siteOf({ '/rest/agile/1.0/board': list(), '/rest/api/3/myself': { status: 401, body: {} } });
    for (let times = 0; times < 2; times += 1) expect(errorOf(await tracker.readSprints(session, project, null, null))).toMatchObject({ kind: 'unauthorised' });
    expect(paths().filter((path) => path === '/rest/agile/1.0/board')).toHaveLength(2);
  });

  it('of long ago are passed over where the board tells how many there were', async () => {
    const closed = Array.from({ length: 377 }, (_, index) => sprint(index + 1, 'closed'));
    const answer = (total: boolean) => siteOf({ '/rest/agile/1.0/board/5/sprint': ({ query }) => {
      const startAt = Number(query.get('startAt'));
      if (query.get('state') !== 'closed') return list(sprint(400, 'active'));
      return { body: { startAt, maxResults: 50, isLast: startAt + 50 >= 377, ...(total && { total: 377 }), values: closed.slice(startAt, startAt + 50) } };
    } });
    const short = await walk(answer(true).tracker);
    expect([short.length, told(short).at(-1)?.at(0), told(short).at(-1)?.at(-1)]).toEqual([3, 328, 377]);
    expect(told(await walk(answer(false).tracker)).flat()).toHaveLength(378);
  });

  it('have the days of the clock that is asked for, alone as in the list, whatever offset their ends are told in', async () => {
    // Cloud tells UTC (mikebowler/jirametrics, spec/testdata/SP-15.json), a Data Center its own offset (sumoheavy/jira-ruby, spec/mock_responses/agile/sprint_issues.json).
    const ends = [['2022-04-15T00:55:17.688Z', '2022-04-26T16:51:00.000Z'], ['2015-04-11T15:22:00.000+10:00', '2015-04-20T01:22:00.000+10:00'], ['2015-04-11', undefined]];
    const rows = ends.map(([startDate, endDate], index) => sprint(index + 1, 'active', { startDate, endDate }));
    const { tracker } = siteOf({ '/rest/agile/1.0/board/5/sprint': list(...rows), '/rest/agile/1.0/sprint/1': { body: rows[0] } });
    const days = async (timeZone: string) => {
      const { dateOf } = workCalendar({ ...DEFAULT_CALENDAR, timeZone });
      const { sprints } = valueOf(await tracker.readSprints(session, project, null, null, undefined, dateOf));
      expect(valueOf(await tracker.readSprint(session, `${project}/sprint/1` as SprintKey, undefined, dateOf))).toEqual(sprints[0]);
      return sprints.map(({ startsOn, dueOn }) => [startsOn, dueOn]);
    };
    expect(await days('America/New_York')).toEqual([['2022-04-14', '2022-04-26'], ['2015-04-11', '2015-04-19'], ['2015-04-11', null]]);
    expect(await days('Australia/Sydney')).toEqual([['2022-04-15', '2022-04-27'], ['2015-04-11', '2015-04-20'], ['2015-04-11', null]]);
  });

  it('are unchanged while they and the boards are the same', async () => {
    let goal = 'One click.';
    const { tracker } = siteOf({ '/rest/agile/1.0/board/5/sprint': () => list(sprint(2, 'active', { goal })) });
    const { etag } = valueOf(await tracker.readSprints(session, project, null, null));
    expect(valueOf(await tracker.readSprints(session, project, null, etag))).toEqual({ unchanged: true, sprints: [], rejected: [], next: null, etag });
    goal = 'Two clicks.';
    expect(valueOf(await tracker.readSprints(session, project, null, etag))).toMatchObject({ unchanged: false, sprints: [{ description: 'Two clicks.' }] });
  });

  it('are read alone as in the list, and set aside when they cannot be read', async () => {
    const { tracker } = siteOf({ '/rest/agile/1.0/sprint/2': { body: sprint(2, 'active') }, '/rest/agile/1.0/sprint/3': { body: sprint(3, 'odd') }, '/rest/agile/1.0/board/5/sprint': list(sprint(2, 'active'), sprint(3, 'odd'), { id: 4 }) });
    const page = valueOf(await tracker.readSprints(session, project, null, null));
    expect(page.rejected.map(({ id }) => id)).toEqual(['3', '4']);
    expect(page.sprints).toEqual([valueOf(await tracker.readSprint(session, `${project}/sprint/2` as SprintKey))]);
    expect(errorOf(await tracker.readSprint(session, `${project}/sprint/3` as SprintKey))).toMatchObject({ kind: 'changed-shape' });
    expect(errorOf(await tracker.readSprint(session, `${project}/sprint/5` as SprintKey))).toEqual({ kind: 'not-found' });
  });

  it('have an address in a Data Center too, and the boards are looked for again after hours', async () => {
    const corp = { host: 'corp.example', token: 'pat' };
    const { tracker, paths, now } = siteOf({ '/rest/agile/1.0/board/5/sprint': list(sprint(2, 'active', { createdDate: undefined, activatedDate: '2026-11-16T09:00:00.000+0100' })) });
    const own = 'corp.example/SHOP' as ProjectKey;
    expect(valueOf(await tracker.readSprints(corp, own, null, null)).sprints[0]).toMatchObject({ url: 'https://corp.example/secure/RapidBoard.jspa?rapidView=5&projectKey=SHOP', createdAt: Date.UTC(2026, 10, 16, 8), startedAt: Date.UTC(2026, 10, 16, 8) });
    now.at = NOW + 7 * 3_600_000;
    expect(valueOf(await tracker.readSprints(corp, own, null, null)).boards?.[0]?.columns).toHaveLength(3);
    expect(paths().filter((path) => path === '/rest/agile/1.0/board')).toHaveLength(2);
  });

  it('are asked for nowhere else than on the site', async () => {
    const { tracker } = siteOf({ '/rest/agile/1.0/board/5/sprint': list() });
    for (const next of ['https://evil.example/rest/agile/1.0/board/5/sprint?state=closed&startAt=0&maxResults=50', `https://${HOST}/rest/api/3/myself`]) {
      expect(errorOf(await tracker.readSprints(session, project, next, null))).toMatchObject({ kind: 'changed-shape' });
    }
    expect(errorOf(await siteOf({ '/rest/agile/1.0/board': html() }).tracker.readSprints(session, project, null, null))).toMatchObject({ kind: 'unauthorised' });
  });
});
