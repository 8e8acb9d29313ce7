import { historyOf } from '../edit/history.ts';
import { representEvent } from '../represent/event.ts';
import { representIssue } from '../represent/issue.ts';
import { representRepository } from '../represent/repository.ts';
import { allTypes } from '../represent/type.ts';
import { type Answer, ok, type RepositoryCall } from './answer.ts';
import { paged } from './link.ts';

export const getRepository = ({ world, repository, account, role }: RepositoryCall): Answer => ok(representRepository(world, repository, account, role));

/** Newest first over the whole repository. A bench world answers only for issues whose history somebody has already asked for: deriving 50,000 would take seconds. */
export function listRepositoryEvents({ world, repository, role, query }: RepositoryCall): Answer {
  const issues = [...repository.issues.values()].filter((issue) => repository.issues.size < 5000 || repository.history.has(issue.number));
  const events = issues.flatMap((issue) => historyOf(world, repository, issue).map((event) => ({ event, issue })));
  events.sort((one, other) => (one.event.at === other.event.at ? other.event.id - one.event.id : one.event.at < other.event.at ? 1 : -1));
  const page = paged(events, `${role.apiRoot}/repositories/${repository.id}/issues/events`, query);
  return ok(page.rows.map(({ event, issue }) => ({ ...representEvent(world, repository, event, role), issue: representIssue(world, repository, issue, role) })), page.headers);
}

export const listIssueTypes = (): Answer => ok(allTypes());
