import type { Issue } from '../model/issue.ts';
import type { HistoryEvent, Repository } from '../model/repository.ts';
import type { World } from '../model/world.ts';

type NewEvent = Omit<HistoryEvent, 'id' | 'number'>;

/** The events of an issue, oldest first. What happened before seeding is derived from the issue's first state and then kept. */
export function historyOf(world: World, repository: Repository, issue: Issue): HistoryEvent[] {
  const known = repository.history.get(issue.number);
  if (known) return known;
  const derived = past(repository, issue).map((event) => ({ ...event, id: world.nextId++, number: issue.number }));
  repository.history.set(issue.number, derived);
  return derived;
}

/** Notes what has just happened; call it before the issue is changed, so that its past is derived from what it was. */
export function record(world: World, repository: Repository, issue: Issue, event: NewEvent): void {
  historyOf(world, repository, issue).push({ ...event, id: world.nextId++, number: issue.number });
}

function past(repository: Repository, issue: Issue): NewEvent[] {
  const soon = later(issue.createdAt, 90);
  const triager = 'maya';
  const events: NewEvent[] = issue.labels.map((name) => ({
    event: 'labeled', actor: triager, at: soon, label: { name, color: repository.labels.get(name.toLowerCase())?.color ?? 'ededed' },
  }));
  for (const assignee of issue.assignees) events.push({ event: 'assigned', actor: triager, at: later(issue.createdAt, 600), assignee });
  const milestone = issue.milestone === null ? undefined : repository.milestones.get(issue.milestone);
  if (milestone) {
    const planned = [later(issue.createdAt, 3600), milestone.createdAt].sort().at(-1) ?? soon;
    events.push({ event: 'milestoned', actor: triager, at: planned > issue.updatedAt ? issue.updatedAt : planned, milestone: milestone.title });
  }
  if (issue.reopenedAt !== null) {
    const middle = (Date.parse(issue.createdAt) + Date.parse(issue.reopenedAt)) / 2;
    events.push({ event: 'closed', actor: triager, at: `${new Date(middle).toISOString().slice(0, 19)}Z`, stateReason: null });
    events.push({ event: 'reopened', actor: issue.author, at: issue.reopenedAt, stateReason: 'reopened' });
  }
  if (issue.closedAt !== null) events.push({ event: 'closed', actor: issue.closedBy ?? triager, at: issue.closedAt, stateReason: issue.stateReason });
  return events.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

const later = (at: string, seconds: number): string => `${new Date(Date.parse(at) + seconds * 1000).toISOString().slice(0, 19)}Z`;
