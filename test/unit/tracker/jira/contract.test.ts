import * as agile from 'jira.js/agile';
import * as cloud from 'jira.js/cloud';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type DemoTracker, startTracker } from '../../../tracker/server.ts';
import { ask } from '../ask.ts';
import { CLOUD, found, MAYA, OTHER, searchUrl, walk } from './asking.ts';

// jira.js builds its schemas strict under this name: then what its authors never saw on a live site is refused too.
vi.hoisted(() => (process.env.AUDIT_SCHEMAS = 'true'));

interface Schema {
  safeParse(value: unknown): { success: boolean; error?: { message: string } };
}

let tracker: DemoTracker;
beforeAll(async () => void (tracker = await startTracker()));
afterAll(() => tracker.close());

/** What a schema has to say against a value; nothing when it passes. */
const against = (schema: Schema, value: unknown): string => schema.safeParse(value).error?.message ?? '';
const get = async (path: string, site = CLOUD): Promise<unknown> => (await ask(tracker, site + path, MAYA)).json;

describe('what Cloud answers passes the schemas of jira.js, with nothing that they do not know', () => {
  it.each(['acme.atlassian.net', 'other.atlassian.net'])('every issue of %s, by search', async (host) => {
    const site = `https://${host}`;
    const page = (await ask(tracker, searchUrl('project = SHOP ORDER BY key', { fields: '*all', expand: 'names,schema,changelog', maxResults: '100', properties: 'waymark' }, site), MAYA)).json;
    expect(against(cloud.SearchAndReconcileResultsSchema, page)).toBe('');
    expect(found({ json: page, status: 200, headers: {}, text: '' }).issues.length).toBeGreaterThan(30);
  });

  it('each part of an issue of every project that has a schema of its own', async () => {
    const parts: readonly (readonly [name: string, schema: Schema])[] = [
      ['status', cloud.StatusDetailsSchema], ['issuetype', cloud.IssueTypeDetailsSchema], ['priority', cloud.PrioritySchema], ['assignee', cloud.UserDetailsSchema], ['reporter', cloud.UserDetailsSchema],
      ['timetracking', cloud.TimeTrackingDetailsSchema], ['votes', cloud.VotesSchema], ['watches', cloud.WatchersSchema], ['parent', cloud.LinkedIssueSchema], ['resolution', cloud.ResolutionSchema],
    ];
    const seen = new Map<string, number>();
    const { keys } = await walk(tracker, 'project in (SHOP, MOBI, OPS)', { maxResults: '100' });
    for (const key of keys) {
      const issue = await get(`/rest/api/3/issue/${key}?expand=changelog`);
      expect(against(cloud.IssueSchema, issue), key).toBe('');
      const { fields } = issue as { fields: Record<string, unknown> }; // by the schema above
      for (const [name, schema] of parts) {
        if (fields[name] == null) continue;
        expect(against(schema, fields[name]), `${name} of ${key}`).toBe('');
        seen.set(name, (seen.get(name) ?? 0) + 1);
      }
      for (const [name, schema] of [['issuelinks', cloud.IssueLinkSchema], ['subtasks', cloud.LinkedIssueSchema], ['fixVersions', cloud.VersionSchema], ['components', cloud.ProjectComponentSchema]] as const) {
        for (const one of fields[name] as unknown[]) {
          expect(against(schema, one), `${name} of ${key}`).toBe('');
          seen.set(name, (seen.get(name) ?? 0) + 1);
        }
      }
    }
    // A contract that nothing was held to would hold for ever.
    expect([...seen.keys()].sort()).toEqual([...parts.map(([name]) => name), 'issuelinks', 'subtasks', 'fixVersions', 'components'].sort());
  }, 30_000);

  it('boards, their configurations, sprints and the issues in them', async () => {
    const boards = await get('/rest/agile/1.0/board');
    expect(against(agile.GetAllBoardsSchema, boards)).toBe('');
    const ids = (boards as { values: { id: number; type: string }[] }).values; // by the schema above
    expect(ids.map(({ type }) => type).sort()).toEqual(['kanban', 'kanban', 'scrum', 'scrum', 'simple']);
    for (const { id, type } of ids) {
      expect(against(agile.BoardSchema, await get(`/rest/agile/1.0/board/${id}`))).toBe('');
      expect(against(agile.BoardConfigSchema, await get(`/rest/agile/1.0/board/${id}/configuration`)), `board ${id}`).toBe('');
      expect(against(agile.SearchResultsSchema, await get(`/rest/agile/1.0/board/${id}/issue`))).toBe('');
      if (type === 'kanban') continue;
      const sprints = await get(`/rest/agile/1.0/board/${id}/sprint`);
      expect(against(agile.GetAllSprintsSchema, sprints)).toBe('');
      for (const sprint of (sprints as { values: { id: number }[] }).values) {
        expect(against(agile.SprintSchema, await get(`/rest/agile/1.0/sprint/${sprint.id}`))).toBe('');
        expect(against(agile.SearchResultsSchema, await get(`/rest/agile/1.0/sprint/${sprint.id}/issue`))).toBe('');
      }
    }
  });

  it('changelogs, of one issue and of many', async () => {
    const { keys } = await walk(tracker, 'project = SHOP', { maxResults: '100' });
    const bulk = (await ask(tracker, `${CLOUD}/rest/api/3/changelog/bulkfetch`, { ...MAYA, method: 'POST', body: { issueIdsOrKeys: keys, fieldIds: ['status', 'customfield_10020'] } })).json;
    expect(against(cloud.BulkChangelogResponseSchema, bulk)).toBe('');
    expect((bulk as { issueChangeLogs: unknown[] }).issueChangeLogs.length).toBeGreaterThan(60);
    for (const key of keys.slice(0, 20)) expect(against(cloud.PageChangelogSchema, await get(`/rest/api/3/issue/${key}/changelog`)), key).toBe('');
  });

  it('the site, its fields, projects, versions, statuses and whoever asks', async () => {
    const lists = [['/rest/api/3/field', cloud.FieldDetailsSchema], ['/rest/api/3/status', cloud.StatusDetailsSchema], ['/rest/api/3/project/SHOP/versions', cloud.VersionSchema], ['/rest/api/3/project', cloud.ProjectSchema]] as const;
    for (const site of [CLOUD, OTHER]) {
      expect(against(cloud.ServerInformationSchema, await get('/rest/api/3/serverInfo', site))).toBe('');
      expect(against(cloud.DashboardUserSchema, await get('/rest/api/3/myself', site))).toBe('');
      expect(against(cloud.ProjectSchema, await get('/rest/api/3/project/SHOP', site))).toBe('');
      expect(against(cloud.PermissionsSchema, await get('/rest/api/3/mypermissions?permissions=EDIT_ISSUES,MANAGE_SPRINTS_PERMISSION&projectKey=SHOP', site))).toBe('');
      for (const [path, schema] of lists) {
        const rows = (await get(path, site)) as unknown[];
        expect(rows.length, path).toBeGreaterThan(0);
        for (const row of rows) expect(against(schema, row), path).toBe('');
      }
    }
  });
});
