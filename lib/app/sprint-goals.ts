import { isIterationKey, withoutHost } from '../core/keys.ts';
import { keptAs } from '../core/roadmap/file/place.ts';
import { splitGoals } from '../core/sprint/goal-list.ts';
import type { ProjectStatus } from '../core/sprint/planning-project.ts';
import { readGoal } from '../core/sprint/sprint-goal.ts';
import type { Instant } from '../core/time.ts';
import type { SprintConventions } from '../core/sprint/conventions.ts';
import type { Sprint, SprintGoal } from '../core/sprint/sprint.ts';
import type { GoalsView } from '../messaging/messages.ts';
import type { LedgerRow, PlanningRow } from '../storage/rows.ts';
import { pendingWrite } from './pending-writes.ts';
import type { Ports } from './ports.ts';
import { conventionsOf, type TeamConventions } from './sprint-conventions.ts';
import { goalAccess, goalOf, goalWrites } from './sprint-goal.ts';
import { writeAccessTo } from './write-access.ts';

/** The goals of a sprint and where they are; `at`: when a status update said so, `null` elsewhere. */
export type Goals = Pick<GoalsView, 'goals' | 'from' | 'pending'> & { readonly at: Instant | null };

interface Told {
  readonly conventions: Pick<SprintConventions, 'goalPlace' | 'goalsOf'>;
  readonly writes: Parameters<typeof goalOf>[1];
  /** What is kept in this browser. */
  readonly local: string | null;
  /** The latest status update of the sprint's Project. */
  readonly status: Pick<ProjectStatus, 'body' | 'at'> | null;
}

/**
 * The goals of a sprint, from where the team keeps them: the place that its file names, else the file, the sprint at the tracker, the Project's latest status update, this browser. What is on its way counts as written; a goal
 * that was kept here because the tracker could not be written stands in for the tracker's. A status update counts where it names a Sprint Goal and was made since the sprint began.
 */
export function readGoals(sprint: Sprint, { conventions: { goalPlace, goalsOf }, writes, local, status }: Told): Goals {
  const told = goalOf(sprint, writes, local);
  const inFile = goalsOf(sprint.title);
  if (inFile.length > 0 && (goalPlace === null || goalPlace === 'file' || (goalPlace !== 'local' && told === null))) return { goals: inFile, from: 'file', pending: false, at: null };
  const updated = status === null || status.at < (sprint.startsOn === null ? sprint.createdAt : Date.parse(sprint.startsOn)) ? null : readGoal(status.body);
  if (status && updated?.source === 'description' && (told === null || (goalPlace === 'status-update' && !told.pending))) return { goals: splitGoals(updated.text), from: 'status-update', pending: false, at: status.at };
  return { goals: splitGoals(told?.text ?? ''), from: told && fromOf(sprint, told.source), pending: told?.pending ?? false, at: null };
}

/** An iteration has no words of its own: those that it is known by are a status update's. */
function fromOf({ key }: Sprint, source: SprintGoal['source']): Goals['from'] {
  return isIterationKey(key) && source !== 'local' ? 'status-update' : source;
}

/** The same, as everything that is stored tells it. */
export async function goalsOfSprint({ store }: Pick<Ports, 'store'>, sprint: Sprint): Promise<Goals> {
  const [outbox, local, conventions, plannings] = await Promise.all([store.outbox(), store.localGoal(sprint.key), conventionsOf({ store }, sprint.project), store.plannings()]);
  return readGoals(sprint, { conventions, writes: goalWrites(outbox, sprint), local: local?.text ?? null, status: statusOf(plannings, sprint, conventions) });
}

/** A milestone's Project is the one that the team's file names, or the only one. What an iteration's says of it, the sync has put into the iteration itself. */
function statusOf(plannings: readonly PlanningRow[], { key, project }: Sprint, { source }: Pick<SprintConventions, 'source'>): ProjectStatus | null {
  const own = plannings.filter((row) => row.project === project);
  if (isIterationKey(key)) return null;
  const number = source.kind === 'iterations' ? source.project : own.length === 1 ? own[0]?.number : undefined;
  return own.find((row) => row.number === number)?.status ?? null;
}

/**
 * Everything about the goals of a sprint that a page shows or changes.
 *
 * @example (await goalsView(ports, sprint, undefined)).goals // → ['Buyers pay in one step.']
 */
export async function goalsView(ports: Ports, sprint: Sprint, ledger: LedgerRow | undefined): Promise<GoalsView> {
  const [outbox, read, wordings, access, conventions, roadmap] = await Promise.all([
    ports.store.outbox(), goalsOfSprint(ports, sprint), ports.store.goalWordings(sprint.key), writeAccessTo(ports, sprint.key), conventionsOf(ports, sprint.project), ports.store.roadmap(),
  ]);
  const writes = goalWrites(outbox, sprint);
  const refused = writes.find(({ conflict }) => conflict !== undefined);
  const mine = refused?.write.kind === 'sprint-description' ? (refused.write.goal ?? '') : '';
  return {
    goals: read.goals, from: read.from, pending: read.pending,
    via: elsewhere(read.from, conventions) ?? goalAccess(sprint, access),
    conflict: refused?.conflict !== undefined ? { mine: splitGoals(mine), theirs: splitGoals(refused.conflict), at: refused.createdAt } : null,
    wordings,
    items: (ledger?.items ?? []).map((id) => ({ id, title: roadmap.find((item) => item.id === id)?.title ?? id })),
    label: conventions.goalLabel,
    writes: writes.map((write) => pendingWrite(write, ports.now())),
  };
}

/** Where goals stand that are not changed as the tracker's are; `null` where they are. Projects are never written, and a change of the team's roadmap is seen before it is made: in a file it is proposed, in a Jira project written. */
export function elsewhere(from: Goals['from'], { goalPlace, home, place }: Pick<TeamConventions, 'goalPlace' | 'home' | 'place'>): Exclude<GoalsView['via'], ReturnType<typeof goalAccess>> | null {
  if (from === 'file' || (from === null && goalPlace === 'file')) {
    const because = keptAs(home) === 'file'
      ? `Your team keeps its goals in ${place.path} of ${withoutHost(home)}: the page of sprints proposes a change of them, which counts for everybody once it is merged.`
      : `Your team keeps its goals in the roadmap of the Jira project ${withoutHost(home)}: the page of sprints shows a change of them, then writes it there for everybody at once.`;
    return { via: 'file', home, because };
  }
  return from === 'status-update' && goalPlace === 'status-update' ? { via: 'status-update', because: 'Your team keeps its goals in the status updates of its Project: write a new one there, and everybody sees it.' } : null;
}
