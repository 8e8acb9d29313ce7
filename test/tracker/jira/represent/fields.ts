import type { FieldRole } from '../model/field.ts';
import type { IssueComment, JiraIssue } from '../model/issue.ts';
import { fieldId, type JiraProject, openSprintOf, statusOf, typeOf } from '../model/site.ts';
import { asDocument, asWiki } from './document.ts';
import { representLinks, representSubtasks, summaryOf } from './links.ts';
import { representProjectOfIssue, representVersion } from './project.ts';
import { representSprint, representSprintOfIssue } from './sprint.ts';
import { timeTracking } from './time-tracking.ts';
import { representUser } from './user.ts';
import { selfOf, type View } from './view.ts';
import { writeTime } from './when.ts';
import { representPriority, representResolution, representStatus, representType } from './workflow.ts';

/** Every field of an issue by id; each is made only when somebody asks for it. */
export type FieldMakers = Readonly<Record<string, () => unknown>>;

export function fieldsOf(view: View, issue: JiraIssue): FieldMakers {
  const { site } = view;
  const cloud = site.flavour === 'cloud';
  const project = site.projects.get(issue.project);
  const parent = issue.parent === null ? undefined : site.issues.get(issue.parent);
  const type = typeOf(site, issue);
  const user = (name: string | null): unknown => (name === null ? null : representUser(view, name));
  const time = (at: number | null): string | null => (at === null ? null : writeTime(at, view.zone, site.flavour));
  const text = (markdown: string | null): unknown => (markdown === null ? null : view.version === 3 ? asDocument(markdown) : asWiki(markdown));
  const priority = site.priorities.find(({ id }) => id === issue.priority);
  return {
    summary: () => issue.summary,
    issuetype: () => representType(view, type),
    project: () => project && representProjectOfIssue(view, project),
    status: () => representStatus(view, statusOf(site, issue)),
    ...(cloud ? { statuscategorychangedate: () => time(issue.categoryChangedAt) } : {}),
    priority: () => (priority ? representPriority(view, priority) : null),
    resolution: () => (issue.resolution === null ? null : representResolution(view, issue.resolution)),
    resolutiondate: () => time(issue.resolvedAt),
    created: () => time(issue.createdAt),
    updated: () => time(issue.updatedAt),
    duedate: () => issue.dueDate,
    labels: () => issue.labels,
    assignee: () => user(issue.assignee),
    reporter: () => user(issue.reporter),
    creator: () => user(issue.creator),
    description: () => text(issue.description),
    fixVersions: () => versionsOf(view, issue, project),
    versions: () => [],
    components: () => (project?.components ?? []).filter(({ name }) => issue.components.includes(name)).map((component) => ({ self: selfOf(view, `component/${component.id}`), ...component })),
    // Data Center knows a parent only for subtasks; an epic is a custom field there.
    ...(parent && (cloud || type.level === -1) ? { parent: () => summaryOf(view, parent) } : {}),
    subtasks: () => representSubtasks(view, issue),
    issuelinks: () => representLinks(view, issue),
    votes: () => ({ self: selfOf(view, `issue/${issue.key}/votes`), votes: issue.votes, hasVoted: false }),
    watches: () => ({ self: selfOf(view, `issue/${issue.key}/watchers`), watchCount: issue.watchers, isWatching: false }),
    ...timeTracking(issue),
    comment: () => ({ self: selfOf(view, `issue/${issue.id}/comment`), comments: issue.comments.map((one) => comment(view, issue, one, text)), maxResults: issue.comments.length, total: issue.comments.length, startAt: 0 }),
    environment: () => null,
    lastViewed: () => null,
    workratio: () => -1,
    ...customOf(view, issue, project, parent),
  };
}

/** What the agile API adds: the same facts under plain names. */
export function agileFieldsOf(view: View, issue: JiraIssue): FieldMakers {
  const { site } = view;
  const epic = issue.parent === null ? undefined : site.issues.get(issue.parent);
  const closed = issue.sprints.flatMap((id) => site.sprints.get(id) ?? []).filter(({ state }) => state === 'closed');
  const open = openSprintOf(site, issue);
  const teamManaged = site.projects.get(issue.project)?.style === 'team-managed';
  return {
    sprint: () => (open ? representSprint(view, open) : null),
    ...(closed.length > 0 ? { closedSprints: () => closed.map((sprint) => representSprint(view, sprint)) } : {}),
    // The agile API's epics are those of company-managed projects.
    epic: () => (!epic || teamManaged || typeOf(site, epic).level !== 1 ? null : { id: Number(epic.id), key: epic.key, self: `${view.root}/rest/agile/1.0/epic/${epic.id}`, name: epic.summary, summary: epic.summary, color: { key: 'color_4' }, done: epic.resolution !== null }),
    flagged: () => issue.flagged,
  };
}

function customOf(view: View, issue: JiraIssue, project: JiraProject | undefined, parent: JiraIssue | undefined): FieldMakers {
  const { site } = view;
  const teamManaged = project?.style === 'team-managed';
  const level = typeOf(site, issue).level;
  const values: Record<FieldRole, () => unknown> = {
    sprint: () => (issue.sprints.length === 0 ? null : issue.sprints.flatMap((id) => site.sprints.get(id) ?? []).map((sprint) => representSprintOfIssue(view, sprint))),
    rank: () => issue.rank,
    epicLink: () => (!teamManaged && parent && typeOf(site, parent).level === 1 ? parent.key : null),
    epicName: () => (level === 1 && !teamManaged ? issue.summary : null),
    storyPoints: () => (teamManaged ? null : issue.points),
    storyPointEstimate: () => (teamManaged ? issue.points : null),
    flagged: () => (issue.flagged ? [{ self: selfOf(view, 'customFieldOption/10019'), value: 'Impediment', id: '10019' }] : null),
    startDate: () => issue.startDate,
    targetStart: () => issue.targetStart,
    targetEnd: () => issue.targetEnd,
    businessValue: () => null,
  };
  return Object.fromEntries(site.fields.flatMap(({ role }) => {
    const id = fieldId(site, role);
    return id === undefined ? [] : [[id, values[role]] as const];
  }));
}

function versionsOf(view: View, issue: JiraIssue, project: JiraProject | undefined): object[] {
  return (project?.versions ?? []).filter(({ id }) => issue.fixVersions.includes(id)).map((version) => representVersion(view, version));
}

function comment(view: View, issue: JiraIssue, { id, author, at, text }: IssueComment, write: (markdown: string) => unknown): object {
  const when = writeTime(at, view.zone, view.site.flavour);
  const user = representUser(view, author);
  return { self: selfOf(view, `issue/${issue.id}/comment/${id}`), id: String(id), author: user, body: write(text), updateAuthor: user, created: when, updated: when, ...(view.site.flavour === 'cloud' ? { jsdPublic: true } : {}) };
}
