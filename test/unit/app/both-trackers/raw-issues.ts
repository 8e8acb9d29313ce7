import type { JiraIssue } from '../../../tracker/jira/model/issue.ts';
import { type JiraSite, statusOf, typeOf } from '../../../tracker/jira/model/site.ts';
import type { Issue } from '../../../tracker/model/issue.ts';
import type { Repository } from '../../../tracker/model/repository.ts';

/** An issue as its tracker holds it, in words that both have. Read from the worlds behind the trackers, never through anything of ours. */
export interface RawIssue {
  /** `acme/shop#12`, `SHOP-12`. */
  readonly name: string;
  readonly tracker: 'github' | 'jira';
  readonly state: 'todo' | 'doing' | 'done';
  /** Closed without being done. */
  readonly left: boolean;
  readonly estimate: number | null;
  readonly blocked: boolean;
  readonly created: number;
  readonly updated: number;
  readonly finished: number | null;
  readonly labels: readonly string[];
  /** The tag that the team keeps in the issue itself. */
  readonly property: string | null;
  readonly parent: string | null;
  readonly milestone: string | null;
  readonly versions: readonly string[];
  readonly project: string;
}

/** Issues alone: pull requests are how they get done. */
export function rawGithub(shop: Repository): RawIssue[] {
  return [...shop.issues.values()].filter(({ pull }) => pull === null).map((issue) => {
    const done = issue.state === 'closed';
    return {
      name: `acme/shop#${issue.number}`, tracker: 'github', project: 'acme/shop', labels: issue.labels, property: null, versions: [],
      state: done ? 'done' : issue.labels.includes('in progress') || issue.assignees.length > 0 ? 'doing' : 'todo',
      left: done && (issue.stateReason === 'not_planned' || issue.stateReason === 'duplicate'),
      estimate: pointsOf(issue),
      blocked: !done && (issue.labels.includes('blocked') || issue.blockedBy.some((number) => shop.issues.get(number)?.state === 'open')),
      created: Date.parse(issue.createdAt), updated: Date.parse(issue.updatedAt), finished: issue.closedAt === null ? null : Date.parse(issue.closedAt),
      parent: issue.parent === null ? null : `acme/shop#${issue.parent}`,
      milestone: issue.milestone === null ? null : (shop.milestones.get(issue.milestone)?.title ?? null),
    };
  });
}

export function rawJira(site: JiraSite): RawIssue[] {
  return [...site.issues.values()].filter(({ project }) => project === 'SHOP').map((issue) => {
    const state = stateOf(site, issue);
    return {
      name: issue.key, tracker: 'jira', project: 'SHOP', labels: issue.labels, property: propertyOf(issue), milestone: null,
      versions: (site.projects.get('SHOP')?.versions ?? []).filter(({ id }) => issue.fixVersions.includes(id)).map(({ name }) => name),
      state, left: state === 'done' && (issue.resolution === "Won't Do" || issue.resolution === 'Duplicate'), estimate: issue.points,
      blocked: state !== 'done' && (issue.flagged || issue.labels.includes('blocked') || issue.links.some(({ type, direction, other }) => type === 'Blocks' && direction === 'inward' && isOpen(site, other))),
      created: issue.createdAt, updated: issue.updatedAt, finished: state === 'done' ? (issue.resolvedAt ?? issue.categoryChangedAt) : null,
      parent: parentOf(site, issue),
    };
  });
}

/** The label `3 points`; two that differ tell nothing. */
function pointsOf({ labels }: Issue): number | null {
  const told = new Set(labels.flatMap((label) => /^(\d+) points$/.exec(label)?.[1] ?? []));
  return told.size === 1 ? Number([...told][0]) : null;
}

/** By the category; all statuses of the demo's last columns are in the category of what is done. */
function stateOf(site: JiraSite, issue: JiraIssue): RawIssue['state'] {
  return ({ new: 'todo', indeterminate: 'doing', done: 'done' } as const)[statusOf(site, issue).category];
}

function isOpen(site: JiraSite, id: string): boolean {
  const issue = site.issues.get(id);
  return issue !== undefined && stateOf(site, issue) !== 'done';
}

/** Data Center knows a parent of subtasks only, and an epic of everything else. */
function parentOf(site: JiraSite, issue: JiraIssue): string | null {
  const parent = issue.parent === null ? undefined : site.issues.get(issue.parent);
  if (!parent) return null;
  return site.flavour === 'cloud' || typeOf(site, issue).level === -1 || typeOf(site, parent).level === 1 ? parent.key : null;
}

function propertyOf({ properties }: JiraIssue): string | null {
  const told = properties['waymark'];
  return typeof told === 'object' && told !== null && 'tag' in told && typeof told.tag === 'string' ? told.tag : null;
}
