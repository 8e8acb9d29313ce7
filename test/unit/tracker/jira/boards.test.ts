import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoTracker, startTracker } from '../../../tracker/server.ts';
import { demoWorld } from '../../../tracker/world.ts';
import { ask } from '../ask.ts';
import { CENTER, CLOUD, found, type IssueRow, MAYA, OTHER, PAT, searchUrl } from './asking.ts';

let tracker: DemoTracker;
const now = new Date('2026-11-25T09:00:00Z');
beforeAll(async () => void (tracker = await startTracker({ world: demoWorld({ issues: 30, now }), now: () => now })));
afterAll(() => tracker.close());

interface Rows {
  values: { id: number; name: string; state: string; originBoardId: number; goal?: string; type?: string }[];
  isLast: boolean;
}
const rows = async (path: string, root = `${CLOUD}/rest/agile/1.0`, who: object = MAYA): Promise<Rows> => (await ask(tracker, root + path, who)).json as Rows; // held to the contract elsewhere
const issues = async (url: string, who: object = MAYA): Promise<IssueRow[]> => found(await ask(tracker, url, who)).issues;

describe('boards and sprints', () => {
  it('are of three kinds; a kanban board has no sprints', async () => {
    expect((await rows('/board')).values.map(({ id, type }) => [id, type])).toEqual([[1, 'scrum'], [2, 'scrum'], [3, 'kanban'], [4, 'simple'], [5, 'kanban']]);
    expect((await rows('/board?projectKeyOrId=MOBI&type=simple,scrum')).values.map(({ id }) => id)).toEqual([4]);
    const refused = await ask(tracker, `${CLOUD}/rest/agile/1.0/board/5/sprint`, MAYA);
    expect([refused.status, refused.json]).toEqual([400, { errorMessages: ['The board does not support sprints'], errors: {} }]);
    expect((await ask(tracker, `${CLOUD}/rest/agile/1.0/board/77/sprint`, MAYA)).status).toBe(404);
  });

  it('two run at once on the shop’s board, one of them another board’s', async () => {
    const active = (await rows('/board/1/sprint?state=active')).values;
    expect(active.map(({ name, originBoardId }) => [name, originBoardId])).toEqual([['Shop Sprint 24', 1], ['Checkout Sprint 9', 2]]);
    expect(active[0]?.goal).toBe('Returning customers can pay in under thirty seconds. Express checkout works for saved addresses and cards. Support hears less about vouchers.');
    expect((await rows('/board/2/sprint?state=active')).values.map(({ name }) => name)).toContain('Checkout Sprint 9');
  });

  it('come page by page, the closed before the open', async () => {
    const first = await rows('/board/1/sprint?maxResults=4');
    const rest = await rows('/board/1/sprint?maxResults=50&startAt=4');
    expect([first.isLast, rest.isLast, first.values.map(({ state }) => state)]).toEqual([false, true, ['closed', 'closed', 'closed', 'closed']]);
    expect(new Set([...first.values, ...rest.values].map(({ id }) => id)).size).toBe(first.values.length + rest.values.length);
  });

  it('name the field that each board estimates in', async () => {
    const estimation = async (root: string, board: number, who: object = MAYA): Promise<unknown> => ((await ask(tracker, `${root}/rest/agile/1.0/board/${board}/configuration`, who)).json as { estimation?: unknown }).estimation;
    expect(await estimation(CLOUD, 1)).toMatchObject({ field: { fieldId: 'customfield_10028' } });
    expect(await estimation(CLOUD, 4)).toMatchObject({ field: { fieldId: 'customfield_10016' } });
    expect(await estimation(CLOUD, 5)).toBeUndefined();
    expect(await estimation(OTHER, 1)).toMatchObject({ field: { fieldId: 'customfield_10104' } });
    expect(await estimation(CENTER, 1, PAT)).toMatchObject({ field: { fieldId: 'customfield_10107' } });
  });

  it('hold issues with plain names for what the platform keeps in numbered fields', async () => {
    const running = await issues(`${CLOUD}/rest/agile/1.0/sprint/34/issue?maxResults=100`);
    expect(running.length).toBeGreaterThan(5);
    for (const { fields } of running) {
      expect(fields).toMatchObject({ sprint: { id: 34, state: 'active' }, flagged: expect.any(Boolean) });
      expect(fields.epic === null).toBe(fields.parent === undefined);
    }
    const carried = running.filter(({ fields }) => fields.closedSprints);
    expect(carried.length).toBeGreaterThan(0);
    expect(carried[0]?.fields.closedSprints).toMatchObject([{ state: 'closed' }]);
    expect(await issues(`${CLOUD}/rest/agile/1.0/board/1/issue?jql=${encodeURIComponent('sprint in openSprints() AND key = ' + (carried[0]?.key ?? ''))}`)).toHaveLength(1);
  });
});

