import type { Issue } from '../../lib/core/issue.ts';
import { githubIssueKey, githubProjectKey, milestoneKey } from '../../lib/core/keys.ts';
import type { RoadmapItem } from '../../lib/core/roadmap/roadmap-item.ts';

const DAY = 86_400_000;
export const PROJECT = githubProjectKey('github.com', 'bench', 'large');
export const SPRINT = milestoneKey(PROJECT, 1);
const LABELS = ['bug', 'enhancement', 'priority: high', 'priority: low', 'size/M', 'good first issue', 'documentation'];
/** Half of the issues are tagged to some of so many roadmap items, more are on them by rules. */
export const ITEMS = 500;

/** One of a large backlog's issues, by a rule so that every run has the same. */
export function largeIssue(number: number, now: number, votes = number % 37): Issue {
  const closed = number % 4 === 0;
  return {
    key: githubIssueKey('github.com', 'bench', 'large', number), project: PROJECT, tracker: 'github', kind: 'issue', number, reference: `#${number}`, id: String(7_000_000_000 + number),
    title: `Issue ${number}: ${'something that fails now and then under load '.repeat(2)}`, url: `https://github.com/bench/large/issues/${number}`,
    status: { category: closed ? 'done' : number % 5 === 0 ? 'doing' : 'todo', name: closed ? 'closed' : 'open', guessedFrom: null }, resolution: closed ? 'completed' : null, reopened: false, draft: false,
    type: number % 3 === 0 ? 'Bug' : null, author: `user-${number % 900}`, assignees: number % 5 === 0 ? [`dev-${number % 12}`] : [], labels: [LABELS[number % 7] ?? 'bug', number % 2 === 0 ? `roadmap:item-${number % ITEMS}` : 'backlog'], fields: [],
    sprint: number % 800 === 1 ? SPRINT : null, parent: null, estimate: number % 6 === 0 ? 3 : null, dueOn: null, createdAt: now - (number % 700) * DAY, updatedAt: now - (50_000 - number) * 60_000, closedAt: closed ? now - (number % 300) * DAY : null,
    votes, comments: number % 21, dependencies: { blockedBy: 0, blocking: number % 11 === 0 ? 2 : 0, blockers: [] }, subIssues: null,
  };
}

/** The items that those issues are tagged to. */
export function largeRoadmap(now: number): RoadmapItem[] {
  return Array.from({ length: ITEMS }, (_, index): RoadmapItem => ({ id: `item-${index}`, title: `Item ${index}`, outcome: 'Something is better', horizon: (['now', 'next', 'later'] as const)[index % 3] ?? 'now', belongs: [{ label: `area-${index}` }], createdAt: now, updatedAt: now }));
}
