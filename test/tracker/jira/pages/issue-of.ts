import type { JiraIssue } from '../model/issue.ts';
import { openSprintOf, statusOf, typeOf } from '../model/site.ts';
import type { SiteCall } from '../site-call.ts';
import { prose } from './prose.ts';
import type { ShownIssue, ShownPerson } from './shown.ts';

const PHRASES = { Blocks: { outward: 'blocks', inward: 'is blocked by' }, Relates: { outward: 'relates to', inward: 'relates to' } } as const;

/** An issue as pages print it: names where the model has ids. */
export function shownIssue(call: SiteCall, issue: JiraIssue): ShownIssue {
  const { site } = call;
  const type = typeOf(site, issue);
  const parent = site.issues.get(issue.parent ?? '');
  const project = site.projects.get(issue.project);
  const named = (of: readonly { id: string; name: string }[] | undefined, ids: readonly string[]): string[] => ids.map((id) => of?.find((one) => one.id === id)?.name ?? id);
  return {
    id: issue.id, key: issue.key, project: issue.project, summary: issue.summary, status: statusOf(site, issue), resolution: issue.resolution, flagged: issue.flagged,
    type: { id: type.id, name: type.name, level: type.level === 1 ? 'epic' : type.level === 0 ? 'standard' : 'subtask' },
    priority: site.priorities.find(({ id }) => id === issue.priority) ?? null, assignee: personOf(call, issue.assignee), reporter: personOf(call, issue.reporter),
    estimate: issue.points === null ? null : String(issue.points), parent: parent ? { key: parent.key, summary: parent.summary } : null,
    labels: issue.labels, components: issue.components, fixVersions: named(project?.versions, issue.fixVersions), sprint: openSprintOf(site, issue) ?? null,
    created: written(issue.createdAt), updated: written(issue.updatedAt), due: issue.dueDate, description: prose(site, issue.description ?? ''),
    comments: issue.comments.map(({ author, at, text }) => ({ author: personOf(call, author) ?? { id: author, name: author }, at: written(at), body: prose(site, text) })),
    children: [...site.issues.values()].filter((one) => one.parent === issue.id).map(({ key }) => key),
    links: issue.links.flatMap((link) => {
      const other = site.issues.get(link.other);
      return other ? [{ phrase: PHRASES[link.type][link.direction], key: other.key }] : [];
    }),
  };
}

export function personOf({ world, site }: SiteCall, name: string | null): ShownPerson | null {
  const person = world.jira.people.get(name ?? '');
  return person ? { id: site.flavour === 'cloud' ? person.accountId : person.name, name: person.displayName } : null;
}

export const written = (at: number): string => new Date(at).toISOString();