describe('what a client finds in the seed', () => {
  const all = (jql: string, site = CLOUD): Promise<IssueRow[]> => issues(searchUrl(jql, { fields: '*all', maxResults: '100', expand: 'changelog' }, site));

  it('estimates of company-managed and of team-managed projects in fields of their own', async () => {
    const [shop, mobi] = [await all('project = SHOP'), await all('project = MOBI')];
    const counted = (list: IssueRow[]): boolean[] => ['customfield_10028', 'customfield_10016'].map((id) => list.some(({ fields }) => typeof fields[id] === 'number'));
    expect([counted(shop), counted(mobi)]).toEqual([[true, false], [false, true]]);
  });

  it('epics, subtasks, blockers, flags, versions, due dates, votes and roadmap labels', async () => {
    const shop = await all('project = SHOP AND updated >= -600d');
    const some = (test: (fields: Record<string, unknown>) => unknown): number => shop.filter(({ fields }) => test(fields)).length;
    for (const [name, test] of Object.entries<(fields: Record<string, unknown>) => unknown>({
      parent: (fields) => fields.parent, subtasks: (fields) => (fields.subtasks as unknown[]).length > 0, links: (fields) => (fields.issuelinks as unknown[]).length > 0, flagged: (fields) => fields.customfield_10021,
      versions: (fields) => (fields.fixVersions as unknown[]).length > 0, due: (fields) => fields.duedate, votes: (fields) => (fields.votes as { votes: number }).votes > 0,
      roadmap: (fields) => (fields.labels as string[]).some((label) => label.startsWith('roadmap:')), time: (fields) => fields.timeoriginalestimate, document: (fields) => (fields.description as { type?: string } | null)?.type === 'doc',
    })) expect([name, some(test) > 0]).toEqual([name, true]);
  });

  it('changelogs that lead from the first status to the present one, and sprints that were left and entered', () => {
    for (const site of tracker.world.jira.sites) {
      for (const issue of site.issues.values()) {
        const moves = issue.changes.flatMap(({ items }) => items).filter(({ field }) => field === 'status');
        for (const [index, move] of moves.entries()) expect(move.from).toBe(index === 0 ? move.from : moves[index - 1]?.to);
        const times = issue.changes.map(({ at }) => at);
        expect(times).toEqual([...times].sort((one, other) => one - other));
        expect(issue.updatedAt).toBeGreaterThanOrEqual(times.at(-1) ?? 0);
        expect(Math.min(issue.createdAt, ...times)).toBe(issue.createdAt);
        const stayed = moves.length > 0 && !issue.changes.some(({ items }) => items.some(({ field }) => field === 'Key'));
        expect([issue.key, stayed ? moves.at(-1)?.to : issue.status]).toEqual([issue.key, issue.status]);
      }
    }
  });

  it('work that was in the sprint when it began, work that came later, and work carried over from the one before', () => {
    const site = tracker.world.jira.sites[0];
    const sprint = site?.sprints.get(34);
    const entered = [...(site?.issues.values() ?? [])].filter(({ sprints }) => sprints.includes(34)).map((issue) => ({
      at: issue.changes.find(({ items }) => items.some(({ field, to }) => field === 'Sprint' && to?.split(', ').includes('34')))?.at ?? 0, carried: issue.sprints.includes(33),
    }));
    const startAt = sprint?.startAt ?? 0;
    expect([entered.some(({ at, carried }) => at < startAt && !carried), entered.some(({ at, carried }) => at > startAt && !carried), entered.some(({ carried }) => carried)]).toEqual([true, true, true]);
  });
});

describe('a Data Center', () => {
  it('answers sprints as Java strings, descriptions as wiki markup and the epic in a field of its own', async () => {
    const [row] = found(await ask(tracker, `${CENTER}/rest/api/2/search?${new URLSearchParams({ jql: 'sprint = 33 AND "Epic Link" is not EMPTY', maxResults: '1' })}`, PAT)).issues;
    expect(Array.isArray(row?.fields.customfield_10105)).toBe(true);
    expect(String(row?.fields.customfield_10105)).toMatch(/^com\.atlassian\.greenhopper\.service\.sprint\.Sprint@[0-9a-f]+\[id=33,rapidViewId=1,state=CLOSED,name=Shop Sprint 23,.*goal=Customers can return a parcel without calling us\./);
    expect(row?.fields.customfield_10101).toMatch(/^SHOP-\d+$/);
    const texts = found(await ask(tracker, `${CENTER}/rest/api/2/search?jql=project=SHOP&maxResults=200&fields=description`, PAT)).issues.map(({ fields }) => fields.description);
    expect(texts.some((text) => typeof text === 'string' && text.includes('h3. '))).toBe(true);
    expect((await rows('/board/1/sprint', `${CENTER}/rest/agile/1.0`, PAT)).values.filter(({ goal }) => goal === undefined).length).toBeGreaterThan(0);
  });

  it('has no document format, no parent but of subtasks, and other field numbers', async () => {
    const fields = (await ask(tracker, `${CENTER}/rest/api/2/field`, PAT)).json as { id: string; schema?: { custom?: string; items?: string } }[];
    expect(fields.find(({ schema }) => schema?.custom === 'com.pyxis.greenhopper.jira:gh-sprint')).toMatchObject({ id: 'customfield_10105', schema: { items: 'string' } });
    expect(fields.map(({ id }) => id)).not.toContain('parent');
  });
});
