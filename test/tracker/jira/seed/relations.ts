import { DAY } from '../../seed/dates.ts';
import type { JiraIssue } from '../model/issue.ts';
import type { JiraProject } from '../model/site.ts';
import { day, type IssuePlan } from './issues.ts';
import { typesFor } from './workflows.ts';

const EPICS: Record<string, readonly (readonly [summary: string, roadmap: string | null])[]> = {
  SHOP: [
    ['Faster checkout', 'roadmap:faster-checkout'], ['Marketplace for other sellers', 'roadmap:marketplace'], ['Returns without a call', null],
    ['Vouchers that are right', null], ['Search that finds', null], ['Passkeys everywhere', 'roadmap:faster-checkout'], ['Mails worth opening', null],
  ],
  MOBI: [['Shopping in the shop', 'roadmap:mobile-app'], ['The basket without a network', 'roadmap:mobile-app'], ['Pictures that load', null]],
  OPS: [['Fewer pages at night', null]],
};

/** Makes some issues epics with children, some subtasks, and ties blockers to what waits for them. */
export function relate(issues: readonly JiraIssue[], project: JiraProject, { site, random, now }: IssuePlan): void {
  const { epic: epicType, subtask: subtaskType } = typesFor(project);
  const epics = (EPICS[project.key] ?? []).flatMap(([summary, roadmap], index) => {
    const epic = issues[index * 6 + 11];
    if (!epic) return [];
    Object.assign(epic, {
      type: epicType, summary, labels: roadmap === null ? [] : [roadmap], sprints: [], points: null, targetStart: day(now.getTime() - (60 - index * 9) * DAY), targetEnd: day(now.getTime() + (20 + index * 21) * DAY),
      ...begun(project, epic), changes: epic.changes.filter(({ items }) => items.every(({ field }) => field === 'assignee')),
    });
    return [epic];
  });
  const others = issues.filter((issue) => !epics.includes(issue));
  for (const issue of others) if (epics.length > 0 && random.chance(0.45)) issue.parent = random.pick(epics).id;
  const parents = others.filter((issue) => issue.resolution === null).slice(-12);
  for (const issue of others.slice(0, -15)) {
    if (!random.chance(0.06) || parents.length === 0) continue;
    // A subtask goes where its parent goes.
    Object.assign(issue, { type: subtaskType, parent: random.pick(parents).id, sprints: [], points: null, changes: issue.changes.filter(({ items }) => items.every(({ field }) => field !== 'Sprint')) });
  }
  const open = others.filter((issue) => issue.resolution === null);
  for (let count = Math.min(24, issues.length / 7); count > 0 && open.length > 4; count -= 1) block(random.pick(others), random.pick(open), () => site.nextId++);
}

/** An epic of the demo is under way, whatever became of the issue it was made from. */
function begun(project: JiraProject, epic: JiraIssue): Partial<JiraIssue> {
  const doing = project.statuses.at(project.key === 'OPS' ? 2 : 1) ?? epic.status;
  return { status: doing, resolution: null, resolvedAt: null, categoryChangedAt: epic.createdAt + DAY, flagged: false };
}

function block(blocker: JiraIssue, waiting: JiraIssue, nextId: () => number): void {
  if (blocker === waiting || blocker.links.some(({ other }) => other === waiting.id)) return;
  const link = { id: nextId(), type: 'Blocks' } as const;
  blocker.links = [...blocker.links, { ...link, direction: 'outward', other: waiting.id }];
  waiting.links = [...waiting.links, { ...link, direction: 'inward', other: blocker.id }];
}
