import type { SprintKey } from '../../lib/core/issue.ts';
import type { GoalsView } from '../../lib/messaging/messages.ts';
import { goalEditorAddress } from '../workspace/address.ts';

interface Props {
  readonly sprint: SprintKey;
  readonly goals: GoalsView;
}

/** A change of a goal that the team keeps in its roadmap is seen as a difference first, for which a popup is too small: one click leads to the page of sprints, with the editor open. */
export function GoalEditorLink({ sprint, goals: { goals, via } }: Props) {
  if (via.via !== 'file') return null;
  const many = goals.length > 1;
  return goals.length === 0
    ? <p className="goal-editor"><a className="button button-primary" href={`/workspace.html${goalEditorAddress(sprint)}`} target="_blank" rel="noreferrer">Write the Sprint Goal</a></p>
    : <a className="button button-quiet push" aria-label={`Edit the ${many ? 'goals' : 'Sprint Goal'} on the page of sprints`} href={`/workspace.html${goalEditorAddress(sprint)}`} target="_blank" rel="noreferrer">Edit</a>;
}
