import { sameText } from '../core/same-text.ts';
import { goalOf, withGoal } from '../core/sprint/goal-of.ts';
import { keptWordingId } from '../core/sprint/kept-wording.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import { trackerOfKey } from '../core/keys.ts';
import { trackerWords } from '../core/tracker-words.ts';
import { unturned } from '../core/unturned.ts';
import type { OutboxRow } from '../storage/rows.ts';
import type { Commit } from '../storage/store.ts';
import { calendarOf } from './house.ts';
import { again, failed, unanswered, type Ready } from './outbox-answers.ts';
import { ask, commit, type Step } from './step.ts';

type GoalWrite = Extract<OutboxRow['write'], { readonly kind: 'sprint-description' }>;

const QUOTED = 300;

/**
 * Reads the sprint before it is written over. What somebody has changed around the goal stays, and only the goal is put in; where somebody has changed the goal itself, nothing is written over it:
 * theirs stands, the user's wording is kept, and a person decides.
 */
export async function onTodaysDescription(step: Step, row: OutboxRow): Promise<Ready | null> {
  const { write } = row;
  if (write.kind !== 'sprint-description') return null;
  const { outcome, limiter } = await readToday(step, row, write);
  if (!outcome.ok) {
    await commit(step.house, { ...unanswered(step, row, outcome.error), limiter });
    return null;
  }
  const today = outcome.value;
  const standing = standingOf(row, write, today);
  if (standing !== 'untouched') {
    await commit(step.house, { ...(standing === 'done' ? { job: null, settled: row } : changedMeanwhile(step, row, write, today)), sprints: [today], limiter });
    return null;
  }
  const description = row.basis === undefined || sameText(today.description, row.basis) || today.goalIn === 'field' ? write.description : withGoal(today, wishedGoal(write, today));
  return {
    row: { ...row, basis: today.description, write: { ...write, description } },
    order: { kind: 'set-sprint-description', sprint: write.sprint, description },
    read: { limiter },
  };
}

/** Looks for a goal that may have left: seen, it is done; not seen, it is sent again, unless somebody else's stands there. */
export async function confirmDescription(step: Step, row: OutboxRow): Promise<void> {
  const { write } = row;
  if (write.kind !== 'sprint-description') return;
  const { outcome, limiter } = await readToday(step, row, write);
  if (!outcome.ok) {
    await commit(step.house, { ...unanswered(step, row, outcome.error), limiter });
    return;
  }
  const standing = standingOf(row, write, outcome.value);
  const change: Commit = standing === 'done' ? { job: null, settled: row } : standing === 'untouched' ? { job: null, outbox: again(step, row) } : changedMeanwhile(step, row, write, outcome.value);
  await commit(step.house, { ...change, sprints: [outcome.value], limiter });
}

async function readToday(step: Step, { host }: OutboxRow, { sprint }: GoalWrite) {
  const { dateOf } = await calendarOf(step.house);
  return ask(step, host, (tracker, credentials, signal) => tracker.readSprint(credentials, sprint, signal, dateOf));
}

/** Whether the goal has come true, is still the one that the user saw (or an earlier wish of theirs), or somebody else's. */
function standingOf({ basis, former = [] }: OutboxRow, write: GoalWrite, today: Sprint): 'done' | 'untouched' | 'changed' {
  const goalIn = (description: string): string => goalOf({ ...today, description })?.text ?? '';
  const stands = goalIn(today.description);
  if (sameText(today.description, write.description) || stands === wishedGoal(write, today)) return 'done';
  return basis === undefined || [basis, ...former].some((description) => sameText(description, today.description) || goalIn(description) === stands) ? 'untouched' : 'changed';
}

function wishedGoal({ goal, description }: GoalWrite, today: Sprint): string {
  return goal ?? goalOf({ ...today, description })?.text ?? '';
}

/** The wish as it waits for a person: on what stands today, so that sending it again is their answer. */
function changedMeanwhile(step: Step, row: OutboxRow, write: GoalWrite, today: Sprint): Commit {
  const theirs = goalOf(today)?.text ?? '';
  const place = trackerWords(trackerOfKey(write.sprint) ?? 'github').goalPlace;
  const goal = wishedGoal(write, today);
  const sentence = theirs === '' ? `Somebody has taken the goal away in ${place} meanwhile` : `Somebody has changed the goal in ${place} meanwhile, to “${inWords(theirs)}”`;
  return {
    job: null,
    outbox: { ...failed(row, `${sentence}. Yours was not written over it: use yours all the same, or keep theirs.`), basis: today.description, conflict: theirs, write: { ...write, goal, description: withGoal(today, goal) } },
    refusedGoal: { id: keptWordingId(write.sprint, row.createdAt, 'refused'), sprint: write.sprint, text: goal, at: row.createdAt, by: loginOf(step, row.host), here: true, from: today.goalIn ?? 'description', standing: 'refused' },
  };
}

/** A stranger's goal inside a sentence of ours: its beginning. */
function inWords(goal: string): string {
  const words = unturned(goal.slice(0, QUOTED)).replaceAll(/\p{Cc}/gu, '');
  return goal.length > QUOTED ? `${words} …` : words;
}

function loginOf({ agenda }: Step, host: string): string | null {
  return agenda.connections.find((row) => row.host === host)?.login ?? null;
}
