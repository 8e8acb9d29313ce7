import { goalOf, withGoal } from '../core/sprint/goal-of.ts';
import type { OutboxRow } from '../storage/rows.ts';
import { unanswered, type Ready } from './outbox-answers.ts';
import { ask, commit, type Step } from './step.ts';

/**
 * Reads the description before it is written over: when somebody has changed it since, their text stays and only the goal is put in. Where the goal has a field of its own there is no text to keep, and
 * the last wish wins.
 */
export async function onTodaysDescription(step: Step, row: OutboxRow): Promise<Ready | null> {
  if (row.write.kind !== 'sprint-description') return null;
  const { sprint, description } = row.write;
  const { outcome, limiter } = await ask(step, row.host, (tracker, credentials, signal) => tracker.readSprint(credentials, sprint, signal));
  if (!outcome.ok) {
    await commit(step.house, { ...unanswered(step, row, outcome.error), limiter });
    return null;
  }
  const today = outcome.value;
  if (sameText(today.description, description)) {
    await commit(step.house, { job: null, sprints: [today], settled: row, limiter });
    return null;
  }
  const untouched = row.basis === undefined || sameText(today.description, row.basis) || today.goalIn === 'field';
  const written = untouched ? description : withGoal(today, goalOf({ description })?.text ?? '');
  return {
    row: { ...row, basis: today.description, write: { ...row.write, description: written } },
    order: { kind: 'set-sprint-description', sprint, description: written },
    read: { limiter },
  };
}

/** GitHub keeps what a form sent, with its line ends. */
export function sameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trim() === b.replaceAll('\r\n', '\n').trim();
}
