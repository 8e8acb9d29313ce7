import { fullName, type HistoryEvent, type Repository } from '../model/repository.ts';
import type { World } from '../model/world.ts';
import { nodeId, type Roots, type Schemas } from './schemas.ts';
import { representUser } from './user.ts';

/** A history entry as /events and /timeline answer it; `closed` and `reopened` also carry a state reason there. */
export type EventRow = Schemas['issue-event'] & { state_reason?: string | null };

export function representEvent(world: World, repository: Repository, event: HistoryEvent, roots: Roots): EventRow {
  return {
    id: event.id, node_id: nodeId('EV', event.id), url: `${roots.apiRoot}/repos/${fullName(repository)}/issues/events/${event.id}`,
    actor: representUser(world, event.actor, roots), event: event.event, commit_id: null, commit_url: null, created_at: event.at, performed_via_github_app: null,
    ...(event.label ? { label: event.label } : {}),
    ...(event.milestone === undefined ? {} : { milestone: { title: event.milestone } }),
    ...(event.assignee === undefined ? {} : { assignee: representUser(world, event.assignee, roots), assigner: representUser(world, event.actor, roots) }),
    ...(event.stateReason === undefined ? {} : { state_reason: event.stateReason }),
    ...(event.rename ? { rename: event.rename } : {}),
  };
}
