/** A Project (v2): it belongs to an organisation or a person, plans issues of several repositories, and knows nothing of milestones. */
export interface Plan {
  readonly id: number;
  readonly owner: string;
  readonly ownerKind: 'Organization' | 'User';
  readonly number: number;
  title: string;
  summary: string | null;
  public: boolean;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  /** Repositories that list it under "Projects". */
  repositories: readonly string[];
  iterations: PlanIteration[];
  /** Length of a new one, in days. */
  duration: number;
  /** Newest last. */
  statusUpdates: PlanStatus[];
  items: PlanItem[];
}

export interface PlanIteration {
  readonly id: string;
  title: string;
  startDate: string;
  duration: number;
}

export interface PlanStatus {
  readonly id: number;
  readonly creator: string;
  readonly createdAt: string;
  status: 'INACTIVE' | 'ON_TRACK' | 'AT_RISK' | 'OFF_TRACK' | 'COMPLETE' | null;
  body: string;
  startDate: string | null;
  targetDate: string | null;
}

/** An item holds at most one value of each field. */
export interface PlanItem {
  readonly id: number;
  readonly repository: string;
  /** `null` for a draft. */
  readonly number: number | null;
  readonly draftTitle?: string;
  readonly createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
  status: string | null;
  iteration: string | null;
  startDate: string | null;
  targetDate: string | null;
}

/** The fields of every plan of the demo, by their number within it. */
export const PLAN_FIELDS = [
  { at: 1, name: 'Title', kind: 'title' }, { at: 2, name: 'Assignees', kind: 'assignees' }, { at: 3, name: 'Status', kind: 'single_select' },
  { at: 4, name: 'Sprint', kind: 'iteration' }, { at: 5, name: 'Start date', kind: 'date' }, { at: 6, name: 'Target date', kind: 'date' },
] as const;
export const STATUSES = ['Backlog', 'Ready', 'In progress', 'Done'] as const;

export const fieldId = (plan: Plan, at: number): number => plan.id * 10 + at;

/** The last day of an iteration: its length is in days, the first included. */
export const lastDay = ({ startDate, duration }: PlanIteration): string => new Date(Date.parse(`${startDate}T00:00:00Z`) + (duration - 1) * 86_400_000).toISOString().slice(0, 10);

/** GitHub moves an iteration to the completed ones once its last day is over. */
export const isCompleted = (iteration: PlanIteration, now: Date): boolean => lastDay(iteration) < now.toISOString().slice(0, 10);
