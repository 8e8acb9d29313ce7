import type { IssueLink, JiraIssue } from '../model/issue.ts';
import { statusOf, typeOf } from '../model/site.ts';
import { selfOf, type View } from './view.ts';
import { representPriority, representStatus, representType } from './workflow.ts';

const TYPES: Record<IssueLink['type'], { id: string; name: string; inward: string; outward: string }> = {
  Blocks: { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }, Relates: { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' },
};

/** Another issue as it stands in an issue: parent, subtask, link. */
export function summaryOf(view: View, issue: JiraIssue): object {
  const priority = view.site.priorities.find(({ id }) => id === issue.priority);
  return {
    id: issue.id, key: issue.key, self: selfOf(view, `issue/${issue.id}`),
    fields: { summary: issue.summary, status: representStatus(view, statusOf(view.site, issue)), ...(priority ? { priority: representPriority(view, priority) } : {}), issuetype: representType(view, typeOf(view.site, issue)) },
  };
}

export function representLinks(view: View, issue: JiraIssue): object[] {
  return issue.links.flatMap(({ id, type, direction, other }) => {
    const linked = view.site.issues.get(other);
    if (!linked) return [];
    const { id: typeId, ...names } = TYPES[type];
    return [{ id: String(id), self: selfOf(view, `issueLink/${id}`), type: { id: typeId, ...names, self: selfOf(view, `issueLinkType/${typeId}`) }, [direction === 'inward' ? 'inwardIssue' : 'outwardIssue']: summaryOf(view, linked) }];
  });
}

export function representSubtasks(view: View, issue: JiraIssue): object[] {
  return [...view.site.issues.values()].filter((one) => one.parent === issue.id && typeOf(view.site, one).level === -1).map((one) => summaryOf(view, one));
}
