import { count, isRecord, records, text, textOrNull } from '../../seed/values.ts';
import type { JiraBoard, JiraSprint } from '../model/board.ts';
import { type Change, CHANGED, type ChangeItem, type JiraIssue } from '../model/issue.ts';
import type { JiraProject, JiraSite } from '../model/site.ts';
import type { CategoryKey, IssueType, JiraStatus, Priority } from '../model/workflow.ts';
import { rankOf } from './issues.ts';

/** What of a site can be told from recorded rows of the agile API: its issues, and whatever they name. What a row lacks is left empty; the row is kept and answered again. */
export type Recorded = Pick<JiraSite, 'projects' | 'boards' | 'sprints' | 'issues' | 'keys' | 'statuses' | 'types' | 'priorities'>;

type Fields = Record<string, unknown>;

export function siteFromRows(rows: readonly unknown[], sprintRows: readonly unknown[]): Recorded {
  const recorded = rows.filter(isRecord).flatMap((row) => (isRecord(row.fields) && typeof row.key === 'string' ? [{ id: text(row.id), key: row.key, fields: row.fields, changes: changesFrom(row.changelog) }] : []));
  const named = <Thing extends { id: string }>(name: string, make: (row: Fields) => Thing): Thing[] => [...new Map(recorded.map(({ fields }) => fields[name]).filter(isRecord).map((row) => [text(row.id), make(row)])).values()];
  const statuses = named('status', statusFrom);
  const types = named('issuetype', typeFrom);
  const projects = new Map(named('project', (row) => projectFrom(row, statuses, types)).map((project) => [project.key, project]));
  const boards = new Map([...projects.keys()].map((key, index) => [index + 1, boardFrom(key, index + 1, statuses)]));
  const boardOf = new Map([...boards.values()].map(({ project, id }) => [project, id]));
  const sprints = new Map<number, JiraSprint>();
  for (const row of sprintRows.filter(isRecord)) sprints.set(count(row.id), sprintFrom(row, 1));
  for (const { key, fields } of recorded) {
    for (const row of sprintsIn(fields)) sprints.set(count(row.id), { ...sprintFrom({ ...row, ...definedIn(sprintRows, row) }, boardOf.get(projectOf(key)) ?? 1) });
  }
  const ids = new Map(recorded.map(({ id, key }) => [key, id]));
  const issues = new Map(recorded.map((row, index) => [row.id, issueFrom({ ...row, place: index, ids })]));
  return { projects, boards, sprints, issues, keys: ids, statuses, types, priorities: named('priority', priorityFrom) };
}

const projectOf = (key: string): string => key.replace(/-\d+$/, '');
const sprintsIn = (fields: Fields): Fields[] => [...records(fields.closedSprints), ...(isRecord(fields.sprint) ? [fields.sprint] : [])];
const definedIn = (sprintRows: readonly unknown[], { id }: Fields): Fields => sprintRows.filter(isRecord).find((row) => row.id === id) ?? {};
const at = (value: unknown): number | null => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? Date.parse(value) : null);
const nameOf = (user: unknown): string | null => (isRecord(user) ? text(user.name ?? user.accountId) : null);

function statusFrom(row: Fields): JiraStatus {
  const key = isRecord(row.statusCategory) ? row.statusCategory.key : undefined;
  const category: CategoryKey = key === 'done' || key === 'indeterminate' ? key : 'new';
  return { id: text(row.id), name: text(row.name), category, projectId: null };
}

const typeFrom = (row: Fields): IssueType => ({ id: text(row.id), name: text(row.name), level: row.subtask === true ? -1 : row.name === 'Epic' ? 1 : 0, description: text(row.description), projectId: null });
const priorityFrom = (row: Fields): Priority => ({ id: text(row.id), name: text(row.name), color: '#999999' });

function projectFrom(row: Fields, statuses: readonly JiraStatus[], types: readonly IssueType[]): JiraProject {
  return {
    id: text(row.id), key: text(row.key), name: text(row.name), style: 'company-managed', lead: 'maya', types: types.map(({ id }) => id), statuses: statuses.map(({ id }) => id), versions: [], components: [], notOnScreen: [],
  };
}

function boardFrom(project: string, id: number, statuses: readonly JiraStatus[]): JiraBoard {
  const column = (name: string, category: CategoryKey): JiraBoard['columns'][number] => ({ name, statuses: statuses.filter((status) => status.category === category).map((status) => status.id) });
  return { id, name: `${project} board`, type: 'scrum', project, hasSprints: true, filterId: String(10_400 + id), component: null, columns: [column('To Do', 'new'), column('In Progress', 'indeterminate'), column('Done', 'done')], estimation: 'storyPoints' };
}

function sprintFrom(row: Fields, boardId: number): JiraSprint {
  const state = row.state === 'active' || row.state === 'future' ? row.state : 'closed';
  return { id: count(row.id), boardId, createdAt: at(row.startDate) ?? 0, name: text(row.name), goal: text(row.goal), state, startAt: at(row.startDate), endAt: at(row.endDate), completedAt: at(row.completeDate) };
}

function issueFrom({ id, key, fields, changes, place, ids }: { id: string; key: string; fields: Fields; changes: readonly Change[]; place: number; ids: ReadonlyMap<string, string> }): JiraIssue {
  const above = isRecord(fields.parent) ? fields.parent : fields.epic;
  const reporter = nameOf(fields.reporter) ?? 'ghost';
  const createdAt = at(fields.created) ?? 0;
  return {
    id, key, project: projectOf(key), createdAt, creator: nameOf(fields.creator) ?? reporter, reporter, assignee: nameOf(fields.assignee), type: isRecord(fields.issuetype) ? text(fields.issuetype.id) : '', summary: text(fields.summary),
    description: textOrNull(fields.description), status: isRecord(fields.status) ? text(fields.status.id) : '', categoryChangedAt: at(fields.statuscategorychangedate) ?? createdAt, resolution: isRecord(fields.resolution) ? 'Done' : null, resolvedAt: at(fields.resolutiondate),
    updatedAt: at(fields.updated) ?? createdAt, priority: isRecord(fields.priority) ? text(fields.priority.id) : '', labels: Array.isArray(fields.labels) ? fields.labels.map(text) : [], parent: isRecord(above) ? (ids.get(text(above.key)) ?? null) : null,
    sprints: sprintsIn(fields).map((sprint) => count(sprint.id)), fixVersions: [], components: [], dueDate: textOrNull(fields.duedate), startDate: null, targetStart: null, targetEnd: null, points: null, flagged: fields.flagged === true,
    votes: 0, watchers: 0, links: [], time: null, comments: [], rank: rankOf(place), properties: {}, changes, behind: null, raw: fields,
  };
}

/** Of a recorded changelog what the world knows, oldest first. */
function changesFrom(changelog: unknown): readonly Change[] {
  const histories = isRecord(changelog) ? records(changelog.histories) : [];
  return histories.flatMap((history): Change[] => {
    const items = records(history.items).flatMap(itemFrom);
    return items.length === 0 ? [] : [{ id: Number(history.id), author: nameOf(history.author) ?? 'ghost', at: at(history.created) ?? 0, items }];
  }).sort((one, other) => one.at - other.at || one.id - other.id);
}

function itemFrom({ field: name, from, fromString, to, toString }: Fields): ChangeItem[] {
  const field = CHANGED.find((one) => one === name);
  return field ? [{ field, from: textOrNull(from), fromString: textOrNull(fromString), to: textOrNull(to), toString: textOrNull(toString) }] : [];
}
