import type { JiraProject } from '../model/site.ts';
import type { IssueType, JiraStatus, Priority } from '../model/workflow.ts';

/** Statuses of company-managed projects. */
export const STATUS = { toDo: '10000', doing: '3', review: '10001', done: '10003', backlog: '10201', selected: '10202', waiting: '10203' } as const;
/** Those of the team-managed project. */
export const TEAM_STATUS = { toDo: '10101', doing: '10102', review: '10103', done: '10104' } as const;
type TypeIds = Readonly<Record<'epic' | 'story' | 'task' | 'subtask' | 'bug', string>>;
const TYPE: TypeIds = { epic: '10000', story: '10001', task: '10002', subtask: '10003', bug: '10004' };
const TEAM_TYPE: TypeIds = { epic: '10010', story: '10011', task: '10012', subtask: '10014', bug: '10013' };
export const TEAM_PROJECT_ID = '10102';

export const typesFor = ({ style }: Pick<JiraProject, 'style'>): TypeIds => (style === 'team-managed' ? TEAM_TYPE : TYPE);

export const COMPANY_STATUSES: readonly JiraStatus[] = [
  { id: STATUS.toDo, name: 'To Do', category: 'new', projectId: null },
  { id: STATUS.doing, name: 'In Progress', category: 'indeterminate', projectId: null },
  { id: STATUS.review, name: 'In Review', category: 'indeterminate', projectId: null },
  { id: STATUS.done, name: 'Done', category: 'done', projectId: null },
  { id: STATUS.backlog, name: 'Backlog', category: 'new', projectId: null },
  { id: STATUS.selected, name: 'Selected for Development', category: 'new', projectId: null },
  { id: STATUS.waiting, name: 'Waiting for vendor', category: 'indeterminate', projectId: null },
];

/** A team may name its statuses as it likes, and one project's "Shipped" is nobody else's. */
export const TEAM_STATUSES: readonly JiraStatus[] = [
  { id: TEAM_STATUS.toDo, name: 'To Do', category: 'new', projectId: TEAM_PROJECT_ID },
  { id: TEAM_STATUS.doing, name: 'Building', category: 'indeterminate', projectId: TEAM_PROJECT_ID },
  { id: TEAM_STATUS.review, name: 'Trying it out', category: 'indeterminate', projectId: TEAM_PROJECT_ID },
  { id: TEAM_STATUS.done, name: 'Shipped', category: 'done', projectId: TEAM_PROJECT_ID },
];

const types = (ids: TypeIds, projectId: string | null): readonly IssueType[] => [
  { id: ids.epic, name: 'Epic', level: 1, description: 'A big piece of work that holds others.', projectId },
  { id: ids.story, name: 'Story', level: 0, description: 'Something that a customer will notice.', projectId },
  { id: ids.task, name: 'Task', level: 0, description: 'A small, distinct piece of work.', projectId },
  { id: ids.bug, name: 'Bug', level: 0, description: 'A problem or error.', projectId },
  { id: ids.subtask, name: projectId === null ? 'Sub-task' : 'Subtask', level: -1, description: 'A part of another issue.', projectId },
];

export const COMPANY_TYPES = types(TYPE, null);
export const TEAM_TYPES = types(TEAM_TYPE, TEAM_PROJECT_ID);

const COLORS = ['#d04437', '#f15C75', '#f79232', '#707070', '#999999'] as const;
const priorities = (...names: readonly string[]): readonly Priority[] => names.map((name, index) => ({ id: String(index + 1), name, color: COLORS[index] ?? '#999999' }));

/** What Jira brings along, and what a company made of it. The ids are the same, the order tells. */
export const USUAL_PRIORITIES = priorities('Highest', 'High', 'Medium', 'Low', 'Lowest');
export const ACME_PRIORITIES = priorities('P1', 'P2', 'P3', 'P4', 'P5');
