/** Answers in the shapes of Jira's own (corpus/contracts/jira, corpus/api/jira) for whatever issues are asked for: one site that everybody may read. */

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const KEYS = /\b[A-Z][A-Z0-9_]+-[1-9]\d*\b/g;

const FIELDS = [
  { id: 'summary', key: 'summary', name: 'Summary', custom: false, schema: { type: 'string', system: 'summary' } },
  { id: 'customfield_10016', key: 'customfield_10016', name: 'Story point estimate', custom: true, schema: { type: 'number', custom: 'com.pyxis.greenhopper.jira:jsw-story-points', customId: 10_016 } },
  { id: 'customfield_10020', key: 'customfield_10020', name: 'Sprint', custom: true, schema: { type: 'array', items: 'json', custom: 'com.pyxis.greenhopper.jira:gh-sprint', customId: 10_020 } },
];

const me = { accountId: 'u1', name: 'maya', key: 'maya', displayName: 'Maya', active: true, timeZone: 'Europe/Berlin' };

export function answerAsJira(url: URL, sent: string | null): Answer | null {
  const [, version, path = ''] = /\/rest\/(api\/[23]|api\/latest|agile\/1\.0)\/(.+)$/.exec(url.pathname) ?? [];
  if (version === undefined) return null;
  const asked = [...new Set(`${decodeURIComponent(url.search)} ${sent ?? ''}`.match(KEYS) ?? [])];
  const project = /project\s*(?:=|in)\s*\(?"?([A-Z][A-Z0-9_]+)/.exec(decodeURIComponent(url.search).replaceAll('+', ' '))?.[1];
  const issues = (asked.length > 0 ? asked : project === undefined ? [] : Array.from({ length: 150 }, (_, index) => `${project}-${index + 1}`)).map((key) => issueOf(url.origin, key));
  if (path === 'myself') return json(me);
  if (path === 'serverInfo') return json({ baseUrl: url.origin, version: url.host.endsWith('.atlassian.net') ? '1001.0.0-SNAPSHOT' : '9.12.0', versionNumbers: [9, 12, 0], deploymentType: url.host.endsWith('.atlassian.net') ? 'Cloud' : 'Server', buildNumber: 1, serverTitle: 'Jira' });
  if (path === 'field') return json(FIELDS);
  if (path === 'search/jql') return json({ issues, isLast: true });
  if (path === 'search') return json({ startAt: 0, maxResults: 50, total: issues.length, issues });
  if (path === 'issue/bulkfetch') return json({ issues, issueErrors: [] });
  if (path === 'changelog/bulkfetch') return json({ issueChangeLogs: [] });
  const [, key, rest] = /^issue\/([A-Z][A-Z0-9_]+-\d+)(\/.*)?$/.exec(path) ?? [];
  if (key !== undefined) return json(rest === undefined ? issueOf(url.origin, key) : rest.startsWith('/changelog') ? { startAt: 0, maxResults: 100, total: 0, isLast: true, values: [] } : {});
  const named = /^project\/([A-Z][A-Z0-9_]+)$/.exec(path)?.[1];
  if (named !== undefined) return json({ id: '1', key: named, name: named, projectTypeKey: 'software', simplified: false });
  return json({ startAt: 0, maxResults: 50, total: 0, isLast: true, values: [], issues: [] });
}

const json = (value: unknown): Answer => ({ status: 200, contentType: 'application/json;charset=UTF-8', body: JSON.stringify(value) });

function issueOf(origin: string, key: string): unknown {
  const [project = '', digits = '1'] = key.split('-');
  const number = Number(digits);
  const id = String(100_000 + number);
  return {
    id,
    key,
    self: `${origin}/rest/api/2/issue/${id}`,
    fields: {
      summary: `Issue ${key}`,
      status: { id: '1', name: 'To Do', statusCategory: { id: 2, key: 'new', name: 'To Do', colorName: 'blue-gray' } },
      issuetype: { id: '1', name: 'Story', subtask: false, hierarchyLevel: 0 },
      priority: { id: '3', name: 'Medium' },
      project: { id: '1', key: project, name: project, projectTypeKey: 'software', simplified: false },
      created: '2026-06-01T08:00:00.000+0000',
      updated: `2026-11-${String((number % 20) + 1).padStart(2, '0')}T08:00:00.000+0000`,
      duedate: null, resolution: null, resolutiondate: null, assignee: null, reporter: me, creator: me,
      labels: [], components: [], fixVersions: [], subtasks: [], issuelinks: [], description: null,
      votes: { votes: number % 5, hasVoted: false }, watches: { watchCount: number % 7, isWatching: false },
      comment: { total: 0, comments: [] }, timetracking: {}, statuscategorychangedate: '2026-11-01T08:00:00.000+0000',
      customfield_10016: number % 8, customfield_10020: null,
    },
  };
}
