import type { Issue } from '../issue.ts';

/** That an issue serves its sprint's goal, and who says so: its label, this browser alone, or a roadmap item that the goal is about. */
export interface GoalMark {
  readonly via: 'label' | 'local' | 'item';
  /** On its way to the tracker. */
  readonly pending: boolean;
}

/** How the goal of one sprint is marked: the team's label, and the roadmap items that it is about. */
export interface GoalMarking {
  readonly label: string;
  readonly items: readonly string[];
}

/**
 * Whether an issue serves the goal of its sprint; `null` where it does not. A write that is on its way counts as done, then what was said in this browser, then the label, in any case, then its roadmap item.
 *
 * `goalMarkOf({labels: ['Sprint-Goal']}, {label: 'sprint-goal', local: null, pending: [], item: null, goalItems: []})` → `{via: 'label', pending: false}`
 */
export function goalMarkOf({ labels }: Pick<Issue, 'labels'>, given: {
  /** The team's label for it; a teammate may put it on by hand. */
  readonly label: string;
  readonly local: { readonly on: boolean } | null;
  /** Labels that are wished on or off, the latest last. */
  readonly pending: readonly { readonly label: string; readonly present: boolean }[];
  /** The roadmap item that the issue belongs to. */
  readonly item: string | null;
  /** Roadmap items whose issues serve the goal. */
  readonly goalItems: readonly string[];
}): GoalMark | null {
  const isMark = (label: string): boolean => isLabel(label, given.label);
  const wish = given.pending.findLast(({ label }) => isMark(label));
  if (wish) return wish.present ? { via: 'label', pending: true } : null;
  if (given.local) return given.local.on ? { via: 'local', pending: false } : null;
  if (labels.some(isMark)) return { via: 'label', pending: false };
  return given.item !== null && given.goalItems.includes(given.item) ? { via: 'item', pending: false } : null;
}

/** Whether two labels are the same to a tracker: `isLabel('Sprint-Goal', 'sprint-goal')` → `true` */
export function isLabel(label: string, other: string): boolean {
  return label.toLowerCase() === other.toLowerCase();
}
