import type { SprintKey } from '../../../lib/core/issue.ts';
import { keepDraft, recallDraft } from '../../../lib/messaging/client.ts';

/** Goals of a sprint that somebody has begun to write and not saved. */
export interface BegunGoals {
  readonly goals: readonly string[];
  /** Those that stood there when it was begun: who has changed them since is not written over. */
  readonly seen: readonly string[];
  /** The form was left; it is not opened by itself again. */
  readonly left: boolean;
}

/** `null` where none are. */
export function recallGoals(sprint: SprintKey): BegunGoals | null {
  const { goals, seen, left } = (recallDraft(nameOf(sprint)) ?? {}) as { readonly [part in keyof BegunGoals]?: unknown };
  return areTexts(goals) && areTexts(seen) ? { goals, seen, left: left === true } : null;
}

export function keepGoals(sprint: SprintKey, begun: BegunGoals | null): void {
  keepDraft(nameOf(sprint), begun);
}

const nameOf = (sprint: SprintKey): string => `goals|${sprint}`;

const areTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((text) => typeof text === 'string');
